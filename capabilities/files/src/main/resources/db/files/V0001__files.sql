-- Uploads that come in parts and are not complete yet; the parts themselves are files. "kind" is PARTS or BLOCKS.
CREATE TABLE files_upload (
    id TEXT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    principal TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    overwrites INTEGER NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX files_upload_expiry ON files_upload (expires_at);
