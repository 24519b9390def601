package dev.tarn.catalog;

import dev.tarn.access.Guard;
import dev.tarn.catalog.internal.CatalogStore;
import dev.tarn.catalog.internal.SettingStore;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.db.Database;
import java.util.Locale;
import java.util.Map;

/**
 * Which schemas of the {@code system} catalog are open. All are until a metastore administrator closes one; it then looks as if it
 * did not exist. {@code information_schema} is always open.
 */
public final class SystemSchemas {
    private final Database db;
    private final Guard guard;
    private final CatalogStore store;
    private final SettingStore settings = new SettingStore();

    SystemSchemas(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.store = parts.catalogs();
    }

    /** Schemas that somebody has opened or closed. Needs to manage the metastore. */
    public Map<String, Boolean> settings(Caller caller) {
        return db.read(tx -> {
            guard.require(
                    tx,
                    caller,
                    CatalogAction.UPDATE_METASTORE,
                    store.findMetastore(tx, caller.metastore()),
                    CatalogErrors::metastoreNotFound);
            return settings.systemSchemas(tx, caller.metastore());
        });
    }

    /** Whether statements in the caller's metastore may use the schema. */
    public boolean open(Caller caller, String name) {
        return db.read(
                tx -> settings.systemSchemas(tx, caller.metastore()).getOrDefault(name.toLowerCase(Locale.ROOT), true));
    }

    /**
     * Opens or closes a schema. Needs to manage the metastore.
     *
     * @param exists whether the server has such a schema
     */
    public void set(Caller caller, String name, boolean open, boolean exists) {
        String lower = name.toLowerCase(Locale.ROOT);
        db.change(tx -> {
            guard.require(
                    tx,
                    caller,
                    CatalogAction.UPDATE_METASTORE,
                    store.findMetastore(tx, caller.metastore()),
                    CatalogErrors::metastoreNotFound);
            if (!exists) {
                throw new AppException(
                        ErrorKind.NOT_FOUND,
                        "SCHEMA_DOES_NOT_EXIST",
                        "There is no system schema '%s'.".formatted(name));
            }
            if (lower.equals(Schema.INFORMATION_SCHEMA) && !open) {
                throw AppException.invalid("information_schema cannot be closed.");
            }
            settings.setSystemSchema(tx, caller.metastore(), lower, open);
        });
    }
}
