package dev.tarn.identity.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.identity.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspaces, in SQL. */
public final class WorkspaceStore {
    public void insert(Tx tx, Workspace workspace) {
        tx.update(
                """
                INSERT INTO identity_workspace (id, name, metastore, throwaway, created_at, last_used_at, clock_offset)
                VALUES (:id, :name, :metastore, :throwaway, :createdAt, :usedAt, 0)
                """,
                Map.of(
                        "id", workspace.id().value(),
                        "name", workspace.name(),
                        "metastore", workspace.metastore(),
                        "throwaway", workspace.throwaway(),
                        "createdAt", workspace.createdAt(),
                        "usedAt", workspace.lastUsedAt()));
    }

    public Optional<Workspace> byId(Tx tx, WorkspaceId id) {
        return tx.find(
                "SELECT * FROM identity_workspace WHERE id = :id", Map.of("id", id.value()), WorkspaceStore::workspace);
    }

    public Optional<Workspace> byName(Tx tx, String name) {
        return tx.find(
                "SELECT * FROM identity_workspace WHERE name = :name", Map.of("name", name), WorkspaceStore::workspace);
    }

    public List<Workspace> ofMetastore(Tx tx, String metastore) {
        return tx.list(
                "SELECT * FROM identity_workspace WHERE metastore = :metastore ORDER BY created_at, id",
                Map.of("metastore", metastore),
                WorkspaceStore::workspace);
    }

    public List<Workspace> all(Tx tx) {
        return tx.list(
                "SELECT * FROM identity_workspace ORDER BY throwaway, created_at, id",
                Map.of(),
                WorkspaceStore::workspace);
    }

    /** How far each clock was moved. */
    public Map<WorkspaceId, Duration> clockOffsets(Tx tx) {
        Map<WorkspaceId, Duration> offsets = new java.util.HashMap<>();
        tx.list(
                        "SELECT id, clock_offset FROM identity_workspace WHERE clock_offset > 0",
                        Map.of(),
                        row -> Map.entry(
                                new WorkspaceId(row.number("id")), Duration.ofMillis(row.number("clock_offset"))))
                .forEach(entry -> offsets.put(entry.getKey(), entry.getValue()));
        return offsets;
    }

    public void moveClock(Tx tx, WorkspaceId id, Duration by) {
        tx.update(
                "UPDATE identity_workspace SET clock_offset = clock_offset + :by WHERE id = :id",
                Map.of("id", id.value(), "by", by.toMillis()));
    }

    public void used(Tx tx, WorkspaceId id, Instant at) {
        tx.update(
                "UPDATE identity_workspace SET last_used_at = :at WHERE id = :id AND last_used_at < :at",
                Map.of("id", id.value(), "at", at));
    }

    public void delete(Tx tx, WorkspaceId id) {
        tx.update("DELETE FROM identity_workspace WHERE id = :id", Map.of("id", id.value()));
    }

    private static Workspace workspace(Row row) {
        return new Workspace(
                new WorkspaceId(row.number("id")),
                row.text("name"),
                row.text("metastore"),
                row.bool("throwaway"),
                row.instant("created_at"),
                row.instant("last_used_at"));
    }
}
