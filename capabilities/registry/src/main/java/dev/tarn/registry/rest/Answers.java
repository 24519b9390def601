package dev.tarn.registry.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Page;
import dev.tarn.core.PageToken;
import dev.tarn.http.JsonFields;
import dev.tarn.registry.ModelVersion;
import dev.tarn.registry.RegisteredModel;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.SearchRequest;
import dev.tarn.tracking.View;
import java.util.List;

/** The room's records as MLflow's JSON, and its requests as the door's. */
final class Answers {
    private Answers() {}

    static ObjectNode model(RegisteredModel model) {
        ObjectNode json = JsonFields.object();
        json.put("name", model.name());
        json.put("creation_timestamp", model.createdAt().toEpochMilli());
        json.put("last_updated_timestamp", model.updatedAt().toEpochMilli());
        json.put("user_id", model.userId());
        if (!model.description().isEmpty()) {
            json.put("description", model.description());
        }
        if (!model.latest().isEmpty()) {
            ArrayNode latest = json.putArray("latest_versions");
            model.latest().forEach(version -> latest.add(version(version)));
        }
        tags(json, model.tags());
        if (!model.aliases().isEmpty()) {
            ArrayNode aliases = json.putArray("aliases");
            model.aliases()
                    .forEach(alias -> aliases.addObject()
                            .put("alias", alias.alias())
                            .put("version", String.valueOf(alias.version())));
        }
        return json;
    }

    static ObjectNode version(ModelVersion version) {
        ObjectNode json = JsonFields.object();
        json.put("name", version.name());
        json.put("version", String.valueOf(version.version()));
        json.put("creation_timestamp", version.createdAt().toEpochMilli());
        json.put("last_updated_timestamp", version.updatedAt().toEpochMilli());
        json.put("user_id", version.userId());
        json.put("current_stage", version.stage().word());
        json.put("description", version.description());
        json.put("source", version.source());
        json.put("run_id", version.runId());
        json.put("status", version.status().name());
        json.put("run_link", version.runLink());
        if (!version.statusMessage().isEmpty()) {
            json.put("status_message", version.statusMessage());
        }
        if (!version.loggedModel().isEmpty()) {
            json.put("model_id", version.loggedModel());
        }
        tags(json, version.tags());
        if (!version.aliases().isEmpty()) {
            ArrayNode aliases = json.putArray("aliases");
            version.aliases().forEach(aliases::add);
        }
        return json;
    }

    static ObjectNode holding(String name, ObjectNode value) {
        ObjectNode json = JsonFields.object();
        json.set(name, value);
        return json;
    }

    static void page(ObjectNode json, Page<?> page) {
        page.next().map(PageToken::encode).ifPresent(token -> json.put("next_page_token", token));
    }

    static SearchRequest search(JsonFields fields, int usual, int most) {
        return new SearchRequest(
                fields.text("filter").orElse(""),
                fields.texts("order_by"),
                View.ACTIVE_ONLY,
                fields.size("max_results", usual, most),
                fields.text("page_token").filter(token -> !token.isEmpty()).map(PageToken::decode));
    }

    static List<KeyValue> tags(JsonFields fields) {
        return fields.list("tags", Answers::tag);
    }

    static KeyValue tag(JsonFields fields) {
        return new KeyValue(fields.required("key"), fields.text("value").orElse(""));
    }

    private static void tags(ObjectNode json, List<KeyValue> tags) {
        if (!tags.isEmpty()) {
            ArrayNode list = json.putArray("tags");
            tags.forEach(tag -> list.addObject().put("key", tag.key()).put("value", tag.value()));
        }
    }
}
