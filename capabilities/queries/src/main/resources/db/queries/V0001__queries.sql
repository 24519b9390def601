-- Saved queries. "settings" is JSON: description, catalog, schema, warehouse, parameters, tags and the like.
CREATE TABLE queries_query (
    id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    folder TEXT NOT NULL,
    name TEXT NOT NULL,
    query_text TEXT NOT NULL,
    settings TEXT NOT NULL,
    version BIGINT NOT NULL,
    owner_id TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    modifier_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    trashed_at BIGINT
);
CREATE INDEX queries_query_time ON queries_query (workspace, created_at, id);
-- Two queries of a folder have different names; what lies in the trash does not count.
CREATE UNIQUE INDEX queries_query_name ON queries_query (workspace, folder, name) WHERE trashed_at IS NULL;
CREATE INDEX queries_query_trash ON queries_query (workspace, trashed_at);

-- What a query was before and is now: one row per change.
CREATE TABLE queries_version (
    query_id TEXT NOT NULL REFERENCES queries_query (id) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    workspace BIGINT NOT NULL,
    name TEXT NOT NULL,
    query_text TEXT NOT NULL,
    settings TEXT NOT NULL,
    author_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (query_id, version)
);
CREATE INDEX queries_version_workspace ON queries_version (workspace);

-- Charts and tables that are drawn from a query's result; "options" is what the client sent.
CREATE TABLE queries_visualization (
    id TEXT PRIMARY KEY,
    query_id TEXT NOT NULL REFERENCES queries_query (id) ON DELETE CASCADE,
    workspace BIGINT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    options TEXT NOT NULL,
    query_plan TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX queries_visualization_query ON queries_visualization (query_id, created_at, id);
