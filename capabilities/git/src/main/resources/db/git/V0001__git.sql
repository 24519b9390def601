-- Credentials of people at git hosts; tokens are sealed with the server's master key.
CREATE TABLE git_credential (
    id BIGINT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    principal_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    name TEXT,
    username TEXT,
    email TEXT,
    is_default BIGINT NOT NULL,
    sealed TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX git_credential_principal ON git_credential (workspace, principal_id);
-- Git folders; the id is that of the object in the workspace's tree, which knows the path. A folder on a tag has no branch, and one of an
-- empty repository no head.
CREATE TABLE git_folder (
    id BIGINT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    url TEXT NOT NULL,
    provider TEXT NOT NULL,
    branch TEXT,
    head TEXT,
    sparse TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX git_folder_workspace ON git_folder (workspace);
-- What was checked out: for each file of the head the object that it became, and the revision that held its content.
CREATE TABLE git_entry (
    folder_id BIGINT NOT NULL,
    path TEXT NOT NULL,
    workspace BIGINT NOT NULL,
    name TEXT NOT NULL,
    preferred TEXT NOT NULL,
    blob TEXT NOT NULL,
    mode BIGINT NOT NULL,
    object_id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (folder_id, path)
);
CREATE INDEX git_entry_workspace ON git_entry (workspace);
