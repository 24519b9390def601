package dev.tarn.secrets.internal;

import dev.tarn.access.Authorized;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.secrets.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scopes, in SQL. */
public final class ScopeStore {
    public void insert(Tx tx, Scope scope, Instant at) {
        tx.update(
                "INSERT INTO secrets_scope (id, workspace, name, created_at) VALUES (:id, :workspace, :name, :at)",
                Map.of(
                        "id", scope.id(),
                        "workspace", scope.workspace().value(),
                        "name", scope.name(),
                        "at", at));
    }

    public Optional<Scope> find(Tx tx, WorkspaceId workspace, String name) {
        return tx.find(
                "SELECT * FROM secrets_scope WHERE workspace = :workspace AND name = :name",
                Map.of("workspace", workspace.value(), "name", name),
                ScopeStore::scope);
    }

    public List<Scope> list(Tx tx, WorkspaceId workspace) {
        return tx.list(
                "SELECT * FROM secrets_scope WHERE workspace = :workspace ORDER BY name",
                Map.of("workspace", workspace.value()),
                ScopeStore::scope);
    }

    public long count(Tx tx, WorkspaceId workspace) {
        return tx.number(
                "SELECT count(*) FROM secrets_scope WHERE workspace = :workspace",
                Map.of("workspace", workspace.value()));
    }

    /** Deletes a scope and the secrets in it. */
    public void delete(Tx tx, Authorized<Scope> scope) {
        Map<String, String> id = Map.of("id", scope.value().id());
        tx.update("DELETE FROM secrets_secret WHERE scope_id = :id", id);
        tx.update("DELETE FROM secrets_scope WHERE id = :id", id);
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        Map<String, Long> values = Map.of("workspace", workspace.value());
        tx.update("DELETE FROM secrets_secret WHERE workspace = :workspace", values);
        tx.update("DELETE FROM secrets_scope WHERE workspace = :workspace", values);
    }

    private static Scope scope(Row row) {
        return new Scope(row.text("id"), new WorkspaceId(row.number("workspace")), row.text("name"));
    }
}
