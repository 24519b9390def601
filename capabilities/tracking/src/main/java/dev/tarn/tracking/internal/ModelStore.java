package dev.tarn.tracking.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.Lifecycle;
import dev.tarn.tracking.LoggedModel;
import dev.tarn.tracking.LoggedModel.Info;
import dev.tarn.tracking.LoggedModel.Measured;
import dev.tarn.tracking.Metric;
import dev.tarn.tracking.Metric.DatasetName;
import dev.tarn.tracking.RunInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes logged models. */
public final class ModelStore {
    static final String COLUMNS = "m.number, m.id, m.experiment, m.name, m.artifact_uri, m.status, m.status_message,"
            + " m.model_type, m.source_run, m.created_at, m.updated_at,"
            + " (SELECT e.id FROM tracking_experiment e WHERE e.number = m.experiment) AS experiment_id";

    /** Kinds of values. */
    public enum Kind {
        PARAM,
        TAG
    }

    public void insert(Tx tx, WorkspaceId workspace, Info model) {
        tx.update(
                """
                INSERT INTO tracking_model (number, workspace, experiment, id, name, artifact_uri, status, status_message,
                  model_type, source_run, lifecycle, created_at, updated_at)
                VALUES (:number, :workspace, :experiment, :id, :name, :uri, :status, :message, :type, :run, 'ACTIVE',
                  :created, :updated)
                """,
                Map.ofEntries(
                        Map.entry("number", model.number()),
                        Map.entry("workspace", workspace.value()),
                        Map.entry("experiment", model.experiment()),
                        Map.entry("id", model.id()),
                        Map.entry("name", model.name()),
                        Map.entry("uri", model.artifactUri()),
                        Map.entry("status", model.status()),
                        Map.entry("message", model.statusMessage()),
                        Map.entry("type", model.modelType()),
                        Map.entry("run", model.sourceRunId()),
                        Map.entry("created", model.createdAt()),
                        Map.entry("updated", model.updatedAt())));
    }

    public Optional<Info> find(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT " + COLUMNS + " FROM tracking_model m WHERE m.workspace = :workspace AND m.id = :id"
                        + " AND m.lifecycle = 'ACTIVE'",
                Map.of("workspace", workspace.value(), "id", id),
                ModelStore::info);
    }

    public void setStatus(Tx tx, long number, LoggedModel.Status status, Instant now) {
        tx.update(
                "UPDATE tracking_model SET status = :status, updated_at = :now WHERE number = :number",
                Map.of("number", number, "status", status, "now", now));
    }

    public void delete(Tx tx, long number, Instant now) {
        tx.update(
                "UPDATE tracking_model SET lifecycle = :deleted, updated_at = :now WHERE number = :number",
                Map.of("number", number, "deleted", Lifecycle.DELETED, "now", now));
    }

    public void put(Tx tx, long model, Kind kind, List<KeyValue> pairs) {
        tx.updateAll(
                """
                INSERT INTO tracking_model_value (model, kind, key, value) VALUES (:model, :kind, :key, :value)
                ON CONFLICT (model, kind, key) DO UPDATE SET value = excluded.value
                """,
                pairs.stream()
                        .map(pair ->
                                Map.of("model", model, "kind", kind, "key", pair.key(), "value", (Object) pair.value()))
                        .toList());
    }

    public boolean deleteTag(Tx tx, long model, String key) {
        return tx.update(
                        "DELETE FROM tracking_model_value WHERE model = :model AND kind = 'TAG' AND key = :key",
                        Map.of("model", model, "key", key))
                > 0;
    }

    /** Moves the metrics of models that a run measured; those of models that are not there are left out. */
    public void putMetrics(Tx tx, WorkspaceId workspace, RunInfo run, List<Metric> metrics) {
        for (Metric metric : metrics) {
            metric.modelId()
                    .flatMap(id -> find(tx, workspace, id))
                    .ifPresent(model -> putMetric(tx, model.number(), run.id(), metric));
        }
    }

    public Map<Long, List<KeyValue>> values(Tx tx, Kind kind, Collection<Long> models) {
        record Of(long model, KeyValue pair) {}
        return models.isEmpty()
                ? Map.of()
                : tx
                        .list(
                                "SELECT model, key, value FROM tracking_model_value WHERE model IN (<models>) AND kind = :kind"
                                        + " ORDER BY model, key",
                                Map.of("models", models, "kind", kind),
                                row -> new Of(row.number("model"), new KeyValue(row.text("key"), row.text("value"))))
                        .stream()
                        .collect(Collectors.groupingBy(Of::model, Collectors.mapping(Of::pair, Collectors.toList())));
    }

    public Map<Long, List<Measured>> metrics(Tx tx, Collection<Long> models) {
        record Of(long model, Measured metric) {}
        return models.isEmpty()
                ? Map.of()
                : tx
                        .list(
                                "SELECT * FROM tracking_model_metric WHERE model IN (<models>) ORDER BY model, key, time",
                                Map.of("models", models),
                                row -> new Of(row.number("model"), new Measured(metric(row), row.text("run_id"))))
                        .stream()
                        .collect(Collectors.groupingBy(Of::model, Collectors.mapping(Of::metric, Collectors.toList())));
    }

    static Info info(Row row) {
        return new Info(
                row.number("number"),
                row.text("id"),
                row.number("experiment"),
                row.text("experiment_id"),
                row.text("name"),
                row.text("artifact_uri"),
                row.value("status", LoggedModel.Status.class),
                row.findText("status_message"),
                row.findText("model_type"),
                row.findText("source_run"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    private static void putMetric(Tx tx, long model, String runId, Metric metric) {
        tx.update(
                """
                INSERT INTO tracking_model_metric (model, key, run_id, dataset_name, dataset_digest, value, nan, step, time)
                VALUES (:model, :key, :run, :name, :digest, :value, :nan, :step, :time)
                ON CONFLICT (model, key, run_id, dataset_name, dataset_digest) DO UPDATE SET value = excluded.value,
                  nan = excluded.nan, step = excluded.step, time = excluded.time
                WHERE (excluded.step, excluded.time, excluded.value)
                  > (tracking_model_metric.step, tracking_model_metric.time, tracking_model_metric.value)
                """,
                Map.of(
                        "model", model,
                        "key", metric.key(),
                        "run", runId,
                        "name", metric.dataset().map(DatasetName::name).orElse(""),
                        "digest", metric.dataset().map(DatasetName::digest).orElse(""),
                        "value", MetricStore.stored(metric.value()),
                        "nan", MetricStore.nan(metric.value()),
                        "step", metric.step(),
                        "time", metric.timestamp()));
    }

    private static Metric metric(Row row) {
        String dataset = row.text("dataset_name");
        return new Metric(
                row.text("key"),
                row.integer("nan") == 1 ? Double.NaN : row.real("value"),
                row.number("time"),
                row.number("step"),
                Optional.empty(),
                dataset.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DatasetName(dataset, row.text("dataset_digest"))));
    }
}
