package dev.tarn.git.internal;

import dev.tarn.access.Authorized;
import dev.tarn.core.Json;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.git.GitFolder;
import dev.tarn.git.SparseCone;
import dev.tarn.workspace.WorkspaceObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Git folders and what was checked out of them, in SQL. */
public final class FolderStore {
    public void insert(Tx tx, Authorized<WorkspaceObject> object, GitFolder folder, Instant at) {
        Map<String, Object> values = values(folder);
        values.put("workspace", object.value().workspace().value());
        values.put("url", folder.url());
        values.put("provider", folder.provider());
        values.put("at", at);
        tx.update("""
                INSERT INTO git_folder (id, workspace, url, provider, branch, head, sparse, created_at)
                VALUES (:id, :workspace, :url, :provider, :branch, :head, :sparse, :at)
                """, values);
    }

    public Optional<GitFolder> find(Tx tx, WorkspaceObject object) {
        return tx.find(
                "SELECT * FROM git_folder WHERE id = :id",
                Map.of("id", object.id()),
                row -> folder(row, object.path().value()));
    }

    /** The folder is somewhere else in its repository now. */
    public void update(Tx tx, Authorized<WorkspaceObject> object, GitFolder folder) {
        if (object.value().id() != folder.id()) {
            throw new IllegalArgumentException("Authorized on " + object.value().id() + ", not on " + folder.id());
        }
        tx.update(
                "UPDATE git_folder SET branch = :branch, head = :head, sparse = :sparse WHERE id = :id",
                values(folder));
    }

    public List<Entry> entries(Tx tx, Authorized<WorkspaceObject> object) {
        return tx.list(
                "SELECT * FROM git_entry WHERE folder_id = :id",
                Map.of("id", object.value().id()),
                row -> new Entry(
                        row.text("path"),
                        row.text("name"),
                        row.text("preferred"),
                        row.text("blob"),
                        row.integer("mode"),
                        row.number("object_id"),
                        row.number("revision")));
    }

    /** Forgets some entries and adds others. */
    public void replace(
            Tx tx, Authorized<WorkspaceObject> object, Collection<String> forgotten, Collection<Entry> added) {
        long id = object.value().id();
        tx.updateAll(
                "DELETE FROM git_entry WHERE folder_id = :id AND path = :path",
                forgotten.stream().map(path -> Map.of("id", id, "path", path)).toList());
        tx.updateAll(
                """
                INSERT INTO git_entry (folder_id, path, workspace, name, preferred, blob, mode, object_id, revision)
                VALUES (:id, :path, :workspace, :name, :preferred, :blob, :mode, :object, :revision)
                """, added.stream().map(entry -> row(object.value(), entry)).toList());
    }

    public void delete(Tx tx, long id) {
        tx.update("DELETE FROM git_entry WHERE folder_id = :id", Map.of("id", id));
        tx.update("DELETE FROM git_folder WHERE id = :id", Map.of("id", id));
    }

    public long count(Tx tx, WorkspaceId workspace) {
        return tx.number(
                "SELECT count(*) FROM git_folder WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
    }

    /** Every folder of every workspace, for finding clones that belong to none. */
    public List<Long> ids(Tx tx) {
        return tx.list("SELECT id FROM git_folder", Map.of(), row -> row.number("id"));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        tx.update("DELETE FROM git_entry WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
        tx.update("DELETE FROM git_folder WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
    }

    private static Map<String, Object> row(WorkspaceObject folder, Entry entry) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", folder.id());
        values.put("path", entry.path());
        values.put("workspace", folder.workspace().value());
        values.put("name", entry.name());
        values.put("preferred", entry.preferred());
        values.put("blob", entry.blob());
        values.put("mode", entry.mode());
        values.put("object", entry.objectId());
        values.put("revision", entry.revision());
        return values;
    }

    private static Map<String, Object> values(GitFolder folder) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", folder.id());
        values.put("branch", folder.branch());
        values.put("head", folder.head());
        values.put("sparse", folder.sparse().map(cone -> Json.write(cone.folders())));
        return values;
    }

    private static GitFolder folder(Row row, String path) {
        return new GitFolder(
                row.number("id"),
                path,
                row.text("url"),
                row.text("provider"),
                row.findText("branch"),
                row.findText("head"),
                row.findText("sparse").map(text -> new SparseCone(Json.readStringList(text))));
    }
}
