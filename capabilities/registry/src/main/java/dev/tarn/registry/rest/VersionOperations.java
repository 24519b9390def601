package dev.tarn.registry.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Page;
import dev.tarn.http.JsonFields;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.JsonOperation.Call;
import dev.tarn.registry.ModelVersion;
import dev.tarn.registry.ModelVersions;
import dev.tarn.registry.Stage;
import java.util.List;

/** Versions over REST. */
final class VersionOperations {
    private final ModelVersions versions;

    VersionOperations(ModelVersions versions) {
        this.versions = versions;
    }

    List<JsonOperation> all() {
        String base = "/2.0/mlflow/model-versions/";
        return List.of(
                operation("POST", base + "create", this::create),
                operation("GET", base + "get", this::get),
                operation("GET", base + "search", this::search),
                operation("PATCH", base + "update", this::update),
                operation("DELETE", base + "delete", this::delete),
                operation("GET", base + "get-download-uri", this::downloadUri),
                operation("POST", base + "transition-stage", call -> transition(call, "model_version")),
                operation(
                        "POST",
                        "/2.0/mlflow/databricks/model-versions/transition-stage",
                        call -> transition(call, "model_version_databricks")),
                operation("POST", base + "set-tag", this::setTag),
                operation("DELETE", base + "delete-tag", this::deleteTag));
    }

    private static JsonOperation operation(String method, String path, JsonOperation.Handler handler) {
        return new JsonOperation("mlflow", method, path, handler);
    }

    private ObjectNode create(Call call) {
        JsonFields fields = call.fields();
        return shown(versions.create(
                call.caller(),
                new ModelVersions.Draft(
                        fields.required("name"),
                        fields.required("source"),
                        fields.text("run_id").orElse(""),
                        fields.text("run_link").orElse(""),
                        fields.text("model_id").orElse(""),
                        fields.text("description").orElse(""),
                        Answers.tags(fields))));
    }

    private ObjectNode get(Call call) {
        return shown(versions.get(call.caller(), name(call), version(call.fields())));
    }

    private ObjectNode search(Call call) {
        Page<ModelVersion> page = versions.search(call.caller(), Answers.search(call.fields(), 10_000, 200_000));
        ObjectNode json = JsonFields.object();
        ArrayNode list = json.putArray("model_versions");
        page.items().forEach(version -> list.add(Answers.version(version)));
        Answers.page(json, page);
        return json;
    }

    private ObjectNode update(Call call) {
        return shown(versions.describe(
                call.caller(),
                name(call),
                version(call.fields()),
                call.fields().text("description").orElse("")));
    }

    private ObjectNode delete(Call call) {
        versions.delete(call.caller(), name(call), version(call.fields()));
        return JsonFields.object();
    }

    private ObjectNode downloadUri(Call call) {
        return JsonFields.object()
                .put(
                        "artifact_uri",
                        versions.get(call.caller(), name(call), version(call.fields()))
                                .location());
    }

    private ObjectNode transition(Call call, String answer) {
        return Answers.holding(
                answer,
                Answers.version(versions.transition(
                        call.caller(),
                        name(call),
                        version(call.fields()),
                        Stage.parse(call.fields().required("stage")),
                        call.fields().flag("archive_existing_versions").orElse(false))));
    }

    private ObjectNode setTag(Call call) {
        versions.setTag(call.caller(), name(call), version(call.fields()), Answers.tag(call.fields()));
        return JsonFields.object();
    }

    private ObjectNode deleteTag(Call call) {
        versions.deleteTag(
                call.caller(), name(call), version(call.fields()), call.fields().required("key"));
        return JsonFields.object();
    }

    static int version(JsonFields fields) {
        String text = fields.textOrNumber("version").orElseThrow(() -> JsonFields.missing("version"));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw AppException.invalid("Parameter 'version' must be an integer, got '%s'."
                    .formatted(text.length() > 100 ? text.substring(0, 100) : text));
        }
    }

    private static String name(Call call) {
        return call.fields().required("name");
    }

    private static ObjectNode shown(ModelVersion version) {
        return Answers.holding("model_version", Answers.version(version));
    }
}
