package dev.tarn.workspace.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectVisibility;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.workspace.ObjectKind;
import dev.tarn.workspace.StoredFormat;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.WorkspacePath;
import dev.tarn.workspace.notebook.Language;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tree, in SQL. Objects know their path, so that finding one is one look-up; moving a folder changes every path below. */
public final class ObjectStore {
    private static final String BELOW = """
            WITH RECURSIVE below(id) AS (
              SELECT id FROM workspace_object WHERE id = :id
              UNION ALL SELECT o.id FROM workspace_object o JOIN below ON o.parent_id = below.id)
            """;

    /** @param homeOf id of the principal whose home it is */
    public void insert(Tx tx, WorkspaceObject object, Optional<Long> parentId, Optional<String> homeOf) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", object.id());
        values.put("workspace", object.workspace().value());
        values.put("parent", parentId);
        values.put("path", object.path());
        values.put("name", object.path().name());
        values.put("kind", object.kind());
        values.put("key", "/" + object.objectType().path() + "/" + object.id());
        values.put("structural", object.structural());
        values.put("home", homeOf);
        values.put("created", object.createdAt());
        tx.update("""
                INSERT INTO workspace_object (id, workspace, parent_id, path, name, kind, object_key, structural, home_of,
                    size, revision, created_at, modified_at)
                VALUES (:id, :workspace, :parent, :path, :name, :kind, :key, :structural, :home, 0, 0, :created, :created)
                """, values);
    }

    public Optional<WorkspaceObject> find(Tx tx, WorkspaceId workspace, WorkspacePath path) {
        return tx.find(
                "SELECT * FROM workspace_object WHERE workspace = :workspace AND path = :path",
                Map.of("workspace", workspace.value(), "path", path),
                ObjectStore::object);
    }

    public Optional<WorkspaceObject> byId(Tx tx, WorkspaceId workspace, long id) {
        return tx.find(
                "SELECT * FROM workspace_object WHERE workspace = :workspace AND id = :id AND path LIKE '/%'",
                Map.of("workspace", workspace.value(), "id", id), ObjectStore::object);
    }

    /** What lies directly in a folder, by name, after one. @param visible which of it, beside what is structural; empty for all */
    public List<WorkspaceObject> children(
            Tx tx, WorkspaceObject folder, Optional<ObjectVisibility> visible, String after, int limit) {
        Map<String, ?> values = Map.of("parent", folder.id(), "after", after, "limit", limit);
        String condition = visible.map(some ->
                        " AND (o.structural = 1 AND o.home_of IS NULL OR " + some.condition("o.object_key") + ")")
                .orElse("");
        return tx.list(
                "SELECT * FROM workspace_object o WHERE o.parent_id = :parent AND o.name > :after" + condition
                        + " ORDER BY o.name LIMIT :limit",
                visible.map(some -> some.bind(values)).orElseGet(() -> new HashMap<>(values)),
                ObjectStore::object);
    }

    public boolean isEmpty(Tx tx, WorkspaceObject folder) {
        return tx.number(
                        "SELECT count(*) FROM (SELECT 1 FROM workspace_object WHERE parent_id = :id LIMIT 1) t",
                        Map.of("id", folder.id()))
                == 0;
    }

    /** A folder and everything in it, folders before what they hold. */
    public List<WorkspaceObject> below(Tx tx, Authorized<WorkspaceObject> folder, int limit) {
        return tx.list(
                BELOW + "SELECT o.* FROM workspace_object o JOIN below ON o.id = below.id ORDER BY o.path LIMIT :limit",
                Map.of("id", folder.value().id(), "limit", limit),
                ObjectStore::object);
    }

    /** Whether a folder is a git folder or one lies in it. */
    public boolean holdsGitFolder(Tx tx, Authorized<WorkspaceObject> folder) {
        return tx.number(
                        BELOW
                                + "SELECT count(*) FROM workspace_object o JOIN below ON o.id = below.id WHERE o.kind = 'REPO'",
                        Map.of("id", folder.value().id()))
                > 0;
    }

    /** Git folders whose paths begin with a text, by path, after one. */
    public List<WorkspaceObject> gitFolders(
            Tx tx, ObjectVisibility visible, WorkspaceId workspace, String prefix, String after, int limit) {
        Map<String, ?> values =
                Map.of("workspace", workspace.value(), "prefix", prefix, "after", after, "limit", limit);
        return tx.list("""
                SELECT o.* FROM workspace_object o
                WHERE o.workspace = :workspace AND o.kind = 'REPO' AND o.path > :after AND o.path LIKE '/%%'
                  AND substr(o.path, 1, length(:prefix)) = :prefix AND %s
                ORDER BY o.path LIMIT :limit
                """.formatted(visible.condition("o.object_key")), visible.bind(values), ObjectStore::object);
    }

    /** Changes where an object lies, and with it the path of everything in it. */
    public void move(Tx tx, Authorized<WorkspaceObject> object, String path, Optional<Long> parentId) {
        String old = object.value().path().value();
        tx.update(
                "UPDATE workspace_object SET path = :path || substr(path, :rest) WHERE id IN (" + BELOW
                        + " SELECT id FROM below)",
                Map.of("id", object.value().id(), "path", path, "rest", old.codePointCount(0, old.length()) + 1));
        tx.update(
                "UPDATE workspace_object SET name = :name, parent_id = :parent WHERE id = :id",
                Map.of(
                        "id",
                        object.value().id(),
                        "name",
                        path.substring(path.lastIndexOf('/') + 1),
                        "parent",
                        parentId));
    }

    public void homeOf(Tx tx, WorkspaceObject folder, String principalId) {
        tx.update(
                "UPDATE workspace_object SET home_of = :principal, structural = 1 WHERE id = :id",
                Map.of("id", folder.id(), "principal", principalId));
    }

    /** Whose home a folder is. */
    public Optional<String> homeOf(Tx tx, WorkspaceObject folder) {
        return tx.find(
                "SELECT home_of FROM workspace_object WHERE id = :id AND home_of IS NOT NULL",
                Map.of("id", folder.id()),
                row -> row.text("home_of"));
    }

    /** Deletes an object with everything in it and every revision of it, for good. */
    public void delete(Tx tx, long id) {
        tx.update(
                "DELETE FROM workspace_revision WHERE object_id IN (" + BELOW + " SELECT id FROM below)",
                Map.of("id", id));
        tx.update("DELETE FROM workspace_object WHERE id IN (" + BELOW + " SELECT id FROM below)", Map.of("id", id));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        for (String table : List.of("workspace_revision", "workspace_object")) {
            tx.update("DELETE FROM " + table + " WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
        }
    }

    /** Objects after one whose name or text holds a pattern of LIKE, escaped by {@code !}, in lower case. */
    public List<WorkspaceObject> search(
            Tx tx, WorkspacePath folder, ObjectVisibility visible, WorkspaceId workspace, Search search) {
        Map<String, ?> values = Map.of(
                "workspace", workspace.value(),
                "after", search.after(),
                "pattern", search.pattern(),
                "folder", folder.isRoot() ? "/" : folder.value() + "/",
                "limit", search.limit());
        return tx.list("""
                SELECT o.* FROM workspace_object o
                LEFT JOIN workspace_revision r ON r.object_id = o.id AND r.number = o.revision AND r.is_text = 1
                WHERE o.workspace = :workspace AND o.id > :after AND o.parent_id IS NOT NULL
                  AND substr(o.path, 1, length(:folder)) = :folder
                  AND (lower(o.name) LIKE :pattern ESCAPE '!' OR lower(r.content) LIKE :pattern ESCAPE '!')
                  AND %s
                ORDER BY o.id LIMIT :limit
                """.formatted(visible.condition("o.object_key")), visible.bind(values), ObjectStore::object);
    }

    /** @param after id of the last object of the page before */
    public record Search(String pattern, long after, int limit) {}

    static WorkspaceObject object(Row row) {
        return new WorkspaceObject(
                row.number("id"),
                new WorkspaceId(row.number("workspace")),
                row.value("kind", ObjectKind.class),
                new WorkspacePath(row.text("path")),
                row.bool("structural"),
                row.findText("language").map(Language::valueOf),
                row.findText("format").map(StoredFormat::valueOf),
                row.number("size"),
                row.number("revision"),
                row.instant("created_at"),
                row.instant("modified_at"));
    }

    public void touched(Tx tx, long id, Instant at) {
        tx.update("UPDATE workspace_object SET modified_at = :at WHERE id = :id", Map.of("id", id, "at", at));
    }
}
