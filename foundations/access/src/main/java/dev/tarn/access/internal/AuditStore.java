package dev.tarn.access.internal;

import dev.tarn.access.Audit.Entry;
import dev.tarn.core.Json;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;

/** The audit trail, in SQL. */
public final class AuditStore {
    public void insert(Tx tx, List<Entry> entries) {
        tx.updateAll("""
                INSERT INTO access_audit (id, metastore, workspace, event_time, service, action, principal, principal_name,
                  source_address, user_agent, request_id, target_type, target, parameters, allowed, reason)
                VALUES (:id, :metastore, :workspace, :time, :service, :action, :principal, :principalName,
                  :address, :agent, :request, :targetType, :target, :parameters, :allowed, :reason)
                """, entries.stream().map(AuditStore::values).toList());
    }

    /** Newest first, from the event after {@code after} on. */
    public List<Entry> list(Tx tx, String metastore, String after, int limit) {
        String[] key = after.isEmpty() ? new String[] {String.valueOf(Long.MAX_VALUE), ""} : after.split(":", 2);
        return tx.list(
                """
                SELECT * FROM access_audit
                WHERE metastore = :metastore AND (event_time < :time OR (event_time = :time AND id > :id))
                ORDER BY event_time DESC, id LIMIT :limit
                """,
                Map.of("metastore", metastore, "time", Long.parseLong(key[0]), "id", key[1], "limit", limit),
                row -> new Entry(
                        row.text("id"),
                        row.text("metastore"),
                        row.number("workspace"),
                        row.instant("event_time"),
                        row.text("service"),
                        row.text("action"),
                        row.text("principal"),
                        row.text("principal_name"),
                        row.text("source_address"),
                        row.text("user_agent"),
                        row.text("request_id"),
                        row.text("target_type"),
                        row.text("target"),
                        row.texts("parameters"),
                        row.bool("allowed"),
                        row.text("reason")));
    }

    public static String sortKey(Entry entry) {
        return entry.time().toEpochMilli() + ":" + entry.id();
    }

    private static Map<String, Object> values(Entry entry) {
        return Map.ofEntries(
                Map.entry("id", entry.id()),
                Map.entry("metastore", entry.metastore()),
                Map.entry("workspace", entry.workspace()),
                Map.entry("time", entry.time()),
                Map.entry("service", entry.service()),
                Map.entry("action", entry.action()),
                Map.entry("principal", entry.principalId()),
                Map.entry("principalName", entry.principalName()),
                Map.entry("address", entry.sourceAddress()),
                Map.entry("agent", entry.userAgent()),
                Map.entry("request", entry.requestId()),
                Map.entry("targetType", entry.targetType()),
                Map.entry("target", entry.target()),
                Map.entry("parameters", Json.write(entry.parameters())),
                Map.entry("allowed", entry.allowed()),
                Map.entry("reason", entry.reason()));
    }
}
