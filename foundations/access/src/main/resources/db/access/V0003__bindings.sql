-- An isolated securable, and what lies in it, exists for the workspaces that it is bound to and for no other.
ALTER TABLE access_securable ADD COLUMN isolated INTEGER NOT NULL DEFAULT 0;
CREATE TABLE access_binding (
    securable_id TEXT NOT NULL REFERENCES access_securable (id) ON DELETE CASCADE,
    workspace BIGINT NOT NULL,
    read_only INTEGER NOT NULL,
    PRIMARY KEY (securable_id, workspace)
);
CREATE INDEX access_binding_workspace ON access_binding (workspace);
