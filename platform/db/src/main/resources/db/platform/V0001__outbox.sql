-- Events that were emitted by committed transactions and are not yet handled.
CREATE TABLE platform_outbox (
    id TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    workspace BIGINT NOT NULL,
    payload TEXT NOT NULL,
    emitted_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at BIGINT NOT NULL
);
CREATE INDEX platform_outbox_due ON platform_outbox (due_at, emitted_at);
