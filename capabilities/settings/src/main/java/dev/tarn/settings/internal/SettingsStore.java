package dev.tarn.settings.internal;

import dev.tarn.core.Json;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.settings.Definition;
import dev.tarn.settings.IpAccessList;
import dev.tarn.settings.IpRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings, in SQL. */
public final class SettingsStore {
    /** A value with the tag that changes whenever it does. */
    public record Value(String json, String etag) {}

    public Optional<Value> value(Tx tx, WorkspaceId workspace, String name) {
        return tx.find(
                "SELECT value, etag FROM settings_value WHERE workspace = :workspace AND name = :name",
                Map.of("workspace", workspace.value(), "name", name),
                row -> new Value(row.text("value"), row.text("etag")));
    }

    public void put(Tx tx, WorkspaceId workspace, String name, Value value, Instant at) {
        tx.update(
                """
                INSERT INTO settings_value (workspace, name, value, etag, updated_at) VALUES (:workspace, :name, :value, :etag, :at)
                ON CONFLICT (workspace, name) DO UPDATE SET value = excluded.value, etag = excluded.etag, updated_at = excluded.updated_at
                """,
                Map.of(
                        "workspace", workspace.value(),
                        "name", name,
                        "value", value.json(),
                        "etag", value.etag(),
                        "at", at));
    }

    public void remove(Tx tx, WorkspaceId workspace, String name) {
        tx.update(
                "DELETE FROM settings_value WHERE workspace = :workspace AND name = :name",
                Map.of("workspace", workspace.value(), "name", name));
    }

    public List<IpAccessList> ipLists(Tx tx, WorkspaceId workspace) {
        return tx.list(
                "SELECT * FROM settings_ip_list WHERE workspace = :workspace ORDER BY created_at, id",
                Map.of("workspace", workspace.value()),
                SettingsStore::ipList);
    }

    public void put(Tx tx, WorkspaceId workspace, IpAccessList list) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", list.id());
        values.put("workspace", workspace.value());
        values.put("label", list.label());
        values.put("blocks", list.blocks());
        values.put(
                "ranges", Json.write(list.ranges().stream().map(IpRange::text).toList()));
        values.put("enabled", list.enabled());
        values.put("createdAt", list.createdAt());
        values.put("createdBy", list.createdBy());
        values.put("updatedAt", list.updatedAt());
        values.put("updatedBy", list.updatedBy());
        tx.update("""
                INSERT INTO settings_ip_list (id, workspace, label, blocks, ranges, enabled, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :workspace, :label, :blocks, :ranges, :enabled, :createdAt, :createdBy, :updatedAt, :updatedBy)
                ON CONFLICT (id) DO UPDATE SET label = excluded.label, blocks = excluded.blocks, ranges = excluded.ranges,
                    enabled = excluded.enabled, updated_at = excluded.updated_at, updated_by = excluded.updated_by
                """, values);
    }

    public void removeIpList(Tx tx, String id) {
        tx.update("DELETE FROM settings_ip_list WHERE id = :id", Map.of("id", id));
    }

    public List<Definition> definitions(Tx tx, WorkspaceId workspace, Definition.Kind kind) {
        return tx.list(
                "SELECT * FROM settings_definition WHERE workspace = :workspace AND kind = :kind ORDER BY created_at, id",
                Map.of("workspace", workspace.value(), "kind", kind),
                SettingsStore::definition);
    }

    public void put(Tx tx, WorkspaceId workspace, Definition definition) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", definition.id());
        values.put("workspace", workspace.value());
        values.put("kind", definition.kind());
        values.put("name", definition.name());
        values.put("sealed", definition.body());
        values.put("createdAt", definition.createdAt());
        values.put("createdBy", definition.createdBy());
        values.put("updatedAt", definition.updatedAt());
        values.put("updatedBy", definition.updatedBy());
        tx.update("""
                INSERT INTO settings_definition (id, workspace, kind, name, sealed, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :workspace, :kind, :name, :sealed, :createdAt, :createdBy, :updatedAt, :updatedBy)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, sealed = excluded.sealed,
                    updated_at = excluded.updated_at, updated_by = excluded.updated_by
                """, values);
    }

    public void removeDefinition(Tx tx, String id) {
        tx.update("DELETE FROM settings_definition WHERE id = :id", Map.of("id", id));
    }

    /** Sealed bodies of every workspace by id, after one: for sealing them again. */
    public List<Map.Entry<String, String>> sealed(Tx tx, String after, int limit) {
        return tx.list(
                "SELECT id, sealed FROM settings_definition WHERE id > :after ORDER BY id LIMIT :limit",
                Map.of("after", after, "limit", limit),
                row -> Map.entry(row.text("id"), row.text("sealed")));
    }

    public void sealAgain(Tx tx, Map.Entry<String, String> old, String sealed) {
        tx.update(
                "UPDATE settings_definition SET sealed = :sealed WHERE id = :id AND sealed = :old",
                Map.of("id", old.getKey(), "old", old.getValue(), "sealed", sealed));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        for (String table : List.of("settings_value", "settings_ip_list", "settings_definition")) {
            tx.update("DELETE FROM " + table + " WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
        }
    }

    private static IpAccessList ipList(Row row) {
        return new IpAccessList(
                row.text("id"),
                row.text("label"),
                row.bool("blocks"),
                row.list("ranges").stream().map(IpRange::new).toList(),
                row.bool("enabled"),
                row.instant("created_at"),
                row.text("created_by"),
                row.instant("updated_at"),
                row.text("updated_by"));
    }

    private static Definition definition(Row row) {
        return new Definition(
                row.text("id"),
                row.value("kind", Definition.Kind.class),
                row.text("name"),
                row.text("sealed"),
                new Definition.Stamp(
                        row.instant("created_at"),
                        row.text("created_by"),
                        row.instant("updated_at"),
                        row.text("updated_by")));
    }
}
