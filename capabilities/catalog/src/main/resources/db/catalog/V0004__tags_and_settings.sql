-- Tags of catalogs, schemas, tables, volumes, and of the columns of tables (column_name is '' for the object itself).
CREATE TABLE catalog_tag (
    metastore TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    column_name TEXT NOT NULL,
    tag_key TEXT NOT NULL,
    tag_value TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL,
    PRIMARY KEY (entity_id, column_name, tag_key)
);
CREATE INDEX catalog_tag_metastore ON catalog_tag (metastore);
-- Schemas of the system catalog that an administrator has closed or opened again.
CREATE TABLE catalog_system_schema (
    metastore TEXT NOT NULL,
    name TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    PRIMARY KEY (metastore, name)
);
CREATE TABLE catalog_allowlist (
    metastore TEXT NOT NULL,
    artifact_type TEXT NOT NULL,
    prefixes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    PRIMARY KEY (metastore, artifact_type)
);
-- Whether clients outside may be given credentials for files.
ALTER TABLE catalog_metastore ADD COLUMN external_access INTEGER NOT NULL DEFAULT 0;
