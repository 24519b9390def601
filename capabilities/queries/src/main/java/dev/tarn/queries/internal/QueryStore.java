package dev.tarn.queries.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectVisibility;
import dev.tarn.core.Json;
import dev.tarn.core.PageRequest;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.queries.QueryContent;
import dev.tarn.queries.QueryContent.Place;
import dev.tarn.queries.QueryContent.Settings;
import dev.tarn.queries.QueryFolder;
import dev.tarn.queries.QuerySearch;
import dev.tarn.queries.SavedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads and writes saved queries. */
public final class QueryStore {
    public void insert(Tx tx, SavedQuery query) {
        tx.update("""
                INSERT INTO queries_query (id, workspace, folder, name, query_text, settings, version, owner_id, owner_name,
                    modifier_name, created_at, updated_at, trashed_at)
                VALUES (:id, :workspace, :folder, :name, :text, :settings, :version, :ownerId, :ownerName,
                    :modifier, :created, :updated, :trashed)
                """, values(query));
    }

    public void update(Tx tx, Authorized<SavedQuery> old, SavedQuery query) {
        tx.update("""
                UPDATE queries_query SET folder = :folder, name = :name, query_text = :text, settings = :settings,
                    version = :version, owner_id = :ownerId, owner_name = :ownerName, modifier_name = :modifier,
                    updated_at = :updated, trashed_at = :trashed
                WHERE id = :oldId AND workspace = :workspace
                """, with(values(query), "oldId", old.value().id()));
    }

    public Optional<SavedQuery> find(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT * FROM queries_query WHERE workspace = :workspace AND id = :id",
                Map.of("workspace", workspace.value(), "id", id),
                QueryStore::query);
    }

    /** Oldest first, after the row whose {@link #sortKey} is given. */
    public List<SavedQuery> list(
            Tx tx, WorkspaceId workspace, ObjectVisibility visible, QuerySearch search, PageRequest page) {
        StringBuilder sql = new StringBuilder(
                        "SELECT * FROM queries_query WHERE workspace = :workspace AND trashed_at IS ")
                .append(search.trashed() ? "NOT NULL" : "NULL")
                .append(" AND ")
                .append(visible.condition("queries_query.id"));
        Map<String, Object> values = new HashMap<>(Map.of("workspace", workspace.value(), "limit", page.size() + 1));
        if (!search.words().isBlank()) {
            sql.append(" AND (LOWER(name) LIKE :words ESCAPE '!' OR LOWER(query_text) LIKE :words ESCAPE '!'"
                    + " OR LOWER(settings) LIKE :words ESCAPE '!')");
            values.put("words", "%" + escaped(search.words().toLowerCase(Locale.ROOT)) + "%");
        }
        search.folder().ifPresent(folder -> {
            sql.append(" AND (folder = :folder OR folder LIKE :below ESCAPE '!')");
            values.put("folder", folder.path());
            values.put("below", escaped(folder.path()) + "/%");
        });
        position(page.after()).ifPresent(position -> {
            sql.append(" AND (created_at > :afterTime OR (created_at = :afterTime AND id > :afterId))");
            values.put("afterTime", position.time());
            values.put("afterId", position.id());
        });
        sql.append(" ORDER BY created_at, id LIMIT :limit");
        return tx.list(sql.toString(), visible.bind(values), QueryStore::query);
    }

    /** Where a query stands in {@link #list}. */
    public static String sortKey(SavedQuery query) {
        return query.times().created().toEpochMilli() + " " + query.id();
    }

    /** Whether another query of the folder, outside the trash, has the name. */
    public boolean nameTaken(Tx tx, WorkspaceId workspace, QueryFolder folder, String name, String except) {
        return tx.number(
                        """
                        SELECT COUNT(*) FROM queries_query
                        WHERE workspace = :workspace AND folder = :folder AND name = :name AND id <> :except
                            AND trashed_at IS NULL
                        """,
                        Map.of("workspace", workspace.value(), "folder", folder.path(), "name", name, "except", except))
                > 0;
    }

    /** Those that lie in the trash since before a time. */
    public List<SavedQuery> trashedBefore(Tx tx, WorkspaceId workspace, Instant time) {
        return tx.list(
                "SELECT * FROM queries_query WHERE workspace = :workspace AND trashed_at < :time",
                Map.of("workspace", workspace.value(), "time", time),
                QueryStore::query);
    }

    public void delete(Tx tx, Authorized<SavedQuery> query) {
        tx.update(
                "DELETE FROM queries_query WHERE id = :id",
                Map.of("id", query.value().id()));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        tx.update("DELETE FROM queries_query WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
    }

    static String settings(Settings settings) {
        Map<String, Object> json = new HashMap<>();
        json.put("description", settings.description());
        settings.place().warehouseId().ifPresent(id -> json.put("warehouse", id));
        settings.place().catalog().ifPresent(name -> json.put("catalog", name));
        settings.place().schema().ifPresent(name -> json.put("schema", name));
        json.put("parameters", settings.parameters());
        json.put("tags", settings.tags());
        json.put("runAs", settings.runAs().name());
        json.put("autoLimit", settings.autoLimit());
        return Json.write(json);
    }

    static QueryContent content(Row row) {
        JsonNode json = Json.readTree(row.text("settings"));
        List<String> tags = new ArrayList<>();
        json.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new QueryContent(
                row.text("name"),
                row.text("query_text"),
                new Settings(
                        json.path("description").asText(),
                        new Place(text(json, "warehouse"), text(json, "catalog"), text(json, "schema")),
                        json.path("parameters").asText("[]"),
                        tags,
                        QueryContent.RunAs.valueOf(json.path("runAs").asText("VIEWER")),
                        json.path("autoLimit").asBoolean()));
    }

    private record Position(long time, String id) {}

    /** A made-up position is as good as none. */
    private static Optional<Position> position(String after) {
        int space = after.indexOf(' ');
        if (space < 1 || space > 18 || !after.substring(0, space).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(new Position(Long.parseLong(after.substring(0, space)), after.substring(space + 1)));
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        values.put(name, value);
        return values;
    }

    private static Map<String, Object> values(SavedQuery query) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", query.id());
        values.put("workspace", query.workspace().value());
        values.put("folder", query.folder().path());
        values.put("name", query.content().name());
        values.put("text", query.content().text());
        values.put("settings", settings(query.content().settings()));
        values.put("version", query.version());
        values.put("ownerId", query.people().ownerId());
        values.put("ownerName", query.people().ownerName());
        values.put("modifier", query.people().modifierName());
        values.put("created", query.times().created());
        values.put("updated", query.times().updated());
        values.put("trashed", query.times().trashed());
        return values;
    }

    private static SavedQuery query(Row row) {
        return new SavedQuery(
                row.text("id"),
                new WorkspaceId(row.number("workspace")),
                new QueryFolder(row.text("folder")),
                content(row),
                row.number("version"),
                new SavedQuery.People(row.text("owner_id"), row.text("owner_name"), row.text("modifier_name")),
                new SavedQuery.Times(
                        row.instant("created_at"), row.instant("updated_at"), row.findInstant("trashed_at")));
    }
}
