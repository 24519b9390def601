package dev.tarn.workspace.internal;

import dev.tarn.access.Authorized;
import dev.tarn.core.Caller;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.workspace.ObjectKind;
import dev.tarn.workspace.TrashedObject;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.WorkspacePath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was deleted, in SQL: rows whose path no request can name. */
public final class TrashStore {
    /** Marks an object that lies at a trash path already. */
    public void mark(Tx tx, Authorized<WorkspaceObject> object, Caller caller, Instant at) {
        tx.update(
                """
                UPDATE workspace_object SET trashed_from = :from, trashed_at = :at, trashed_by = :by, parent_id = NULL WHERE id = :id
                """,
                Map.of(
                        "id", object.value().id(),
                        "from", object.value().path(),
                        "at", at,
                        "by", caller.principal().name()));
    }

    public void unmark(Tx tx, long id) {
        tx.update(
                "UPDATE workspace_object SET trashed_from = NULL, trashed_at = NULL, trashed_by = NULL WHERE id = :id",
                Map.of("id", id));
    }

    /** @param by whose it must be; empty for anybody's */
    public Optional<TrashedObject> find(Tx tx, WorkspaceId workspace, long id, Optional<String> by) {
        return tx.find(
                        "SELECT * FROM workspace_object WHERE workspace = :workspace AND id = :id AND trashed_at IS NOT NULL",
                        Map.of("workspace", workspace.value(), "id", id),
                        TrashStore::trashed)
                .filter(found -> by.isEmpty() || by.get().equals(found.by()));
    }

    /** Newest first. */
    public List<TrashedObject> list(Tx tx, WorkspaceId workspace, Optional<String> by, int limit) {
        return tx.list(
                """
                SELECT * FROM workspace_object
                WHERE workspace = :workspace AND trashed_at IS NOT NULL AND (:anybody = 1 OR trashed_by = :by)
                ORDER BY trashed_at DESC, id LIMIT :limit
                """,
                Map.of(
                        "workspace", workspace.value(),
                        "anybody", by.isEmpty(),
                        "by", by.orElse(""),
                        "limit", limit),
                TrashStore::trashed);
    }

    public List<Long> expired(Tx tx, WorkspaceId workspace, Instant before, int limit) {
        return tx.list(
                "SELECT id FROM workspace_object WHERE workspace = :workspace AND trashed_at < :before LIMIT :limit",
                Map.of("workspace", workspace.value(), "before", before, "limit", limit),
                row -> row.number("id"));
    }

    /** The object itself, where it lies in the trash. */
    public WorkspaceObject object(Tx tx, long id) {
        return tx.find("SELECT * FROM workspace_object WHERE id = :id", Map.of("id", id), ObjectStore::object)
                .orElseThrow();
    }

    private static TrashedObject trashed(Row row) {
        return new TrashedObject(
                row.number("id"),
                row.value("kind", ObjectKind.class),
                new WorkspacePath(row.text("trashed_from")),
                row.instant("trashed_at"),
                row.text("trashed_by"));
    }
}
