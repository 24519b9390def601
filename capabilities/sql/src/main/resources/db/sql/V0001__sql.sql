-- SQL warehouses. "settings" is what the client sent, as JSON; the state is the wanted one, RUNNING or STOPPED.
CREATE TABLE sql_warehouse (
    id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    name TEXT NOT NULL,
    settings TEXT NOT NULL,
    state TEXT NOT NULL,
    creator_id TEXT NOT NULL,
    creator_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (workspace, name)
);

-- A workspace's settings for all its warehouses, as JSON.
CREATE TABLE sql_workspace_config (
    workspace BIGINT PRIMARY KEY,
    config TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- Every statement that was submitted: the query history.
CREATE TABLE sql_query (
    id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    warehouse TEXT NOT NULL,
    user_id TEXT NOT NULL,
    user_name TEXT NOT NULL,
    query_text TEXT NOT NULL,
    statement_type TEXT NOT NULL,
    client TEXT NOT NULL,
    status TEXT NOT NULL,
    submitted_at BIGINT NOT NULL,
    started_at BIGINT,
    executed_at BIGINT,
    ended_at BIGINT,
    rows_produced BIGINT NOT NULL,
    bytes_produced BIGINT NOT NULL,
    rows_read BIGINT NOT NULL,
    bytes_read BIGINT NOT NULL,
    error_code TEXT,
    error_message TEXT,
    sql_state TEXT
);
CREATE INDEX sql_query_time ON sql_query (workspace, submitted_at, id);
CREATE INDEX sql_query_user ON sql_query (workspace, user_id, submitted_at);
CREATE INDEX sql_query_status ON sql_query (status);
