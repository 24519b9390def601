package dev.tarn.catalog.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.Visibility;
import dev.tarn.catalog.Catalog;
import dev.tarn.catalog.Schema;
import dev.tarn.catalog.SchemaName;
import dev.tarn.core.Json;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schemas, in SQL. */
public final class SchemaStore {
    private static final String FROM =
            "SELECT s.*, c.name AS catalog_name FROM catalog_schema s JOIN catalog_catalog c ON c.id = s.catalog_id ";

    public Optional<Schema> find(Tx tx, String metastore, SchemaName name) {
        return tx.find(
                FROM + "WHERE c.metastore = :metastore AND c.name = :catalog AND s.name = :name",
                Map.of("metastore", metastore, "catalog", name.catalog(), "name", name.schema()),
                SchemaStore::schema);
    }

    public List<Schema> list(Tx tx, Authorized<Catalog> catalog, Visibility visibility, PageRequest page) {
        return tx.list(
                FROM + "WHERE s.catalog_id = :catalog AND s.name > :after AND " + visibility.condition("s.id")
                        + " ORDER BY s.name LIMIT :limit",
                visibility.bind(
                        Map.of("catalog", catalog.value().id(), "after", page.after(), "limit", page.size() + 1)),
                SchemaStore::schema);
    }

    /** All of a catalog, for dropping it. */
    public List<Schema> all(Tx tx, Authorized<Catalog> catalog) {
        return tx.list(
                FROM + "WHERE s.catalog_id = :catalog ORDER BY s.name",
                Map.of("catalog", catalog.value().id()),
                SchemaStore::schema);
    }

    public void insert(Tx tx, Schema schema) {
        tx.update("""
                INSERT INTO catalog_schema (id, catalog_id, name, comment, properties, storage_root,
                  created_at, created_by, updated_at, updated_by)
                VALUES (:id, :catalog, :name, :comment, :properties, :root, :createdAt, :createdBy, :updatedAt, :updatedBy)
                """, values(schema));
    }

    public void update(Tx tx, Authorized<Schema> before, Schema after) {
        tx.update("""
                UPDATE catalog_schema SET name = :name, comment = :comment, properties = :properties,
                  updated_at = :updatedAt, updated_by = :updatedBy
                WHERE id = :id
                """, values(after));
    }

    public void delete(Tx tx, Authorized<Schema> schema) {
        TagStore.forget(tx, schema.value().id());
        tx.update(
                "DELETE FROM catalog_schema WHERE id = :id",
                Map.of("id", schema.value().id()));
    }

    private static Map<String, Object> values(Schema schema) {
        return Stamps.with(
                schema.stamp(),
                Map.of(
                        "id", schema.id(),
                        "catalog", schema.catalogId(),
                        "name", schema.name().schema(),
                        "comment", schema.comment(),
                        "properties", Json.write(schema.properties()),
                        "root", schema.storageRoot()));
    }

    private static Schema schema(Row row) {
        return new Schema(
                row.text("id"),
                row.text("catalog_id"),
                new SchemaName(row.text("catalog_name"), row.text("name")),
                row.findText("comment"),
                row.texts("properties"),
                row.findText("storage_root"),
                Stamps.read(row));
    }
}
