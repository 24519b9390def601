-- What the engine did for a statement, as JSON; only of statements that did more than a few steps.
CREATE TABLE sql_profile (
    query_id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    profile TEXT NOT NULL
);
CREATE INDEX sql_profile_time ON sql_profile (workspace, recorded_at);
