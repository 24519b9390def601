CREATE TABLE example_thing (
    id TEXT PRIMARY KEY,
    note TEXT,
    amount BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    good INTEGER NOT NULL
);
