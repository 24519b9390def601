package dev.tarn.storage;

import dev.tarn.access.Guard;
import dev.tarn.core.Caller;
import dev.tarn.db.Database;
import dev.tarn.storage.internal.StorageStore;
import java.util.Optional;

/** Whether somebody may use a place that they name by its URI: only below an external location, and only with rights on it. */
public final class Places {
    /** Why a place is wanted. */
    public enum Use {
        READ_FILES(StorageAction.READ_FILES, false),
        WRITE_FILES(StorageAction.WRITE_FILES, true),
        TABLE(StorageAction.CREATE_EXTERNAL_TABLE, false),
        VOLUME(StorageAction.CREATE_EXTERNAL_VOLUME, false),
        MANAGED_ROOT(StorageAction.CREATE_MANAGED_STORAGE, true),
        EXTERNAL(StorageAction.EXTERNAL_USE_LOCATION, false);

        private final StorageAction action;
        private final boolean writes;

        Use(StorageAction action, boolean writes) {
            this.action = action;
            this.writes = writes;
        }
    }

    private final Database db;
    private final Guard guard;
    private final StorageStore store;
    private final LocalDisk disk;

    Places(StorageModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.store = parts.store();
        this.disk = parts.disk();
    }

    /**
     * Checks that the caller may use a place so.
     *
     * @return the place in its normal form
     * @throws dev.tarn.core.AppException PERMISSION_DENIED if not, in the same words whether or not it exists;
     *     INVALID_PARAMETER_VALUE if it is no URI of a place
     */
    public String authorize(Caller caller, String url, Use use) {
        StoragePath path = StoragePath.parse(url);
        ExternalLocation location = db.read(tx -> {
            Optional<ExternalLocation> covering = store.all(tx, caller.metastore()).stream()
                    .filter(candidate -> candidate.path().contains(path))
                    .findFirst();
            return guard.require(tx, caller, use.action, covering, () -> StorageErrors.noAccess(caller, path))
                    .value();
        });
        if (use.writes && (location.readOnly() || location.credential().readOnly())) {
            throw StorageErrors.readOnly(path);
        }
        boolean local = path.isLocal();
        if (local) {
            disk.requireLent(location.path());
        }
        if (location.credential().name().isEmpty() || (local && !LocalDisk.inside(location.path(), path))) {
            throw StorageErrors.noAccess(caller, path);
        }
        return path.uri();
    }
}
