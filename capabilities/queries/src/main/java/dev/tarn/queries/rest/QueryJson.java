package dev.tarn.queries.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Json;
import dev.tarn.queries.QueryChange;
import dev.tarn.queries.QueryContent;
import dev.tarn.queries.QueryContent.Place;
import dev.tarn.queries.QueryContent.Settings;
import dev.tarn.queries.QueryFolder;
import dev.tarn.queries.SavedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saved queries in the words of our own API. Times are epoch milliseconds. */
final class QueryJson {
    private QueryJson() {}

    /** A line of a list: without text and settings. */
    static Map<String, Object> summary(SavedQuery query) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", query.id());
        body.put("display_name", query.content().name());
        body.put("parent_path", query.folder().path());
        body.put("description", query.content().settings().description());
        body.put("tags", query.content().settings().tags());
        body.put("owner_user_name", query.people().ownerName());
        body.put("last_modifier_user_name", query.people().modifierName());
        body.put("etag", String.valueOf(query.version()));
        body.put("create_time", query.times().created().toEpochMilli());
        body.put("update_time", query.times().updated().toEpochMilli());
        query.times().trashed().ifPresent(time -> body.put("trash_time", time.toEpochMilli()));
        return body;
    }

    static Map<String, Object> whole(SavedQuery query) {
        Map<String, Object> body = summary(query);
        body.putAll(content(query.content()));
        return body;
    }

    static Map<String, Object> content(QueryContent content) {
        Settings settings = content.settings();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("display_name", content.name());
        body.put("query_text", content.text());
        body.put("description", settings.description());
        settings.place().warehouseId().ifPresent(id -> body.put("warehouse_id", id));
        settings.place().catalog().ifPresent(name -> body.put("catalog", name));
        settings.place().schema().ifPresent(name -> body.put("schema", name));
        body.put("parameters", Json.readTree(settings.parameters()));
        body.put("tags", settings.tags());
        return body;
    }

    /** Fields that are there change, those that are null are cleared, others stay. {@code etag} guards against lost changes. */
    static QueryChange change(JsonNode body) {
        return new QueryChange(
                old -> changed(old, body),
                Optional.empty(),
                present(body, "parent_path").map(QueryFolder::parse),
                present(body, "etag").map(QueryJson::version));
    }

    private static QueryContent changed(QueryContent old, JsonNode body) {
        Settings was = old.settings();
        Place place = new Place(
                optional(body, "warehouse_id", was.place().warehouseId()),
                optional(body, "catalog", was.place().catalog()),
                optional(body, "schema", was.place().schema()));
        Settings settings = new Settings(
                text(body, "description", was.description()),
                place,
                body.has("parameters") ? array(body, "parameters").toString() : was.parameters(),
                body.has("tags") ? tags(array(body, "tags")) : was.tags(),
                was.runAs(),
                was.autoLimit());
        return new QueryContent(text(body, "display_name", old.name()), text(body, "query_text", old.text()), settings);
    }

    private static long version(String etag) {
        try {
            return Long.parseLong(etag);
        } catch (NumberFormatException e) {
            throw AppException.invalid("'etag' is not one of ours: send what you read, unchanged.");
        }
    }

    private static JsonNode array(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isNull()) {
            return Json.readTree("[]");
        }
        boolean parameters = field.equals("parameters");
        for (JsonNode item : value) {
            if (parameters ? !item.isObject() : !item.isTextual()) {
                throw AppException.invalid("'" + field + "' holds something of the wrong kind.");
            }
        }
        if (!value.isArray()) {
            throw AppException.invalid("'" + field + "' must be an array.");
        }
        return value;
    }

    private static List<String> tags(JsonNode array) {
        List<String> tags = new ArrayList<>();
        array.forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    private static Optional<String> optional(JsonNode body, String field, Optional<String> old) {
        return body.has(field) ? present(body, field) : old;
    }

    private static String text(JsonNode body, String field, String old) {
        return body.has(field) ? present(body, field).orElse("") : old;
    }

    private static Optional<String> present(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw AppException.invalid("'" + field + "' must be a text.");
        }
        return Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }
}
