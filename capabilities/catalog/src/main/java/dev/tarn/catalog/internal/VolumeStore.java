package dev.tarn.catalog.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.Visibility;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Schema;
import dev.tarn.catalog.Volume;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes, in SQL. */
public final class VolumeStore {
    private static final String FROM = """
            SELECT v.*, s.name AS schema_name, c.name AS catalog_name FROM catalog_volume v
            JOIN catalog_schema s ON s.id = v.schema_id JOIN catalog_catalog c ON c.id = s.catalog_id
            """;

    public Optional<Volume> find(Tx tx, String metastore, ObjectName name) {
        return tx.find(
                FROM + "WHERE c.metastore = :metastore AND c.name = :catalog AND s.name = :schema AND v.name = :name",
                Map.of(
                        "metastore", metastore,
                        "catalog", name.schema().catalog(),
                        "schema", name.schema().schema(),
                        "name", name.name()),
                VolumeStore::volume);
    }

    public Optional<Volume> findById(Tx tx, String metastore, String id) {
        return tx.find(
                FROM + "WHERE c.metastore = :metastore AND v.id = :id",
                Map.of("metastore", metastore, "id", id),
                VolumeStore::volume);
    }

    public List<Volume> list(Tx tx, Authorized<Schema> schema, Visibility visibility, PageRequest page) {
        return tx.list(
                FROM + "WHERE v.schema_id = :schema AND v.name > :after AND " + visibility.condition("v.id")
                        + " ORDER BY v.name LIMIT :limit",
                visibility.bind(Map.of("schema", schema.value().id(), "after", page.after(), "limit", page.size() + 1)),
                VolumeStore::volume);
    }

    public void insert(Tx tx, Volume volume) {
        tx.update("""
                INSERT INTO catalog_volume (id, schema_id, name, type, location, comment, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :schema, :name, :type, :location, :comment, :createdAt, :createdBy, :updatedAt, :updatedBy)
                """, values(volume));
    }

    public void update(Tx tx, Authorized<Volume> before, Volume after) {
        tx.update("""
                UPDATE catalog_volume SET name = :name, comment = :comment, updated_at = :updatedAt, updated_by = :updatedBy
                WHERE id = :id
                """, values(after));
    }

    public void delete(Tx tx, Authorized<Volume> volume) {
        TagStore.forget(tx, volume.value().id());
        tx.update(
                "DELETE FROM catalog_volume WHERE id = :id",
                Map.of("id", volume.value().id()));
    }

    private static Map<String, Object> values(Volume volume) {
        return Stamps.with(
                volume.stamp(),
                Map.of(
                        "id", volume.id(),
                        "schema", volume.schemaId(),
                        "name", volume.name().name(),
                        "type", volume.managed() ? "MANAGED" : "EXTERNAL",
                        "location", volume.location(),
                        "comment", volume.comment()));
    }

    private static Volume volume(Row row) {
        return new Volume(
                row.text("id"),
                row.text("schema_id"),
                ObjectName.of(row.text("catalog_name"), row.text("schema_name"), row.text("name")),
                row.text("type").equals("MANAGED"),
                row.text("location"),
                row.findText("comment"),
                Stamps.read(row));
    }
}
