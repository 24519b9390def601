package dev.tarn.catalog;

import dev.tarn.access.Guard;
import dev.tarn.catalog.internal.CatalogStore;
import dev.tarn.catalog.internal.SchemaStore;
import dev.tarn.catalog.internal.TableStore;
import dev.tarn.catalog.internal.VolumeStore;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.util.Optional;

/**
 * Credentials for clients that read and write the files of tables, volumes and external locations by themselves. Closed until the
 * metastore's {@code external_access_enabled} is set; then a table or volume needs EXTERNAL USE SCHEMA, which owning gives nobody,
 * besides the right on the data; a path needs EXTERNAL USE LOCATION. Managed tables are vended for reading only.
 */
public final class TemporaryCredentials {
    private final Database db;
    private final Guard guard;
    private final CatalogStore catalogs;
    private final SchemaStore schemas;
    private final TableStore tables;
    private final VolumeStore volumes;
    private final ManagedStorage storage;
    private final FileCredentials files;

    TemporaryCredentials(CatalogModule.Parts parts, FileCredentials files) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.catalogs = parts.catalogs();
        this.schemas = parts.schemas();
        this.tables = parts.tables();
        this.volumes = parts.volumes();
        this.storage = parts.storage();
        this.files = files;
    }

    /** For the files of a table. */
    public FileCredentials.Vended ofTable(Caller caller, String id, boolean write) {
        String place = db.read(tx -> {
            Table table = guard.require(
                            tx,
                            caller,
                            write ? CatalogAction.MODIFY_TABLE : CatalogAction.SELECT_TABLE,
                            tables.findById(tx, caller.metastore(), id),
                            () -> CatalogErrors.tableNotFound(id))
                    .value();
            requireOpen(tx, caller, table.name().schema());
            if (write && table.type() == Table.Type.MANAGED) {
                throw AppException.invalid(
                        "Managed table '%s' is written through the server: ask for READ.".formatted(table.name()));
            }
            return table.location()
                    .orElseThrow(
                            () -> AppException.invalid("'%s' is a view: it has no files.".formatted(table.name())));
        });
        return files.vend(caller, place, write);
    }

    /** For the files of a volume. */
    public FileCredentials.Vended ofVolume(Caller caller, String id, boolean write) {
        String place = db.read(tx -> {
            Volume volume = guard.require(
                            tx,
                            caller,
                            write ? CatalogAction.WRITE_VOLUME : CatalogAction.READ_VOLUME,
                            volumes.findById(tx, caller.metastore(), id),
                            () -> CatalogErrors.volumeNotFound(id))
                    .value();
            requireOpen(tx, caller, volume.name().schema());
            return volume.location();
        });
        return files.vend(caller, place, write);
    }

    /**
     * For a path below an external location.
     *
     * @param use what is wanted of it besides EXTERNAL USE LOCATION
     * @param dryRun only check
     */
    public Optional<FileCredentials.Vended> ofPath(Caller caller, String url, ManagedStorage.Use use, boolean dryRun) {
        db.read(tx -> {
            requireExternalAccess(tx, caller);
            return true;
        });
        storage.authorize(caller, url, ManagedStorage.Use.EXTERNAL);
        String place = storage.authorize(caller, url, use);
        db.read(tx -> {
            new dev.tarn.catalog.internal.Places(catalogs).requireUnmanaged(tx, caller, place);
            return true;
        });
        return dryRun ? Optional.empty() : Optional.of(files.vend(caller, place, use != ManagedStorage.Use.READ_FILES));
    }

    private void requireOpen(Tx tx, Caller caller, SchemaName schema) {
        requireExternalAccess(tx, caller);
        guard.require(
                tx,
                caller,
                CatalogAction.EXTERNAL_USE_SCHEMA,
                schemas.find(tx, caller.metastore(), schema),
                () -> CatalogErrors.schemaNotFound(schema));
    }

    private void requireExternalAccess(Tx tx, Caller caller) {
        if (!catalogs.findMetastore(tx, caller.metastore())
                .filter(Metastore::externalAccess)
                .isPresent()) {
            throw AppException.denied(
                    "External access is off in this metastore. Its administrator sets external_access_enabled.");
        }
    }
}
