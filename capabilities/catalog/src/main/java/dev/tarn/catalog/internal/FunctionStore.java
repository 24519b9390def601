package dev.tarn.catalog.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.Visibility;
import dev.tarn.catalog.Function;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Schema;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions, in SQL. */
public final class FunctionStore {
    private static final String FROM = """
            SELECT f.*, s.name AS schema_name, c.name AS catalog_name FROM catalog_function f
            JOIN catalog_schema s ON s.id = f.schema_id JOIN catalog_catalog c ON c.id = s.catalog_id
            """;

    public Optional<Function> find(Tx tx, String metastore, ObjectName name) {
        return tx.find(
                FROM + "WHERE c.metastore = :metastore AND c.name = :catalog AND s.name = :schema AND f.name = :name",
                Map.of(
                        "metastore", metastore,
                        "catalog", name.schema().catalog(),
                        "schema", name.schema().schema(),
                        "name", name.name()),
                FunctionStore::function);
    }

    public List<Function> list(Tx tx, Authorized<Schema> schema, Visibility visibility, PageRequest page) {
        return tx.list(
                FROM + "WHERE f.schema_id = :schema AND f.name > :after AND " + visibility.condition("f.id")
                        + " ORDER BY f.name LIMIT :limit",
                visibility.bind(Map.of("schema", schema.value().id(), "after", page.after(), "limit", page.size() + 1)),
                FunctionStore::function);
    }

    public void insert(Tx tx, Function function) {
        tx.update(
                """
                INSERT INTO catalog_function (id, schema_id, name, definition, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :schema, :name, :definition, :createdAt, :createdBy, :updatedAt, :updatedBy)
                """,
                Stamps.with(
                        function.stamp(),
                        Map.of(
                                "id", function.id(),
                                "schema", function.schemaId(),
                                "name", function.name().name(),
                                "definition", function.definition())));
    }

    public void delete(Tx tx, Authorized<Function> function) {
        tx.update(
                "DELETE FROM catalog_function WHERE id = :id",
                Map.of("id", function.value().id()));
    }

    private static Function function(Row row) {
        return new Function(
                row.text("id"),
                row.text("schema_id"),
                ObjectName.of(row.text("catalog_name"), row.text("schema_name"), row.text("name")),
                row.text("definition"),
                Stamps.read(row));
    }
}
