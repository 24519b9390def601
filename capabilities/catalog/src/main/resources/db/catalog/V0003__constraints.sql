-- Informational keys: they are shown and used by planners, and nobody checks rows against them.
CREATE TABLE catalog_constraint (
    id TEXT PRIMARY KEY,
    metastore TEXT NOT NULL,
    table_id TEXT NOT NULL,
    name TEXT NOT NULL,
    columns TEXT NOT NULL,
    parent_id TEXT,
    parent_columns TEXT NOT NULL,
    rely INTEGER NOT NULL
);
CREATE UNIQUE INDEX catalog_constraint_name ON catalog_constraint (table_id, name);
CREATE INDEX catalog_constraint_parent ON catalog_constraint (parent_id);
