package dev.tarn.tracking.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageToken;
import dev.tarn.http.JsonFields;
import dev.tarn.tracking.DatasetInput;
import dev.tarn.tracking.Experiment;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.LoggedModel;
import dev.tarn.tracking.Metric;
import dev.tarn.tracking.Run;
import dev.tarn.tracking.RunInfo;
import java.util.List;

/** The room's records as MLflow's JSON. 64-bit numbers are numbers, NaN and the infinities texts, as MLflow's server writes them. */
public final class Answers {
    private static final String PROXIED = "mlflow-artifacts:";
    private static final String DATABRICKS = "dbfs:/databricks/mlflow-tracking";

    private Answers() {}

    /** An object without fields. */
    public static ObjectNode empty() {
        return JsonFields.object();
    }

    /**
     * Where a client finds artifacts that this server keeps: a client of the vendor's service ({@code databricks} as its tracking
     * URI) knows DBFS paths, others the proxy.
     */
    static String location(Caller caller, String location) {
        boolean vendors = caller.request().userAgent().contains("databricks-sdk");
        return vendors && location.startsWith(PROXIED) ? DATABRICKS + location.substring(PROXIED.length()) : location;
    }

    static ObjectNode experiment(Caller caller, Experiment experiment) {
        ObjectNode json = empty();
        json.put("experiment_id", experiment.id());
        json.put("name", experiment.name());
        json.put("artifact_location", location(caller, experiment.artifactLocation()));
        json.put("lifecycle_stage", experiment.lifecycle().word());
        json.put("last_update_time", experiment.updatedAt().toEpochMilli());
        json.put("creation_time", experiment.createdAt().toEpochMilli());
        pairs(json, "tags", experiment.tags());
        return json;
    }

    static ObjectNode run(Caller caller, Run run) {
        ObjectNode json = empty();
        json.set("info", info(caller, run.info()));
        ObjectNode data = json.putObject("data");
        ArrayNode metrics = array(data, "metrics", run.metrics());
        run.metrics()
                .forEach(metric ->
                        metrics.add(metric(metric).put("run_id", run.info().id())));
        pairs(data, "params", run.params());
        pairs(data, "tags", run.tags());
        ObjectNode inputs = json.putObject("inputs");
        ArrayNode datasets = array(inputs, "dataset_inputs", run.inputs());
        run.inputs().forEach(input -> datasets.add(dataset(input)));
        ArrayNode read = array(inputs, "model_inputs", run.inputModels());
        run.inputModels().forEach(link -> read.addObject().put("model_id", link.modelId()));
        ObjectNode outputs = json.putObject("outputs");
        ArrayNode made = array(outputs, "model_outputs", run.outputModels());
        run.outputModels()
                .forEach(
                        link -> made.addObject().put("model_id", link.modelId()).put("step", link.step()));
        return json;
    }

    static ObjectNode info(Caller caller, RunInfo run) {
        ObjectNode json = empty();
        json.put("run_uuid", run.id());
        json.put("run_id", run.id());
        json.put("run_name", run.name());
        json.put("experiment_id", run.experimentId());
        json.put("user_id", run.userId());
        json.put("status", run.status().name());
        json.put("start_time", run.startTime());
        run.endTime().ifPresent(end -> json.put("end_time", end));
        json.put("artifact_uri", location(caller, run.artifactUri()));
        json.put("lifecycle_stage", run.lifecycle().word());
        return json;
    }

    static ObjectNode metric(Metric metric) {
        return empty().put("key", metric.key())
                .put("value", metric.value())
                .put("timestamp", metric.timestamp())
                .put("step", metric.step());
    }

    static ObjectNode model(Caller caller, LoggedModel model) {
        LoggedModel.Info info = model.info();
        ObjectNode json = empty();
        ObjectNode head = json.putObject("info");
        head.put("model_id", info.id());
        head.put("experiment_id", info.experimentId());
        head.put("name", info.name());
        head.put("creation_timestamp_ms", info.createdAt().toEpochMilli());
        head.put("last_updated_timestamp_ms", info.updatedAt().toEpochMilli());
        head.put("artifact_uri", location(caller, info.artifactUri()));
        head.put("status", "LOGGED_MODEL_" + info.status().name());
        info.modelType().ifPresent(type -> head.put("model_type", type));
        info.sourceRunId().ifPresent(run -> head.put("source_run_id", run));
        info.statusMessage().ifPresent(message -> head.put("status_message", message));
        pairs(head, "tags", model.tags());
        ObjectNode data = json.putObject("data");
        pairs(data, "params", model.params());
        ArrayNode metrics = array(data, "metrics", model.metrics());
        for (LoggedModel.Measured measured : model.metrics()) {
            ObjectNode metric = metric(measured.metric());
            metric.put("model_id", info.id()).put("run_id", measured.runId());
            measured.metric()
                    .dataset()
                    .ifPresent(dataset ->
                            metric.put("dataset_name", dataset.name()).put("dataset_digest", dataset.digest()));
            metrics.add(metric);
        }
        return json;
    }

    static void page(ObjectNode json, Page<?> page) {
        page.next().map(PageToken::encode).ifPresent(token -> json.put("next_page_token", token));
    }

    private static ObjectNode dataset(DatasetInput input) {
        ObjectNode json = empty();
        ObjectNode dataset = json.putObject("dataset");
        dataset.put("name", input.name());
        dataset.put("digest", input.digest());
        dataset.put("source_type", input.sourceType());
        dataset.put("source", input.source());
        input.schema().ifPresent(schema -> dataset.put("schema", schema));
        input.profile().ifPresent(profile -> dataset.put("profile", profile));
        pairs(json, "tags", input.tags());
        return json;
    }

    /** A list of params or tags; none is no field, as protobuf writes it. */
    public static void pairs(ObjectNode json, String name, List<KeyValue> pairs) {
        ArrayNode list = array(json, name, pairs);
        pairs.forEach(pair -> list.addObject().put("key", pair.key()).put("value", pair.value()));
    }

    private static ArrayNode array(ObjectNode json, String name, List<?> items) {
        return items.isEmpty() ? JsonFields.array() : json.putArray(name);
    }

    /** A param or tag; its value may be missing. */
    static KeyValue pair(JsonFields fields) {
        return new KeyValue(fields.required("key"), fields.text("value").orElse(""));
    }
}
