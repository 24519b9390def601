package dev.tarn.catalog;

import dev.tarn.core.Caller;

/** What this room asks about places that people name; the storage room answers. */
public interface ManagedStorage {
    /** Why a place is wanted. */
    enum Use {
        READ_FILES,
        WRITE_FILES,
        TABLE,
        VOLUME,
        MANAGED_ROOT
    }

    /**
     * Checks that the caller may use a place so.
     *
     * @return the place, normalised
     * @throws dev.tarn.core.AppException PERMISSION_DENIED if not, whether or not it exists; INVALID_PARAMETER_VALUE if it is no URI
     */
    String authorize(Caller caller, String url, Use use);

    /** A place for managed tables of a catalog or schema. */
    default String authorizeRoot(Caller caller, String url) {
        return authorize(caller, url, Use.MANAGED_ROOT);
    }
}
