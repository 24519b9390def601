package dev.tarn.catalog.internal;

import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.TableConstraint;
import dev.tarn.core.Json;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of tables, in SQL. */
public final class ConstraintStore {
    private static final int CHUNK = 500;
    private static final String FROM = """
            SELECT k.*, p.name AS parent_name, s.name AS parent_schema, c.name AS parent_catalog FROM catalog_constraint k
            LEFT JOIN catalog_table p ON p.id = k.parent_id AND p.dropped_at IS NULL
            LEFT JOIN catalog_schema s ON s.id = p.schema_id LEFT JOIN catalog_catalog c ON c.id = s.catalog_id
            """;

    public List<TableConstraint> of(Tx tx, String metastore, List<String> tableIds) {
        List<TableConstraint> all = new ArrayList<>();
        for (int i = 0; i < tableIds.size(); i += CHUNK) {
            all.addAll(tx.list(
                    FROM + "WHERE k.metastore = :metastore AND k.table_id IN (<tables>) ORDER BY k.table_id, k.name",
                    Map.of("metastore", metastore, "tables", tableIds.subList(i, Math.min(i + CHUNK, tableIds.size()))),
                    ConstraintStore::constraint));
        }
        return all;
    }

    public void insert(Tx tx, String metastore, TableConstraint constraint) {
        tx.update(
                """
                INSERT INTO catalog_constraint (id, metastore, table_id, name, columns, parent_id, parent_columns, rely)
                VALUES (:id, :metastore, :table, :name, :columns, :parent, :parentColumns, :rely)
                """,
                Map.of(
                        "id", constraint.id(),
                        "metastore", metastore,
                        "table", constraint.tableId(),
                        "name", constraint.name(),
                        "columns", Json.write(constraint.columns()),
                        "parent", constraint.parent().map(TableConstraint.Parent::tableId),
                        "parentColumns",
                                Json.write(constraint
                                        .parent()
                                        .map(TableConstraint.Parent::columns)
                                        .orElse(List.of())),
                        "rely", constraint.rely()));
    }

    public boolean isReferenced(Tx tx, String tableId) {
        return tx.number("SELECT count(*) FROM catalog_constraint WHERE parent_id = :id", Map.of("id", tableId)) > 0;
    }

    public void deleteReferences(Tx tx, String tableId) {
        tx.update("DELETE FROM catalog_constraint WHERE parent_id = :id", Map.of("id", tableId));
    }

    public void delete(Tx tx, TableConstraint constraint) {
        tx.update("DELETE FROM catalog_constraint WHERE id = :id", Map.of("id", constraint.id()));
    }

    private static TableConstraint constraint(Row row) {
        Optional<ObjectName> parent = row.findText("parent_name")
                .map(name -> ObjectName.of(row.text("parent_catalog"), row.text("parent_schema"), name));
        return new TableConstraint(
                row.text("id"),
                row.text("table_id"),
                row.text("name"),
                row.list("columns"),
                row.findText("parent_id").map(id -> new TableConstraint.Parent(id, parent, row.list("parent_columns"))),
                row.bool("rely"));
    }
}
