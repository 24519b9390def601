package dev.tarn.queries.internal;

import dev.tarn.access.Authorized;
import dev.tarn.core.PageRequest;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.queries.SavedQuery;
import dev.tarn.queries.Visualization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the visualizations of saved queries. */
public final class VisualizationStore {
    public void insert(Tx tx, Authorized<SavedQuery> query, Visualization visualization) {
        Map<String, Object> values = values(visualization);
        values.put("query", query.value().id());
        values.put("workspace", query.value().workspace().value());
        values.put("created", visualization.createdAt());
        tx.update("""
                INSERT INTO queries_visualization (id, query_id, workspace, type, name, options, query_plan, created_at, updated_at)
                VALUES (:id, :query, :workspace, :type, :name, :options, :plan, :created, :updated)
                """, values);
    }

    public void update(Tx tx, Authorized<SavedQuery> query, Visualization visualization) {
        Map<String, Object> values = values(visualization);
        values.put("query", query.value().id());
        tx.update("""
                UPDATE queries_visualization SET type = :type, name = :name, options = :options, query_plan = :plan,
                    updated_at = :updated
                WHERE id = :id AND query_id = :query
                """, values);
    }

    public Optional<Visualization> find(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT * FROM queries_visualization WHERE workspace = :workspace AND id = :id",
                Map.of("workspace", workspace.value(), "id", id),
                VisualizationStore::visualization);
    }

    /** By id, after the one that the page goes on from. */
    public List<Visualization> list(Tx tx, Authorized<SavedQuery> query, PageRequest page) {
        return tx.list(
                """
                SELECT * FROM queries_visualization WHERE query_id = :query AND id > :after ORDER BY id LIMIT :limit
                """,
                Map.of("query", query.value().id(), "after", page.after(), "limit", page.size() + 1),
                VisualizationStore::visualization);
    }

    public void delete(Tx tx, Authorized<SavedQuery> query, String id) {
        tx.update(
                "DELETE FROM queries_visualization WHERE query_id = :query AND id = :id",
                Map.of("query", query.value().id(), "id", id));
    }

    public void deleteAll(Tx tx, Authorized<SavedQuery> query) {
        tx.update(
                "DELETE FROM queries_visualization WHERE query_id = :query",
                Map.of("query", query.value().id()));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        tx.update(
                "DELETE FROM queries_visualization WHERE workspace = :workspace",
                Map.of("workspace", workspace.value()));
    }

    private static Map<String, Object> values(Visualization visualization) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", visualization.id());
        values.put("type", visualization.drawing().type());
        values.put("name", visualization.drawing().name());
        values.put("options", visualization.drawing().options());
        values.put("plan", visualization.drawing().queryPlan());
        values.put("updated", visualization.updatedAt());
        return values;
    }

    private static Visualization visualization(Row row) {
        return new Visualization(
                row.text("id"),
                row.text("query_id"),
                new Visualization.Drawing(
                        row.text("type"), row.text("name"), row.text("options"), row.text("query_plan")),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
