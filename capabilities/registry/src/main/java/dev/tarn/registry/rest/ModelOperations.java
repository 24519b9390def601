package dev.tarn.registry.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Page;
import dev.tarn.http.JsonFields;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.JsonOperation.Call;
import dev.tarn.registry.AliasPeriod;
import dev.tarn.registry.ModelVersion;
import dev.tarn.registry.RegisteredModel;
import dev.tarn.registry.RegisteredModels;
import java.util.List;
import java.util.Locale;

/** Registered models over REST. */
final class ModelOperations {
    private final RegisteredModels models;

    ModelOperations(RegisteredModels models) {
        this.models = models;
    }

    List<JsonOperation> all() {
        String base = "/2.0/mlflow/registered-models/";
        return List.of(
                operation("POST", base + "create", this::create),
                operation("GET", base + "get", this::get),
                operation("GET", "/2.0/mlflow/databricks/registered-models/get", this::getForDatabricks),
                operation("GET", base + "search", this::search),
                operation("GET", base + "list", this::search),
                operation("POST", base + "rename", this::rename),
                operation("PATCH", base + "update", this::update),
                operation("DELETE", base + "delete", this::delete),
                operation("POST", base + "get-latest-versions", this::latest),
                operation("GET", base + "get-latest-versions", this::latest),
                operation("POST", base + "set-tag", this::setTag),
                operation("DELETE", base + "delete-tag", this::deleteTag),
                operation("POST", base + "alias", this::setAlias),
                operation("DELETE", base + "alias", this::deleteAlias),
                operation("GET", base + "alias", this::byAlias),
                operation("GET", base + "alias-history", this::history));
    }

    private static JsonOperation operation(String method, String path, JsonOperation.Handler handler) {
        return new JsonOperation("mlflow", method, path, handler);
    }

    private ObjectNode create(Call call) {
        return shown(models.create(
                call.caller(),
                call.fields().required("name"),
                call.fields().text("description").orElse(""),
                Answers.tags(call.fields())));
    }

    private ObjectNode get(Call call) {
        return shown(models.get(call.caller(), name(call)));
    }

    private ObjectNode getForDatabricks(Call call) {
        RegisteredModel model = models.get(call.caller(), name(call));
        ObjectNode json = Answers.model(model).put("id", model.id());
        models.level(call.caller(), model).ifPresent(level -> json.put("permission_level", level.name()));
        return Answers.holding("registered_model_databricks", json);
    }

    private ObjectNode search(Call call) {
        Page<RegisteredModel> page = models.search(call.caller(), Answers.search(call.fields(), 100, 1000));
        ObjectNode json = JsonFields.object();
        ArrayNode list = json.putArray("registered_models");
        page.items().forEach(model -> list.add(Answers.model(model)));
        Answers.page(json, page);
        return json;
    }

    private ObjectNode rename(Call call) {
        return shown(models.rename(call.caller(), name(call), call.fields().required("new_name")));
    }

    private ObjectNode update(Call call) {
        return shown(models.describe(
                call.caller(), name(call), call.fields().text("description").orElse("")));
    }

    private ObjectNode delete(Call call) {
        models.delete(call.caller(), name(call));
        return JsonFields.object();
    }

    private ObjectNode latest(Call call) {
        List<String> stages = call.fields().texts("stages").stream()
                .map(stage -> dev.tarn.registry.Stage.parse(stage).word().toLowerCase(Locale.ROOT))
                .toList();
        ObjectNode json = JsonFields.object();
        ArrayNode list = json.putArray("model_versions");
        for (ModelVersion version : models.get(call.caller(), name(call)).latest()) {
            if (stages.isEmpty() || stages.contains(version.stage().word().toLowerCase(Locale.ROOT))) {
                list.add(Answers.version(version));
            }
        }
        return json;
    }

    private ObjectNode setTag(Call call) {
        models.setTag(call.caller(), name(call), Answers.tag(call.fields()));
        return JsonFields.object();
    }

    private ObjectNode deleteTag(Call call) {
        models.deleteTag(call.caller(), name(call), call.fields().required("key"));
        return JsonFields.object();
    }

    private ObjectNode setAlias(Call call) {
        models.setAlias(
                call.caller(), name(call), call.fields().required("alias"), VersionOperations.version(call.fields()));
        return JsonFields.object();
    }

    private ObjectNode deleteAlias(Call call) {
        models.deleteAlias(call.caller(), name(call), call.fields().required("alias"));
        return JsonFields.object();
    }

    private ObjectNode byAlias(Call call) {
        return Answers.holding(
                "model_version",
                Answers.version(
                        models.byAlias(call.caller(), name(call), call.fields().required("alias"))));
    }

    /** Ours: which version an alias named when. */
    private ObjectNode history(Call call) {
        String name = name(call);
        models.get(call.caller(), name);
        ObjectNode json = JsonFields.object();
        ArrayNode list = json.putArray("alias_history");
        for (AliasPeriod period : models.history(call.caller())) {
            if (period.model().equals(name)) {
                ObjectNode entry = list.addObject()
                        .put("name", period.model())
                        .put("alias", period.alias())
                        .put("version", String.valueOf(period.version()))
                        .put("since", period.since().toEpochMilli())
                        .put("set_by", period.setBy());
                period.until().ifPresent(until -> entry.put("until", until.toEpochMilli()));
                period.endedBy().ifPresent(user -> entry.put("ended_by", user));
            }
        }
        return json;
    }

    private static String name(Call call) {
        return call.fields().required("name");
    }

    private static ObjectNode shown(RegisteredModel model) {
        return Answers.holding("registered_model", Answers.model(model));
    }
}
