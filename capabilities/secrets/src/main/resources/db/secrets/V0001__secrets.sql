-- Secret scopes, and the secrets in them; values are sealed with the server's master key.
CREATE TABLE secrets_scope (
    id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (workspace, name)
);
CREATE TABLE secrets_secret (
    scope_id TEXT NOT NULL,
    workspace BIGINT NOT NULL,
    name TEXT NOT NULL,
    sealed TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (scope_id, name)
);
CREATE INDEX secrets_secret_workspace ON secrets_secret (workspace);
