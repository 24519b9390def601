package dev.tarn.catalog.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.Visibility;
import dev.tarn.catalog.Catalog;
import dev.tarn.catalog.Metastore;
import dev.tarn.core.Json;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Metastores and catalogs, in SQL. Look-ups feed the guard; what reveals or changes asks for its proof. */
public final class CatalogStore {
    public Optional<Metastore> findMetastore(Tx tx, String id) {
        return tx.find(
                "SELECT * FROM catalog_metastore WHERE id = :id",
                Map.of("id", id),
                row -> new Metastore(
                        row.text("id"),
                        row.text("name"),
                        row.text("storage_root"),
                        row.bool("external_access"),
                        Stamps.read(row)));
    }

    public void insertMetastore(Tx tx, Metastore metastore) {
        tx.update(
                """
                INSERT INTO catalog_metastore (id, name, storage_root, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :name, :root, :createdAt, :createdBy, :updatedAt, :updatedBy)
                """,
                Stamps.with(
                        metastore.stamp(),
                        Map.of("id", metastore.id(), "name", metastore.name(), "root", metastore.storageRoot())));
    }

    /** Deletes a metastore and everything in it, what was dropped before too. */
    public void deleteMetastore(Tx tx, Authorized<Metastore> metastore) {
        Map<String, String> values = Map.of("metastore", metastore.value().id());
        String schemas =
                " WHERE schema_id IN (SELECT s.id FROM catalog_schema s JOIN catalog_catalog c ON c.id = s.catalog_id"
                        + " WHERE c.metastore = :metastore)";
        SettingStore.deleteAll(tx, values);
        tx.update("DELETE FROM catalog_volume" + schemas, values);
        tx.update("DELETE FROM catalog_function" + schemas, values);
        tx.update("DELETE FROM catalog_constraint WHERE metastore = :metastore", values);
        tx.update("DELETE FROM catalog_table WHERE metastore = :metastore", values);
        tx.update(
                "DELETE FROM catalog_schema WHERE catalog_id IN (SELECT id FROM catalog_catalog WHERE metastore = :metastore)",
                values);
        tx.update("DELETE FROM catalog_catalog WHERE metastore = :metastore", values);
        tx.update("DELETE FROM catalog_metastore WHERE id = :metastore", values);
    }

    public void setExternalAccess(Tx tx, Authorized<Metastore> metastore, boolean open) {
        tx.update(
                "UPDATE catalog_metastore SET external_access = :open WHERE id = :id",
                Map.of("id", metastore.value().id(), "open", open));
    }

    public void renameMetastore(Tx tx, Authorized<Metastore> metastore, String name) {
        tx.update(
                "UPDATE catalog_metastore SET name = :name WHERE id = :id",
                Map.of("id", metastore.value().id(), "name", name));
    }

    public Optional<Catalog> find(Tx tx, String metastore, String name) {
        return tx.find(
                "SELECT * FROM catalog_catalog WHERE metastore = :metastore AND name = :name",
                Map.of("metastore", metastore, "name", name),
                CatalogStore::catalog);
    }

    public List<Catalog> list(Tx tx, String metastore, Visibility visibility, PageRequest page) {
        return tx.list(
                "SELECT c.* FROM catalog_catalog c WHERE c.metastore = :metastore AND c.name > :after AND "
                        + visibility.condition("c.id") + " ORDER BY c.name LIMIT :limit",
                visibility.bind(Map.of("metastore", metastore, "after", page.after(), "limit", page.size() + 1)),
                CatalogStore::catalog);
    }

    /** Names only, for sessions. */
    public List<String> names(Tx tx, String metastore, Visibility visibility) {
        return tx.list(
                "SELECT c.name FROM catalog_catalog c WHERE c.metastore = :metastore AND "
                        + visibility.condition("c.id") + " ORDER BY c.name",
                visibility.bind(Map.of("metastore", metastore)),
                row -> row.text("name"));
    }

    public void insert(Tx tx, Catalog catalog) {
        tx.update("""
                INSERT INTO catalog_catalog (id, metastore, name, comment, properties, storage_root, isolated, system,
                  created_at, created_by, updated_at, updated_by)
                VALUES (:id, :metastore, :name, :comment, :properties, :root, :isolated, :system,
                  :createdAt, :createdBy, :updatedAt, :updatedBy)
                """, values(catalog));
    }

    /** Writes everything that can change; the id stays. */
    public void update(Tx tx, Authorized<Catalog> before, Catalog after) {
        tx.update("""
                UPDATE catalog_catalog SET name = :name, comment = :comment, properties = :properties, isolated = :isolated,
                  updated_at = :updatedAt, updated_by = :updatedBy
                WHERE id = :id
                """, values(after));
    }

    public void delete(Tx tx, Authorized<Catalog> catalog) {
        TagStore.forget(tx, catalog.value().id());
        tx.update(
                "DELETE FROM catalog_catalog WHERE id = :id",
                Map.of("id", catalog.value().id()));
    }

    private static Map<String, Object> values(Catalog catalog) {
        return Stamps.with(
                catalog.stamp(),
                Map.of(
                        "id", catalog.id(),
                        "metastore", catalog.metastore(),
                        "name", catalog.name(),
                        "comment", catalog.comment(),
                        "properties", Json.write(catalog.properties()),
                        "root", catalog.storageRoot(),
                        "isolated", catalog.isolated(),
                        "system", catalog.system()));
    }

    private static Catalog catalog(Row row) {
        return new Catalog(
                row.text("id"),
                row.text("metastore"),
                row.text("name"),
                row.findText("comment"),
                row.texts("properties"),
                row.findText("storage_root"),
                row.bool("isolated"),
                row.bool("system"),
                Stamps.read(row));
    }
}
