CREATE TABLE identity_workspace (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    metastore TEXT NOT NULL,
    throwaway INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    clock_offset BIGINT NOT NULL
);
CREATE INDEX identity_workspace_metastore ON identity_workspace (metastore);
-- Users, service principals and groups. Keys are lower case, for names that ignore case.
CREATE TABLE identity_principal (
    id TEXT PRIMARY KEY,
    metastore TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    display_name TEXT NOT NULL,
    display_key TEXT NOT NULL,
    active INTEGER NOT NULL,
    built_in INTEGER NOT NULL,
    external_id TEXT,
    given_name TEXT,
    family_name TEXT,
    emails TEXT NOT NULL,
    email_keys TEXT NOT NULL,
    entitlements TEXT NOT NULL,
    roles TEXT NOT NULL,
    password_hash TEXT,
    created_at BIGINT NOT NULL,
    UNIQUE (metastore, name_key)
);
CREATE INDEX identity_principal_name ON identity_principal (name_key);
CREATE TABLE identity_membership (
    group_id TEXT NOT NULL REFERENCES identity_principal (id) ON DELETE CASCADE,
    member_id TEXT NOT NULL REFERENCES identity_principal (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, member_id)
);
CREATE INDEX identity_membership_member ON identity_membership (member_id);
-- Whatever proves who somebody is: tokens, sessions, client secrets, codes, links. Only hashes are kept.
CREATE TABLE identity_credential (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    metastore TEXT NOT NULL,
    workspace BIGINT NOT NULL,
    principal TEXT NOT NULL REFERENCES identity_principal (id) ON DELETE CASCADE,
    created_by TEXT NOT NULL,
    comment TEXT NOT NULL,
    details TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    last_used_at BIGINT
);
CREATE INDEX identity_credential_principal ON identity_credential (principal, kind);
CREATE INDEX identity_credential_workspace ON identity_credential (workspace, kind);
CREATE INDEX identity_credential_expires ON identity_credential (expires_at);
