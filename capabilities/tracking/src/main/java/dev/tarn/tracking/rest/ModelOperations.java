package dev.tarn.tracking.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Page;
import dev.tarn.http.JsonFields;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.JsonOperation.Call;
import dev.tarn.tracking.LoggedModel;
import dev.tarn.tracking.LoggedModels;
import dev.tarn.tracking.Metric;
import dev.tarn.tracking.SearchRequest;
import dev.tarn.tracking.TrackingErrors;
import dev.tarn.tracking.View;
import java.util.List;

/** Logged models over REST. */
final class ModelOperations {
    private static final String STATUS = "LOGGED_MODEL_";

    private final LoggedModels models;

    ModelOperations(LoggedModels models) {
        this.models = models;
    }

    List<JsonOperation> all() {
        String base = "/2.0/mlflow/logged-models";
        return List.of(
                new JsonOperation("mlflow", "POST", base, this::create),
                new JsonOperation("mlflow", "POST", base + "/search", this::search),
                new JsonOperation("mlflow", "GET", base + "/{modelId}", this::get),
                new JsonOperation("mlflow", "PATCH", base + "/{modelId}", this::finish),
                new JsonOperation("mlflow", "DELETE", base + "/{modelId}", this::delete),
                new JsonOperation("mlflow", "PATCH", base + "/{modelId}/tags", this::setTags),
                new JsonOperation("mlflow", "DELETE", base + "/{modelId}/tags/{tagKey}", this::deleteTag),
                new JsonOperation("mlflow", "POST", base + "/{modelId}/params", this::logParams));
    }

    private ObjectNode create(Call call) {
        JsonFields fields = call.fields();
        return shown(
                call,
                models.create(
                        call.caller(),
                        new LoggedModels.Draft(
                                fields.textOrNumber("experiment_id")
                                        .orElseThrow(() -> TrackingErrors.missing("experiment_id")),
                                fields.text("name"),
                                fields.text("model_type").filter(type -> !type.isEmpty()),
                                fields.text("source_run_id").filter(run -> !run.isEmpty()),
                                fields.list("params", Answers::pair),
                                fields.list("tags", Answers::pair))));
    }

    private ObjectNode get(Call call) {
        return shown(call, models.get(call.caller(), id(call)));
    }

    private ObjectNode finish(Call call) {
        String status = call.fields().required("status");
        LoggedModel.Status wanted = switch (status) {
            case STATUS + "READY" -> LoggedModel.Status.READY;
            case STATUS + "UPLOAD_FAILED" -> LoggedModel.Status.UPLOAD_FAILED;
            default ->
                throw TrackingErrors.invalidValue(
                        "status", status, "A model is finalized as LOGGED_MODEL_READY or LOGGED_MODEL_UPLOAD_FAILED.");
        };
        return shown(call, models.finish(call.caller(), id(call), wanted));
    }

    private ObjectNode delete(Call call) {
        models.delete(call.caller(), id(call));
        return Answers.empty();
    }

    private ObjectNode setTags(Call call) {
        return shown(call, models.setTags(call.caller(), id(call), call.fields().list("tags", Answers::pair)));
    }

    private ObjectNode deleteTag(Call call) {
        models.deleteTag(call.caller(), id(call), call.variable("tagKey"));
        return Answers.empty();
    }

    private ObjectNode logParams(Call call) {
        models.logParams(call.caller(), id(call), call.fields().list("params", Answers::pair));
        return Answers.empty();
    }

    private ObjectNode search(Call call) {
        JsonFields fields = call.fields();
        SearchRequest request = new SearchRequest(
                fields.text("filter").orElse(""),
                fields.list("order_by", ModelOperations::order),
                View.ACTIVE_ONLY,
                fields.size("max_results", 100, 1000),
                ExperimentOperations.token(fields));
        Page<LoggedModel> page = models.search(
                call.caller(),
                fields.texts("experiment_ids"),
                fields.list(
                        "datasets",
                        dataset -> new Metric.DatasetName(
                                dataset.required("dataset_name"),
                                dataset.text("dataset_digest").orElse(""))),
                request);
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("models");
        page.items().forEach(model -> list.add(Answers.model(call.caller(), model)));
        Answers.page(json, page);
        return json;
    }

    private static String order(JsonFields fields) {
        return fields.required("field_name") + (fields.flag("ascending").orElse(true) ? " ASC" : " DESC");
    }

    private static String id(Call call) {
        return call.variable("modelId");
    }

    private static ObjectNode shown(Call call, LoggedModel model) {
        ObjectNode json = Answers.empty();
        json.set("model", Answers.model(call.caller(), model));
        return json;
    }
}
