package dev.tarn.catalog.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.Visibility;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Schema;
import dev.tarn.catalog.Table;
import dev.tarn.core.Json;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables and views, in SQL. Dropped ones are seen only by the methods that say so. */
public final class TableStore {
    private static final String FROM = """
            SELECT t.*, s.name AS schema_name, c.name AS catalog_name FROM catalog_table t
            JOIN catalog_schema s ON s.id = t.schema_id JOIN catalog_catalog c ON c.id = s.catalog_id
            """;

    public Optional<Table> find(Tx tx, String metastore, ObjectName name) {
        return tx.find(
                FROM + """
                        WHERE c.metastore = :metastore AND c.name = :catalog AND s.name = :schema AND t.name = :name
                          AND t.dropped_at IS NULL""",
                Map.of(
                        "metastore", metastore,
                        "catalog", name.schema().catalog(),
                        "schema", name.schema().schema(),
                        "name", name.name()),
                TableStore::table);
    }

    public Optional<Table> findById(Tx tx, String metastore, String id) {
        return tx.find(
                FROM + "WHERE c.metastore = :metastore AND t.id = :id AND t.dropped_at IS NULL",
                Map.of("metastore", metastore, "id", id),
                TableStore::table);
    }

    public List<Table> list(Tx tx, Authorized<Schema> schema, Visibility visibility, PageRequest page) {
        return tx.list(
                FROM + "WHERE t.schema_id = :schema AND t.dropped_at IS NULL AND t.name > :after AND "
                        + visibility.condition("t.id") + " ORDER BY t.name LIMIT :limit",
                visibility.bind(Map.of("schema", schema.value().id(), "after", page.after(), "limit", page.size() + 1)),
                TableStore::table);
    }

    /** Newest first; those dropped since {@code since}. */
    public List<Table> dropped(Tx tx, Authorized<Schema> schema, Instant since) {
        return tx.list(
                FROM
                        + "WHERE t.schema_id = :schema AND t.dropped_at >= :since ORDER BY t.dropped_at DESC, t.id LIMIT 1000",
                Map.of("schema", schema.value().id(), "since", since),
                TableStore::table);
    }

    /** A dropped table whose files may go. */
    public record Expired(String id, Table.Type type, Optional<String> location) {}

    /** Dropped before {@code before}, also where the schema is gone. */
    public List<Expired> expired(Tx tx, String metastore, Instant before) {
        return tx.list(
                """
                SELECT id, type, location FROM catalog_table
                WHERE metastore = :metastore AND dropped_at < :before ORDER BY dropped_at LIMIT 100
                """,
                Map.of("metastore", metastore, "before", before),
                row -> new Expired(row.text("id"), row.value("type", Table.Type.class), row.findText("location")));
    }

    /** The row goes, after the files. */
    public void purge(Tx tx, Expired table) {
        TagStore.forget(tx, table.id());
        tx.update("DELETE FROM catalog_constraint WHERE table_id = :id OR parent_id = :id", Map.of("id", table.id()));
        tx.update("DELETE FROM catalog_table WHERE id = :id AND dropped_at IS NOT NULL", Map.of("id", table.id()));
    }

    /** A dropped table whose schema is still there. */
    public Optional<Table> findDropped(Tx tx, String metastore, String id, Instant since) {
        return tx.find(
                FROM + "WHERE c.metastore = :metastore AND t.id = :id AND t.dropped_at >= :since",
                Map.of("metastore", metastore, "id", id, "since", since),
                TableStore::table);
    }

    public void insert(Tx tx, String metastore, Table table) {
        Map<String, Object> values = new HashMap<>(values(table));
        values.put("metastore", metastore);
        tx.update("""
                INSERT INTO catalog_table (id, metastore, schema_id, name, type, format, location, columns, properties, comment,
                  view_sql, view_catalog, view_schema, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :metastore, :schema, :name, :type, :format, :location, :columns, :properties, :comment,
                  :viewSql, :viewCatalog, :viewSchema, :createdAt, :createdBy, :updatedAt, :updatedBy)
                """, values);
    }

    public void update(Tx tx, Authorized<Table> before, Table after) {
        tx.update("""
                UPDATE catalog_table SET schema_id = :schema, name = :name, format = :format, columns = :columns, properties = :properties,
                  comment = :comment, view_sql = :viewSql, view_catalog = :viewCatalog, view_schema = :viewSchema,
                  updated_at = :updatedAt, updated_by = :updatedBy
                WHERE id = :id
                """, values(after));
    }

    public void drop(Tx tx, Authorized<Table> table, Instant at) {
        tx.update(
                "UPDATE catalog_table SET dropped_at = :at WHERE id = :id",
                Map.of("id", table.value().id(), "at", at));
    }

    public void undrop(Tx tx, Authorized<Table> table) {
        tx.update(
                "UPDATE catalog_table SET dropped_at = NULL WHERE id = :id",
                Map.of("id", table.value().id()));
    }

    private static Map<String, Object> values(Table table) {
        return Stamps.with(
                table.stamp(),
                Map.ofEntries(
                        Map.entry("id", table.id()),
                        Map.entry("schema", table.schemaId()),
                        Map.entry("name", table.name().name()),
                        Map.entry("type", table.type()),
                        Map.entry("format", table.format()),
                        Map.entry("location", table.location()),
                        Map.entry("columns", Columns.write(table.columns())),
                        Map.entry("properties", Json.write(table.properties())),
                        Map.entry("comment", table.comment()),
                        Map.entry("viewSql", table.view().map(Table.ViewText::sql)),
                        Map.entry("viewCatalog", table.view().map(Table.ViewText::catalog)),
                        Map.entry("viewSchema", table.view().map(Table.ViewText::schema))));
    }

    private static Table table(Row row) {
        Optional<Table.ViewText> view = row.findText("view_sql")
                .map(sql -> new Table.ViewText(sql, row.text("view_catalog"), row.text("view_schema")));
        return new Table(
                row.text("id"),
                row.text("schema_id"),
                ObjectName.of(row.text("catalog_name"), row.text("schema_name"), row.text("name")),
                row.value("type", Table.Type.class),
                row.text("format"),
                row.findText("location"),
                Columns.read(row.text("columns")),
                row.texts("properties"),
                row.findText("comment"),
                view,
                Stamps.read(row));
    }
}
