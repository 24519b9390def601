package dev.tarn.tracking.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Page;
import dev.tarn.core.PageToken;
import dev.tarn.http.JsonFields;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.JsonOperation.Call;
import dev.tarn.tracking.Experiment;
import dev.tarn.tracking.Experiments;
import dev.tarn.tracking.SearchRequest;
import dev.tarn.tracking.View;
import java.util.List;
import java.util.Optional;

/** Experiments over REST. */
final class ExperimentOperations {
    private static final int MOST = 50_000;
    private static final int USUAL = 1000;

    private final Experiments experiments;

    ExperimentOperations(Experiments experiments) {
        this.experiments = experiments;
    }

    List<JsonOperation> all() {
        String base = "/2.0/mlflow/experiments/";
        return List.of(
                new JsonOperation("mlflow", "POST", base + "create", this::create),
                new JsonOperation("mlflow", "GET", base + "get", this::get),
                new JsonOperation("mlflow", "GET", base + "get-by-name", this::getByName),
                new JsonOperation("mlflow", "POST", base + "search", this::search),
                new JsonOperation("mlflow", "GET", base + "search", this::search),
                new JsonOperation("mlflow", "GET", base + "list", this::search),
                new JsonOperation("mlflow", "POST", base + "update", this::update),
                new JsonOperation("mlflow", "POST", base + "delete", this::delete),
                new JsonOperation("mlflow", "POST", base + "restore", this::restore),
                new JsonOperation("mlflow", "POST", base + "purge", this::purge),
                new JsonOperation("mlflow", "POST", base + "set-experiment-tag", this::setTag),
                new JsonOperation("mlflow", "POST", base + "delete-experiment-tag", this::deleteTag));
    }

    static SearchRequest searchRequest(JsonFields fields, String view, int usual, int most) {
        return new SearchRequest(
                fields.text("filter").orElse(""),
                fields.texts("order_by"),
                fields.value(view, View.class).orElse(View.ACTIVE_ONLY),
                fields.size("max_results", usual, most),
                token(fields));
    }

    static Optional<PageToken> token(JsonFields fields) {
        return fields.text("page_token").filter(token -> !token.isEmpty()).map(PageToken::decode);
    }

    private ObjectNode create(Call call) {
        String id = experiments.create(
                call.caller(),
                call.fields().required("name"),
                call.fields().text("artifact_location").filter(location -> !location.isEmpty()),
                call.fields().list("tags", Answers::pair));
        return Answers.empty().put("experiment_id", id);
    }

    private ObjectNode get(Call call) {
        return shown(call, experiments.get(call.caller(), id(call)));
    }

    private ObjectNode getByName(Call call) {
        return shown(call, experiments.getByName(call.caller(), call.fields().required("experiment_name")));
    }

    private ObjectNode search(Call call) {
        Page<Experiment> page =
                experiments.search(call.caller(), searchRequest(call.fields(), "view_type", USUAL, MOST));
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("experiments");
        page.items().forEach(experiment -> list.add(Answers.experiment(call.caller(), experiment)));
        Answers.page(json, page);
        return json;
    }

    private ObjectNode update(Call call) {
        String id = id(call);
        call.fields().text("new_name").ifPresent(name -> experiments.rename(call.caller(), id, name));
        return Answers.empty();
    }

    private ObjectNode delete(Call call) {
        experiments.delete(call.caller(), id(call));
        return Answers.empty();
    }

    private ObjectNode restore(Call call) {
        experiments.restore(call.caller(), id(call));
        return Answers.empty();
    }

    /** Ours: MLflow has no call that deletes for good. */
    private ObjectNode purge(Call call) {
        experiments.purge(call.caller(), id(call));
        return Answers.empty();
    }

    private ObjectNode setTag(Call call) {
        experiments.setTag(call.caller(), id(call), Answers.pair(call.fields()));
        return Answers.empty();
    }

    private ObjectNode deleteTag(Call call) {
        experiments.deleteTag(call.caller(), id(call), call.fields().required("key"));
        return Answers.empty();
    }

    private static String id(Call call) {
        return call.fields()
                .textOrNumber("experiment_id")
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> dev.tarn.tracking.TrackingErrors.missing("experiment_id"));
    }

    private static ObjectNode shown(Call call, Experiment experiment) {
        ObjectNode json = Answers.empty();
        json.set("experiment", Answers.experiment(call.caller(), experiment));
        return json;
    }
}
