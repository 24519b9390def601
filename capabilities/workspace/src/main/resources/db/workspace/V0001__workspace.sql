-- The tree of folders, notebooks and files. What is in the trash has a path that does not begin with a slash.
CREATE TABLE workspace_object (
    id BIGINT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    parent_id BIGINT,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    object_key TEXT NOT NULL,
    structural BIGINT NOT NULL,
    home_of TEXT,
    language TEXT,
    format TEXT,
    size BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    trashed_from TEXT,
    trashed_at BIGINT,
    trashed_by TEXT,
    UNIQUE (workspace, path)
);
CREATE INDEX workspace_object_parent ON workspace_object (parent_id, name);
CREATE INDEX workspace_object_trash ON workspace_object (workspace, trashed_at);
-- Every content that a notebook or file has had, as text where it is text and in Base64 where it is not.
CREATE TABLE workspace_revision (
    object_id BIGINT NOT NULL,
    number BIGINT NOT NULL,
    workspace BIGINT NOT NULL,
    language TEXT,
    format TEXT,
    is_text BIGINT NOT NULL,
    size BIGINT NOT NULL,
    hash TEXT NOT NULL,
    content TEXT NOT NULL,
    author_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (object_id, number)
);
CREATE INDEX workspace_revision_workspace ON workspace_revision (workspace);
