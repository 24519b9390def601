-- Registered models of a workspace. "id" is what permissions hang on; it outlives a change of the name.
CREATE TABLE registry_model (
    number BIGINT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    user_id TEXT NOT NULL,
    last_version INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (workspace, id),
    UNIQUE (workspace, name)
);

-- "location" is where a version's files are read; "source" is what the client said they were made of.
CREATE TABLE registry_version (
    model BIGINT NOT NULL,
    version INTEGER NOT NULL,
    description TEXT NOT NULL,
    source TEXT NOT NULL,
    location TEXT NOT NULL,
    run_id TEXT NOT NULL,
    run_link TEXT NOT NULL,
    logged_model TEXT NOT NULL,
    status TEXT NOT NULL,
    status_message TEXT NOT NULL,
    stage TEXT NOT NULL,
    user_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (model, version)
);
CREATE INDEX registry_version_run ON registry_version (run_id);

-- Tags of models (version 0) and of versions.
CREATE TABLE registry_tag (
    model BIGINT NOT NULL,
    version INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (model, version, key)
) ${clustered};

CREATE TABLE registry_alias (
    model BIGINT NOT NULL,
    alias TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (model, alias)
) ${clustered};

-- Which version an alias named, from when to when, and who said so. It outlives the model.
CREATE TABLE registry_history (
    id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    model_id TEXT NOT NULL,
    model_name TEXT NOT NULL,
    alias TEXT NOT NULL,
    version INTEGER NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT,
    set_by TEXT NOT NULL,
    ended_by TEXT
);
CREATE INDEX registry_history_name ON registry_history (workspace, model_id, alias, since);

-- Requested and applied transitions, and comments.
CREATE TABLE registry_activity (
    id TEXT PRIMARY KEY,
    model BIGINT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    user_id TEXT NOT NULL,
    from_stage TEXT NOT NULL,
    to_stage TEXT NOT NULL,
    comment TEXT NOT NULL,
    open INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX registry_activity_version ON registry_activity (model, version, created_at);
