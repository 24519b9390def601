package dev.tarn.workspace.internal;

import dev.tarn.access.Authorized;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.workspace.Content;
import dev.tarn.workspace.Revision;
import dev.tarn.workspace.StoredFormat;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.notebook.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What notebooks and files have held, in SQL. */
public final class RevisionStore {
    /** Adds a revision and makes it the object's content; the oldest beyond {@code keep} are forgotten. */
    public void add(Tx tx, Authorized<WorkspaceObject> object, Content content, Revision revision, int keep) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", object.value().id());
        values.put("number", revision.number());
        values.put("workspace", object.value().workspace().value());
        values.put("language", content.language());
        values.put("format", content.format());
        values.put("text", content.isText());
        values.put("size", content.size());
        values.put("hash", content.hash());
        values.put("content", content.stored());
        values.put("authorId", revision.authorId());
        values.put("author", revision.authorName());
        values.put("at", revision.createdAt());
        tx.update("""
                INSERT INTO workspace_revision (object_id, number, workspace, language, format, is_text, size, hash, content,
                    author_id, author_name, created_at)
                VALUES (:id, :number, :workspace, :language, :format, :text, :size, :hash, :content, :authorId, :author, :at)
                """, values);
        tx.update("""
                UPDATE workspace_object SET revision = :number, language = :language, format = :format, size = :size, modified_at = :at
                WHERE id = :id
                """, only(values, "number", "language", "format", "size", "at", "id"));
        tx.update(
                "DELETE FROM workspace_revision WHERE object_id = :id AND number <= :last",
                Map.of("id", object.value().id(), "last", revision.number() - keep));
    }

    /** The content of a revision. */
    public Optional<Content> content(Tx tx, Authorized<WorkspaceObject> object, long number) {
        return content(tx, object.value().id(), number);
    }

    /** The content of something in a folder that was authorized. */
    public Optional<Content> contentBelow(Tx tx, WorkspaceObject object) {
        return content(tx, object.id(), object.revision());
    }

    /** The hash of an object's content, to tell whether it changes. */
    public Optional<String> hash(Tx tx, WorkspaceObject object) {
        return tx.find(
                "SELECT hash FROM workspace_revision WHERE object_id = :id AND number = :number",
                Map.of("id", object.id(), "number", object.revision()),
                row -> row.text("hash"));
    }

    /** Newest first. */
    public List<Revision> list(Tx tx, Authorized<WorkspaceObject> object, long before, int limit) {
        return tx.list(
                """
                SELECT number, author_id, author_name, created_at, size FROM workspace_revision
                WHERE object_id = :id AND number < :before ORDER BY number DESC LIMIT :limit
                """,
                Map.of("id", object.value().id(), "before", before, "limit", limit),
                row -> new Revision(
                        row.number("number"),
                        row.text("author_id"),
                        row.text("author_name"),
                        row.instant("created_at"),
                        row.number("size")));
    }

    private static Optional<Content> content(Tx tx, long id, long number) {
        return tx.find(
                "SELECT * FROM workspace_revision WHERE object_id = :id AND number = :number",
                Map.of("id", id, "number", number),
                RevisionStore::content);
    }

    private static Content content(Row row) {
        return Content.ofStored(
                row.findText("language").map(Language::valueOf),
                row.findText("format").map(StoredFormat::valueOf),
                row.bool("is_text"),
                row.text("content"));
    }

    private static Map<String, Object> only(Map<String, Object> values, String... names) {
        Map<String, Object> some = new HashMap<>();
        for (String name : names) {
            some.put(name, values.getOrDefault(name, Optional.empty()));
        }
        return some;
    }
}
