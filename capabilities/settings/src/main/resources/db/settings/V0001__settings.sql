-- Settings of a workspace: single values, IP access lists, and definitions that other rooms may use.
CREATE TABLE settings_value (
    workspace BIGINT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    etag TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, name)
);
CREATE TABLE settings_ip_list (
    id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    label TEXT NOT NULL,
    blocks BIGINT NOT NULL,
    ranges TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE INDEX settings_ip_list_workspace ON settings_ip_list (workspace);
CREATE TABLE settings_definition (
    id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sealed TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL
);
CREATE INDEX settings_definition_workspace ON settings_definition (workspace, kind);
