package dev.tarn.access.internal;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspace objects and their access control lists, in SQL. */
public final class ObjectStore {
    /** An object; its id is the vendor's form, such as {@code /sql/warehouses/abc}. */
    public record Node(String objectId, String type, String name, Optional<String> parentId) {}

    public record Entry(String objectId, String principal, PermissionLevel level) {}

    private static final String PATH = """
            WITH RECURSIVE above(object_id, type, name, parent_id, depth) AS (
              SELECT object_id, type, name, parent_id, 0 FROM access_object
              WHERE workspace = :workspace AND object_id = :id
              UNION ALL
              SELECT o.object_id, o.type, o.name, o.parent_id, above.depth + 1
              FROM access_object o JOIN above ON o.object_id = above.parent_id
              WHERE o.workspace = :workspace)
            SELECT object_id, type, name, parent_id FROM above ORDER BY depth
            """;

    /** The object and what it lies in, nearest first; empty if there is no such object. */
    public List<Node> path(Tx tx, WorkspaceId workspace, String objectId) {
        return tx.list(
                PATH,
                Map.of("workspace", workspace.value(), "id", objectId),
                row -> new Node(row.text("object_id"), row.text("type"), row.text("name"), row.findText("parent_id")));
    }

    public List<Entry> entries(Tx tx, WorkspaceId workspace, Collection<String> objectIds) {
        return tx.list(
                """
                SELECT object_id, principal, level FROM access_object_acl
                WHERE workspace = :workspace AND object_id IN (<ids>) ORDER BY object_id, principal
                """,
                Map.of("workspace", workspace.value(), "ids", objectIds),
                row -> new Entry(
                        row.text("object_id"), row.text("principal"), row.value("level", PermissionLevel.class)));
    }

    public void insert(Tx tx, WorkspaceId workspace, Node node) {
        tx.update(
                """
                INSERT INTO access_object (workspace, object_id, type, name, parent_id)
                VALUES (:workspace, :id, :type, :name, :parent)
                """,
                Map.of(
                        "workspace", workspace.value(),
                        "id", node.objectId(),
                        "type", node.type(),
                        "name", node.name(),
                        "parent", node.parentId()));
    }

    public void rename(Tx tx, WorkspaceId workspace, String objectId, String name) {
        tx.update(
                "UPDATE access_object SET name = :name WHERE workspace = :workspace AND object_id = :id",
                Map.of("workspace", workspace.value(), "id", objectId, "name", name));
    }

    public void move(Tx tx, WorkspaceId workspace, String objectId, Optional<String> parentId) {
        tx.update(
                "UPDATE access_object SET parent_id = :parent WHERE workspace = :workspace AND object_id = :id",
                Map.of("workspace", workspace.value(), "id", objectId, "parent", parentId));
    }

    public void put(Tx tx, WorkspaceId workspace, Entry entry) {
        tx.update(
                """
                INSERT INTO access_object_acl (workspace, object_id, principal, level)
                VALUES (:workspace, :id, :principal, :level)
                ON CONFLICT (workspace, object_id, principal) DO UPDATE SET level = excluded.level
                """,
                Map.of(
                        "workspace", workspace.value(),
                        "id", entry.objectId(),
                        "principal", entry.principal(),
                        "level", entry.level()));
    }

    /** @return whether there was an entry */
    public boolean remove(Tx tx, WorkspaceId workspace, String objectId, String principal) {
        return tx.update(
                        "DELETE FROM access_object_acl WHERE workspace = :workspace AND object_id = :id AND principal = :principal",
                        Map.of("workspace", workspace.value(), "id", objectId, "principal", principal))
                > 0;
    }

    public void clear(Tx tx, WorkspaceId workspace, String objectId) {
        tx.update(
                "DELETE FROM access_object_acl WHERE workspace = :workspace AND object_id = :id",
                Map.of("workspace", workspace.value(), "id", objectId));
    }

    public void delete(Tx tx, WorkspaceId workspace, String objectId) {
        clear(tx, workspace, objectId);
        tx.update(
                "DELETE FROM access_object WHERE workspace = :workspace AND object_id = :id",
                Map.of("workspace", workspace.value(), "id", objectId));
    }

    /** Everything of a workspace that is dropped. */
    public void deleteAll(Tx tx, WorkspaceId workspace) {
        tx.update("DELETE FROM access_object_acl WHERE workspace = :w", Map.of("w", workspace.value()));
        tx.update("DELETE FROM access_object WHERE workspace = :w", Map.of("w", workspace.value()));
    }
}
