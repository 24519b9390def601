-- Workspace objects (warehouses, jobs, notebooks ...) and who may do what with them.
CREATE TABLE access_object (
    workspace BIGINT NOT NULL,
    object_id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    parent_id TEXT,
    PRIMARY KEY (workspace, object_id)
);
CREATE INDEX access_object_parent ON access_object (workspace, parent_id);
CREATE TABLE access_object_acl (
    workspace BIGINT NOT NULL,
    object_id TEXT NOT NULL,
    principal TEXT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (workspace, object_id, principal)
);
CREATE INDEX access_object_acl_principal ON access_object_acl (workspace, principal);
