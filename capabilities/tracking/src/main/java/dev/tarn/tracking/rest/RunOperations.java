package dev.tarn.tracking.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Page;
import dev.tarn.http.JsonFields;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.JsonOperation.Call;
import dev.tarn.tracking.Batch;
import dev.tarn.tracking.DatasetInput;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.Metric;
import dev.tarn.tracking.Rules;
import dev.tarn.tracking.Run;
import dev.tarn.tracking.RunStatus;
import dev.tarn.tracking.Runs;
import dev.tarn.tracking.TrackingErrors;
import java.util.List;
import java.util.Optional;

/** Runs over REST. */
final class RunOperations {
    private static final int MOST = 50_000;
    private static final int USUAL = 1000;

    private final Runs runs;

    RunOperations(Runs runs) {
        this.runs = runs;
    }

    List<JsonOperation> all() {
        String base = "/2.0/mlflow/runs/";
        return List.of(
                new JsonOperation("mlflow", "POST", base + "create", this::create),
                new JsonOperation("mlflow", "POST", base + "update", this::update),
                new JsonOperation("mlflow", "GET", base + "get", this::get),
                new JsonOperation("mlflow", "POST", base + "search", this::search),
                new JsonOperation("mlflow", "POST", base + "delete", this::delete),
                new JsonOperation("mlflow", "POST", base + "restore", this::restore),
                new JsonOperation("mlflow", "POST", base + "purge", this::purge),
                new JsonOperation("mlflow", "POST", base + "log-metric", this::logMetric),
                new JsonOperation("mlflow", "POST", base + "log-parameter", this::logParam),
                new JsonOperation("mlflow", "POST", base + "log-batch", this::logBatch),
                new JsonOperation("mlflow", "POST", base + "set-tag", this::setTag),
                new JsonOperation("mlflow", "POST", base + "delete-tag", this::deleteTag),
                new JsonOperation("mlflow", "POST", base + "log-model", this::logModel),
                new JsonOperation("mlflow", "POST", base + "log-inputs", this::logInputs),
                new JsonOperation("mlflow", "POST", base + "outputs", this::logOutputs),
                new JsonOperation("mlflow", "POST", "/2.0/mlflow/databricks/runs/delete-runs", this::deleteRuns),
                new JsonOperation("mlflow", "POST", "/2.0/mlflow/databricks/runs/restore-runs", this::restoreRuns));
    }

    private ObjectNode create(Call call) {
        JsonFields fields = call.fields();
        String experiment =
                fields.textOrNumber("experiment_id").filter(id -> !id.isEmpty()).orElse("0");
        return shown(
                call,
                runs.create(
                        call.caller(),
                        experiment,
                        fields.text("run_name").filter(name -> !name.isEmpty()),
                        fields.number("start_time"),
                        fields.list("tags", Answers::pair)));
    }

    private ObjectNode update(Call call) {
        JsonFields fields = call.fields();
        ObjectNode json = Answers.empty();
        json.set(
                "run_info",
                Answers.info(
                        call.caller(),
                        runs.update(
                                call.caller(),
                                runId(fields),
                                fields.value("status", RunStatus.class),
                                fields.number("end_time"),
                                fields.text("run_name").filter(name -> !name.isEmpty()))));
        return json;
    }

    private ObjectNode get(Call call) {
        return shown(call, runs.get(call.caller(), runId(call.fields())));
    }

    private ObjectNode search(Call call) {
        Page<Run> page = runs.search(
                call.caller(),
                call.fields().texts("experiment_ids"),
                ExperimentOperations.searchRequest(call.fields(), "run_view_type", USUAL, MOST));
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("runs");
        page.items().forEach(run -> list.add(Answers.run(call.caller(), run)));
        Answers.page(json, page);
        return json;
    }

    private ObjectNode delete(Call call) {
        runs.delete(call.caller(), runId(call.fields()));
        return Answers.empty();
    }

    private ObjectNode restore(Call call) {
        runs.restore(call.caller(), runId(call.fields()));
        return Answers.empty();
    }

    /** Ours: MLflow has no call that deletes for good. */
    private ObjectNode purge(Call call) {
        runs.purge(call.caller(), runId(call.fields()));
        return Answers.empty();
    }

    private ObjectNode logMetric(Call call) {
        runs.log(call.caller(), runId(call.fields()), Batch.metric(metric(call.fields())));
        return Answers.empty();
    }

