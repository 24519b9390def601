-- Experiments. "number" is ours and short, because millions of rows refer to it; "id" is what clients know, unique in a workspace.
CREATE TABLE tracking_experiment (
    number BIGINT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    artifact_location TEXT NOT NULL,
    lifecycle TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (workspace, id),
    UNIQUE (workspace, name)
);

CREATE TABLE tracking_experiment_tag (
    experiment BIGINT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (experiment, key)
) ${clustered};

CREATE TABLE tracking_run (
    number BIGINT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    experiment BIGINT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    user_id TEXT NOT NULL,
    status TEXT NOT NULL,
    start_time BIGINT NOT NULL,
    end_time BIGINT,
    artifact_uri TEXT NOT NULL,
    lifecycle TEXT NOT NULL,
    deleted_at BIGINT,
    UNIQUE (workspace, id)
);
-- The usual order of a search: the youngest first.
CREATE INDEX tracking_run_youngest ON tracking_run (experiment, lifecycle, start_time DESC, id);

-- The latest value of each metric of a run, and the number of its series of points. A NaN is 0 with nan = 1.
CREATE TABLE tracking_metric (
    run BIGINT NOT NULL,
    key TEXT NOT NULL,
    series BIGINT NOT NULL,
    experiment BIGINT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    nan INTEGER NOT NULL,
    step BIGINT NOT NULL,
    time BIGINT NOT NULL,
    PRIMARY KEY (run, key)
) ${clustered};
-- Searches that filter or sort by a metric walk this index and stop when a page is full.
CREATE INDEX tracking_metric_value ON tracking_metric (experiment, key, nan, value, run);

-- Every point that was ever logged; the key makes a repeated request harmless and keeps a series together in the order of reading.
CREATE TABLE tracking_point (
    series BIGINT NOT NULL,
    time BIGINT NOT NULL,
    step BIGINT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    nan INTEGER NOT NULL,
    PRIMARY KEY (series, time, step, value, nan)
) ${clustered};

-- "head" is the beginning of the value, short enough for an index.
CREATE TABLE tracking_param (
    run BIGINT NOT NULL,
    key TEXT NOT NULL,
    experiment BIGINT NOT NULL,
    head TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run, key)
) ${clustered};
CREATE INDEX tracking_param_value ON tracking_param (experiment, key, head, run);

CREATE TABLE tracking_tag (
    run BIGINT NOT NULL,
    key TEXT NOT NULL,
    experiment BIGINT NOT NULL,
    head TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run, key)
) ${clustered};
CREATE INDEX tracking_tag_value ON tracking_tag (experiment, key, head, run);

CREATE TABLE tracking_dataset (
    number BIGINT PRIMARY KEY,
    experiment BIGINT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    source_type TEXT NOT NULL,
    source TEXT NOT NULL,
    schema_text TEXT,
    profile TEXT,
    UNIQUE (experiment, name, digest)
);

-- Which datasets a run read; tags as a JSON object.
CREATE TABLE tracking_input (
    run BIGINT NOT NULL,
    dataset BIGINT NOT NULL,
    context TEXT,
    tags TEXT NOT NULL,
    PRIMARY KEY (run, dataset)
) ${clustered};

-- Which logged models a run read (INPUT) and made (OUTPUT).
CREATE TABLE tracking_run_model (
    run BIGINT NOT NULL,
    direction TEXT NOT NULL,
    model TEXT NOT NULL,
    step BIGINT NOT NULL,
    PRIMARY KEY (run, direction, model)
) ${clustered};

-- Logged models of MLflow 3.
CREATE TABLE tracking_model (
    number BIGINT PRIMARY KEY,
    workspace BIGINT NOT NULL,
    experiment BIGINT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    artifact_uri TEXT NOT NULL,
    status TEXT NOT NULL,
    status_message TEXT,
    model_type TEXT,
    source_run TEXT,
    lifecycle TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (workspace, id)
);
CREATE INDEX tracking_model_youngest ON tracking_model (experiment, created_at DESC, id);

-- Params (kind PARAM) and tags (kind TAG) of logged models.
CREATE TABLE tracking_model_value (
    model BIGINT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (model, kind, key)
) ${clustered};

-- The latest value of each metric of a logged model, per run and dataset that it was measured with.
CREATE TABLE tracking_model_metric (
    model BIGINT NOT NULL,
    key TEXT NOT NULL,
    run_id TEXT NOT NULL,
    dataset_name TEXT NOT NULL,
    dataset_digest TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    nan INTEGER NOT NULL,
    step BIGINT NOT NULL,
    time BIGINT NOT NULL,
    PRIMARY KEY (model, key, run_id, dataset_name, dataset_digest)
) ${clustered};
