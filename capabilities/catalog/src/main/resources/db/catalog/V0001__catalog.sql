-- Owners and grants are access's; here is what the objects are.
CREATE TABLE catalog_metastore (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    storage_root TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE TABLE catalog_catalog (
    id TEXT PRIMARY KEY,
    metastore TEXT NOT NULL,
    name TEXT NOT NULL,
    comment TEXT,
    properties TEXT NOT NULL,
    storage_root TEXT,
    isolated INTEGER NOT NULL,
    system INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE UNIQUE INDEX catalog_catalog_name ON catalog_catalog (metastore, name);
CREATE TABLE catalog_schema (
    id TEXT PRIMARY KEY,
    catalog_id TEXT NOT NULL REFERENCES catalog_catalog (id),
    name TEXT NOT NULL,
    comment TEXT,
    properties TEXT NOT NULL,
    storage_root TEXT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE UNIQUE INDEX catalog_schema_name ON catalog_schema (catalog_id, name);
-- Tables and views; dropped ones keep their row until they are purged.
CREATE TABLE catalog_table (
    id TEXT PRIMARY KEY,
    schema_id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    format TEXT NOT NULL,
    location TEXT,
    columns TEXT NOT NULL,
    properties TEXT NOT NULL,
    comment TEXT,
    view_sql TEXT,
    view_catalog TEXT,
    view_schema TEXT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL,
    dropped_at BIGINT
);
CREATE UNIQUE INDEX catalog_table_name ON catalog_table (schema_id, name) WHERE dropped_at IS NULL;
CREATE INDEX catalog_table_dropped ON catalog_table (dropped_at) WHERE dropped_at IS NOT NULL;
CREATE TABLE catalog_volume (
    id TEXT PRIMARY KEY,
    schema_id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    location TEXT NOT NULL,
    comment TEXT,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE UNIQUE INDEX catalog_volume_name ON catalog_volume (schema_id, name);
CREATE TABLE catalog_function (
    id TEXT PRIMARY KEY,
    schema_id TEXT NOT NULL,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE UNIQUE INDEX catalog_function_name ON catalog_function (schema_id, name);
