package dev.tarn.sql.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.access.ControlledObject;
import dev.tarn.access.ObjectType;
import dev.tarn.access.ObjectVisibility;
import dev.tarn.core.Json;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.sql.Warehouse;
import dev.tarn.sql.WarehouseSettings;
import dev.tarn.sql.WarehouseSettings.Channel;
import dev.tarn.sql.WarehouseSettings.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes warehouses. */
public final class WarehouseStore {
    /** A warehouse as it is stored; {@code running} is what is wanted, not what is. */
    public record Stored(
            String id,
            WorkspaceId workspace,
            String name,
            WarehouseSettings settings,
            boolean running,
            Warehouse.Creator creator,
            Instant createdAt)
            implements ControlledObject {
        @Override
        public ObjectType objectType() {
            return Warehouse.TYPE;
        }

        @Override
        public String objectId() {
            return id;
        }
    }

    public void insert(Tx tx, Stored warehouse) {
        tx.update(
                """
                INSERT INTO sql_warehouse (id, workspace, name, settings, state, creator_id, creator_name, created_at)
                VALUES (:id, :workspace, :name, :settings, :state, :creatorId, :creatorName, :createdAt)
                """,
                Map.of(
                        "id",
                        warehouse.id(),
                        "workspace",
                        warehouse.workspace().value(),
                        "name",
                        warehouse.name(),
                        "settings",
                        json(warehouse.settings()),
                        "state",
                        state(warehouse.running()),
                        "creatorId",
                        warehouse.creator().id(),
                        "creatorName",
                        warehouse.creator().name(),
                        "createdAt",
                        warehouse.createdAt()));
    }

    public void update(Tx tx, Stored warehouse) {
        tx.update(
                "UPDATE sql_warehouse SET name = :name, settings = :settings WHERE id = :id",
                Map.of("id", warehouse.id(), "name", warehouse.name(), "settings", json(warehouse.settings())));
    }

    public void setRunning(Tx tx, String id, boolean running) {
        tx.update("UPDATE sql_warehouse SET state = :state WHERE id = :id", Map.of("id", id, "state", state(running)));
    }

    public void delete(Tx tx, String id) {
        tx.update("DELETE FROM sql_warehouse WHERE id = :id", Map.of("id", id));
    }

    public Optional<Stored> find(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT * FROM sql_warehouse WHERE id = :id AND workspace = :workspace",
                Map.of("id", id, "workspace", workspace.value()),
                WarehouseStore::stored);
    }

    public boolean nameTaken(Tx tx, WorkspaceId workspace, String name, String exceptId) {
        return tx.number(
                        "SELECT count(*) FROM sql_warehouse WHERE workspace = :workspace AND name = :name AND id <> :id",
                        Map.of("workspace", workspace.value(), "name", name, "id", exceptId))
                > 0;
    }

    /** Those that may be seen, by name, after the given one. */
    public List<Stored> list(Tx tx, WorkspaceId workspace, ObjectVisibility visible, String after, int limit) {
        return tx.list(
                """
                SELECT * FROM sql_warehouse w WHERE w.workspace = :workspace AND w.name > :after AND %s
                ORDER BY w.name LIMIT :limit
                """.formatted(visible.condition("w.id")),
                visible.bind(Map.of("workspace", workspace.value(), "after", after, "limit", limit)),
                WarehouseStore::stored);
    }

    /** Warehouses of every workspace that are wanted to run. */
    public List<Stored> running(Tx tx) {
        return tx.list("SELECT * FROM sql_warehouse WHERE state = 'RUNNING'", Map.of(), WarehouseStore::stored);
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        for (String table : List.of("sql_warehouse", "sql_workspace_config", "sql_query", "sql_profile")) {
            tx.update("DELETE FROM " + table + " WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
        }
    }

    public Optional<String> config(Tx tx, WorkspaceId workspace) {
        return tx.find(
                "SELECT config FROM sql_workspace_config WHERE workspace = :workspace",
                Map.of("workspace", workspace.value()),
                row -> row.text("config"));
    }

    public void setConfig(Tx tx, WorkspaceId workspace, String config, Instant now) {
        tx.update("""
                INSERT INTO sql_workspace_config (workspace, config, updated_at) VALUES (:workspace, :config, :now)
                ON CONFLICT (workspace) DO UPDATE SET config = excluded.config, updated_at = excluded.updated_at
                """, Map.of("workspace", workspace.value(), "config", config, "now", now));
    }

    private static String state(boolean running) {
        return running ? "RUNNING" : "STOPPED";
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.text("id"),
                new WorkspaceId(row.number("workspace")),
                row.text("name"),
                settings(Json.readTree(row.text("settings"))),
                row.text("state").equals("RUNNING"),
                new Warehouse.Creator(row.text("creator_id"), row.text("creator_name")),
                row.instant("created_at"));
    }

    private static String json(WarehouseSettings settings) {
        Map<String, Object> json = new HashMap<>();
        json.put("clusterSize", settings.clusterSize());
        json.put("minClusters", settings.minClusters());
        json.put("maxClusters", settings.maxClusters());
        json.put("autoStopMinutes", settings.autoStopMinutes());
        json.put("type", settings.type());
        json.put("photon", settings.photon());
        settings.serverless().ifPresent(serverless -> json.put("serverless", serverless));
        settings.spotPolicy().ifPresent(policy -> json.put("spotPolicy", policy));
        settings.channel().ifPresent(channel -> {
            channel.name().ifPresent(name -> json.put("channelName", name));
            channel.version().ifPresent(version -> json.put("channelVersion", version));
        });
        settings.instanceProfile().ifPresent(profile -> json.put("instanceProfile", profile));
        json.put(
                "tags",
                settings.tags().stream()
                        .map(tag -> List.of(tag.key(), tag.value()))
                        .toList());
        return Json.write(json);
    }

    private static WarehouseSettings settings(JsonNode json) {
        List<Tag> tags = new ArrayList<>();
        json.path("tags")
                .forEach(tag -> tags.add(new Tag(tag.get(0).asText(), tag.get(1).asText())));
        Optional<String> channelName = text(json, "channelName");
        Optional<String> channelVersion = text(json, "channelVersion");
        return new WarehouseSettings(
                json.path("clusterSize").asText(),
                json.path("minClusters").asLong(),
                json.path("maxClusters").asLong(),
                json.path("autoStopMinutes").asLong(),
                json.path("type").asText(),
                json.path("photon").asBoolean(),
                json.has("serverless") ? Optional.of(json.path("serverless").asBoolean()) : Optional.empty(),
                text(json, "spotPolicy"),
                channelName.isPresent() || channelVersion.isPresent()
                        ? Optional.of(new Channel(channelName, channelVersion))
                        : Optional.empty(),
                text(json, "instanceProfile"),
                tags);
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.hasNonNull(field) ? Optional.of(json.get(field).asText()) : Optional.empty();
    }
}
