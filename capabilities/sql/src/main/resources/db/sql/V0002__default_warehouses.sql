-- The warehouse that a user's sessions begin with, where it is not the workspace's. Empty for the one that they used last.
CREATE TABLE sql_default_warehouse (
    workspace BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    warehouse TEXT NOT NULL,
    PRIMARY KEY (workspace, user_id)
);
