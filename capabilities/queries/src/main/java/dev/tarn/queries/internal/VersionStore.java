package dev.tarn.queries.internal;

import dev.tarn.access.Authorized;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.queries.QueryVersion;
import dev.tarn.queries.SavedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the versions of saved queries. */
public final class VersionStore {
    /** Keeps the query as it is now, and of its versions the newest ones. */
    public void add(Tx tx, SavedQuery query, int kept) {
        Map<String, Object> values = new HashMap<>();
        values.put("query", query.id());
        values.put("version", query.version());
        values.put("workspace", query.workspace().value());
        values.put("name", query.content().name());
        values.put("text", query.content().text());
        values.put("settings", QueryStore.settings(query.content().settings()));
        values.put("author", query.people().modifierName());
        values.put("created", query.times().updated());
        tx.update("""
                INSERT INTO queries_version (query_id, version, workspace, name, query_text, settings, author_name, created_at)
                VALUES (:query, :version, :workspace, :name, :text, :settings, :author, :created)
                """, values);
        tx.update(
                "DELETE FROM queries_version WHERE query_id = :query AND version <= :oldest",
                Map.of("query", query.id(), "oldest", query.version() - kept));
    }

    /** Newest first. */
    public List<QueryVersion> list(Tx tx, Authorized<SavedQuery> query) {
        return tx.list(
                "SELECT * FROM queries_version WHERE query_id = :query ORDER BY version DESC",
                Map.of("query", query.value().id()),
                VersionStore::version);
    }

    public Optional<QueryVersion> find(Tx tx, Authorized<SavedQuery> query, long version) {
        return tx.find(
                "SELECT * FROM queries_version WHERE query_id = :query AND version = :version",
                Map.of("query", query.value().id(), "version", version),
                VersionStore::version);
    }

    public void delete(Tx tx, Authorized<SavedQuery> query) {
        tx.update(
                "DELETE FROM queries_version WHERE query_id = :query",
                Map.of("query", query.value().id()));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        tx.update("DELETE FROM queries_version WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
    }

    private static QueryVersion version(Row row) {
        return new QueryVersion(
                row.number("version"), QueryStore.content(row), row.text("author_name"), row.instant("created_at"));
    }
}
