package dev.tarn.sql.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import dev.tarn.sql.DefaultWarehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users' own default warehouses, in SQL. */
public final class DefaultWarehouseStore {
    public Optional<DefaultWarehouse> find(Tx tx, WorkspaceId workspace, String user) {
        return tx
                .list(
                        "SELECT user_id, warehouse FROM sql_default_warehouse WHERE workspace = :workspace AND user_id = :user",
                        Map.of("workspace", workspace.value(), "user", user),
                        row -> new DefaultWarehouse(row.text("user_id"), warehouse(row.text("warehouse"))))
                .stream()
                .findFirst();
    }

    /** Those of a workspace by user id, after one and at most so many. */
    public List<DefaultWarehouse> list(Tx tx, WorkspaceId workspace, String after, int most) {
        return tx.list(
                """
                SELECT user_id, warehouse FROM sql_default_warehouse
                WHERE workspace = :workspace AND user_id > :after ORDER BY user_id LIMIT :most
                """,
                Map.of("workspace", workspace.value(), "after", after, "most", most),
                row -> new DefaultWarehouse(row.text("user_id"), warehouse(row.text("warehouse"))));
    }

    public void put(Tx tx, WorkspaceId workspace, DefaultWarehouse chosen) {
        tx.update(
                """
                INSERT INTO sql_default_warehouse (workspace, user_id, warehouse) VALUES (:workspace, :user, :warehouse)
                ON CONFLICT (workspace, user_id) DO UPDATE SET warehouse = excluded.warehouse
                """,
                Map.of(
                        "workspace", workspace.value(),
                        "user", chosen.userId(),
                        "warehouse", chosen.warehouseId().orElse("")));
    }

    public void delete(Tx tx, WorkspaceId workspace, String user) {
        tx.update(
                "DELETE FROM sql_default_warehouse WHERE workspace = :workspace AND user_id = :user",
                Map.of("workspace", workspace.value(), "user", user));
    }

    /** Nobody's default is a warehouse that is gone. */
    public void forgetWarehouse(Tx tx, WorkspaceId workspace, String warehouse) {
        tx.update(
                "DELETE FROM sql_default_warehouse WHERE workspace = :workspace AND warehouse = :warehouse",
                Map.of("workspace", workspace.value(), "warehouse", warehouse));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        tx.update("DELETE FROM sql_default_warehouse WHERE workspace = :w", Map.of("w", workspace.value()));
    }

    private static Optional<String> warehouse(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }
}