    private ObjectNode logParam(Call call) {
        runs.log(call.caller(), runId(call.fields()), Batch.param(Answers.pair(call.fields())));
        return Answers.empty();
    }

    private ObjectNode logBatch(Call call) {
        JsonFields fields = call.fields();
        runs.log(
                call.caller(),
                runId(fields),
                new Batch(
                        fields.list("metrics", RunOperations::metric),
                        fields.list("params", Answers::pair),
                        fields.list("tags", Answers::pair)));
        return Answers.empty();
    }

    private ObjectNode setTag(Call call) {
        runs.log(call.caller(), runId(call.fields()), Batch.tag(Answers.pair(call.fields())));
        return Answers.empty();
    }

    private ObjectNode deleteTag(Call call) {
        runs.deleteTag(call.caller(), runId(call.fields()), call.fields().required("key"));
        return Answers.empty();
    }

    /** Older clients say so what models a run made; the tag's value is a JSON list of them. */
    private ObjectNode logModel(Call call) {
        String id = runId(call.fields());
        String model = call.fields().required("model_json");
        String history = "mlflow.log-model.history";
        String old = runs.get(call.caller(), id).tags().stream()
                .filter(tag -> tag.key().equals(history))
                .map(KeyValue::value)
                .findFirst()
                .orElse("[]");
        try {
            if (dev.tarn.core.Json.readTree(old) instanceof ArrayNode list
                    && dev.tarn.core.Json.readTree(model) instanceof ObjectNode added) {
                list.add(added);
                runs.log(call.caller(), id, Batch.tag(new KeyValue(history, list.toString())));
                return Answers.empty();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw AppException.invalid("Malformed model info. 'model_json' must be the JSON of an MLmodel file.");
    }

    private ObjectNode logInputs(Call call) {
        runs.logInputs(
                call.caller(),
                runId(call.fields()),
                call.fields().list("datasets", RunOperations::input),
                call.fields().list("models", link -> new Run.ModelLink(link.required("model_id"), 0)));
        return Answers.empty();
    }

    private ObjectNode logOutputs(Call call) {
        runs.logOutputs(
                call.caller(),
                runId(call.fields()),
                call.fields()
                        .list(
                                "models",
                                link -> new Run.ModelLink(
                                        link.required("model_id"),
                                        link.number("step").orElse(0L))));
        return Answers.empty();
    }

    private ObjectNode deleteRuns(Call call) {
        JsonFields fields = call.fields();
        return Answers.empty()
                .put(
                        "runs_deleted",
                        runs.deleteAll(
                                call.caller(),
                                fields.required("experiment_id"),
                                time(fields, "max_timestamp_millis"),
                                fields.size("max_runs", 10_000, 10_000)));
    }

    private ObjectNode restoreRuns(Call call) {
        JsonFields fields = call.fields();
        return Answers.empty()
                .put(
                        "runs_restored",
                        runs.restoreAll(
                                call.caller(),
                                fields.required("experiment_id"),
                                time(fields, "min_timestamp_millis"),
                                fields.size("max_runs", 10_000, 10_000)));
    }

    static String runId(JsonFields fields) {
        return fields.required("run_id", "run_uuid");
    }

    static Metric metric(JsonFields fields) {
        Optional<String> dataset = fields.text("dataset_name").filter(name -> !name.isEmpty());
        return new Metric(
                fields.required("key"),
                fields.real("value"),
                fields.number("timestamp").orElseThrow(() -> TrackingErrors.missing("timestamp")),
                fields.number("step").orElse(0L),
                fields.text("model_id").filter(id -> !id.isEmpty()),
                dataset.map(name -> new Metric.DatasetName(
                        name, fields.text("dataset_digest").orElse(""))));
    }

    private static DatasetInput input(JsonFields fields) {
        JsonFields dataset = fields.object("dataset").orElseThrow(() -> TrackingErrors.missing("dataset"));
        return Rules.dataset(new DatasetInput(
                dataset.required("name"),
                dataset.required("digest"),
                dataset.required("source_type"),
                dataset.required("source"),
                dataset.text("schema"),
                dataset.text("profile"),
                fields.list("tags", Answers::pair)));
    }

    private static long time(JsonFields fields, String name) {
        return fields.number(name).orElseThrow(() -> TrackingErrors.missing(name));
    }

    private static ObjectNode shown(Call call, Run run) {
        ObjectNode json = Answers.empty();
        json.set("run", Answers.run(call.caller(), run));
        return json;
    }
}
