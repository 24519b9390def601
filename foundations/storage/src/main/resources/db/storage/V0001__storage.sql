-- Owners and grants are access's; here is what the objects are. A credential of this machine's disk holds no secret.
CREATE TABLE storage_credential (
    id TEXT PRIMARY KEY,
    metastore TEXT NOT NULL,
    name TEXT NOT NULL,
    comment TEXT,
    read_only INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE UNIQUE INDEX storage_credential_name ON storage_credential (metastore, name);
CREATE TABLE storage_location (
    id TEXT PRIMARY KEY,
    metastore TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    credential_id TEXT NOT NULL,
    comment TEXT,
    read_only INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE UNIQUE INDEX storage_location_name ON storage_location (metastore, name);
