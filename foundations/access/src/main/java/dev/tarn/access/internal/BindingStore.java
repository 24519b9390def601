package dev.tarn.access.internal;

import dev.tarn.access.Bindings.Binding;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Isolation of securables and the workspaces that they are bound to, in SQL. */
public final class BindingStore {
    public void isolate(Tx tx, String securableId, boolean isolated) {
        tx.update(
                "UPDATE access_securable SET isolated = :isolated WHERE id = :id",
                Map.of("id", securableId, "isolated", isolated));
    }

    public Set<String> isolated(Tx tx, Collection<String> securableIds) {
        return securableIds.isEmpty()
                ? Set.of()
                : Set.copyOf(tx.list(
                        "SELECT id FROM access_securable WHERE isolated = 1 AND id IN (<ids>)",
                        Map.of("ids", securableIds),
                        row -> row.text("id")));
    }

    public List<Binding> list(Tx tx, String securableId) {
        return tx.list(
                "SELECT workspace, read_only FROM access_binding WHERE securable_id = :id ORDER BY workspace",
                Map.of("id", securableId),
                row -> new Binding(new WorkspaceId(row.number("workspace")), row.bool("read_only")));
    }

    public void put(Tx tx, String securableId, Binding binding) {
        tx.update(
                """
                INSERT INTO access_binding (securable_id, workspace, read_only) VALUES (:id, :workspace, :readOnly)
                ON CONFLICT (securable_id, workspace) DO UPDATE SET read_only = excluded.read_only
                """,
                Map.of(
                        "id", securableId,
                        "workspace", binding.workspace().value(),
                        "readOnly", binding.readOnly()));
    }

    public void remove(Tx tx, String securableId, WorkspaceId workspace) {
        tx.update(
                "DELETE FROM access_binding WHERE securable_id = :id AND workspace = :workspace",
                Map.of("id", securableId, "workspace", workspace.value()));
    }

    public void removeAll(Tx tx, WorkspaceId workspace) {
        tx.update("DELETE FROM access_binding WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
    }
}
