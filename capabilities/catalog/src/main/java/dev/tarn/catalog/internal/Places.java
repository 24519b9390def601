package dev.tarn.catalog.internal;

import dev.tarn.catalog.Catalog;
import dev.tarn.catalog.CatalogErrors;
import dev.tarn.catalog.Metastore;
import dev.tarn.catalog.Schema;
import dev.tarn.core.Caller;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;

/** Where managed tables and volumes lie: below the nearest root of schema, catalog and metastore. */
public final class Places {
    private final CatalogStore catalogs;

    public Places(CatalogStore catalogs) {
        this.catalogs = catalogs;
    }

    public String ofTable(Tx tx, Caller caller, Schema schema, String id) {
        return root(tx, caller, schema) + "/__tarn/schemas/" + schema.id() + "/tables/" + id;
    }

    public String ofVolume(Tx tx, Caller caller, Schema schema, String id) {
        return root(tx, caller, schema) + "/__tarn/schemas/" + schema.id() + "/volumes/" + id;
    }

    private String root(Tx tx, Caller caller, Schema schema) {
        return schema.storageRoot()
                .or(() -> catalogs.find(tx, caller.metastore(), schema.name().catalog())
                        .flatMap(Catalog::storageRoot))
                .orElseGet(() -> catalogs.findMetastore(tx, caller.metastore())
                        .map(Metastore::storageRoot)
                        .orElseThrow(CatalogErrors::metastoreNotFound));
    }

    /**
     * Refuses a place that something else has: an external table or volume, or the root of a catalog's or schema's managed storage.
     * Two things at one place would read and delete each other's files.
     */
    public void requireFree(Tx tx, Caller caller, String location) {
        List<String> taken =
                tx.list("""
                SELECT place FROM (
                  SELECT t.location AS place FROM catalog_table t
                  WHERE t.metastore = :metastore AND t.type = 'EXTERNAL' AND t.dropped_at IS NULL
                  UNION ALL
                  SELECT v.location FROM catalog_volume v JOIN catalog_schema s ON s.id = v.schema_id
                    JOIN catalog_catalog c ON c.id = s.catalog_id WHERE c.metastore = :metastore AND v.type = 'EXTERNAL'
                  UNION ALL
                  SELECT storage_root FROM catalog_catalog WHERE metastore = :metastore AND storage_root IS NOT NULL
                  UNION ALL
                  SELECT s.storage_root FROM catalog_schema s JOIN catalog_catalog c ON c.id = s.catalog_id
                  WHERE c.metastore = :metastore AND s.storage_root IS NOT NULL
                  UNION ALL
                  SELECT storage_root FROM catalog_metastore WHERE id = :metastore) AS places
                WHERE place = :location OR substr(place, 1, length(:location) + 1) = :location || '/'
                  OR substr(:location, 1, length(place) + 1) = place || '/'
                LIMIT 1
                """, Map.of("metastore", caller.metastore(), "location", location), row -> row.text("place"));
        if (!taken.isEmpty()) {
            throw CatalogErrors.placeTaken(location);
        }
    }

    /** Refuses a place that overlaps the managed storage of the metastore, a catalog or a schema. */
    public void requireUnmanaged(Tx tx, Caller caller, String location) {
        long managed = tx.number("""
                SELECT count(*) FROM (
                  SELECT storage_root AS place FROM catalog_metastore WHERE id = :metastore
                  UNION ALL
                  SELECT storage_root FROM catalog_catalog WHERE metastore = :metastore AND storage_root IS NOT NULL
                  UNION ALL
                  SELECT s.storage_root FROM catalog_schema s JOIN catalog_catalog c ON c.id = s.catalog_id
                  WHERE c.metastore = :metastore AND s.storage_root IS NOT NULL) AS places
                WHERE place = :location OR substr(place, 1, length(:location) + 1) = :location || '/'
                  OR substr(:location, 1, length(place) + 1) = place || '/'
                """, Map.of("metastore", caller.metastore(), "location", location));
        if (managed > 0) {
            throw CatalogErrors.managedPlace(location);
        }
    }
}
