-- The tree that privileges hang on: one row per securable, whatever room keeps the object itself.
CREATE TABLE access_securable (
    id TEXT PRIMARY KEY,
    metastore TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    parent_id TEXT,
    owner TEXT NOT NULL
);
CREATE INDEX access_securable_parent ON access_securable (parent_id);
CREATE INDEX access_securable_owner ON access_securable (owner);
CREATE TABLE access_grant (
    securable_id TEXT NOT NULL REFERENCES access_securable (id) ON DELETE CASCADE,
    principal TEXT NOT NULL,
    privilege TEXT NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (securable_id, principal, privilege)
);
CREATE INDEX access_grant_principal ON access_grant (principal);
CREATE TABLE access_audit (
    id TEXT PRIMARY KEY,
    metastore TEXT NOT NULL,
    workspace BIGINT NOT NULL,
    event_time BIGINT NOT NULL,
    service TEXT NOT NULL,
    action TEXT NOT NULL,
    principal TEXT NOT NULL,
    principal_name TEXT NOT NULL,
    source_address TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    request_id TEXT NOT NULL,
    target_type TEXT NOT NULL,
    target TEXT NOT NULL,
    parameters TEXT NOT NULL,
    allowed INTEGER NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX access_audit_time ON access_audit (metastore, event_time);
