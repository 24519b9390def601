package dev.tarn.catalog.internal;

import dev.tarn.catalog.Catalog;
import dev.tarn.catalog.CatalogErrors;
import dev.tarn.catalog.Metastore;
import dev.tarn.catalog.Schema;
import dev.tarn.core.Caller;
import dev.tarn.db.Tx;

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
}
