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
        MANAGED_ROOT,
        /** by a client outside, with credentials of its own */
        EXTERNAL
    }

    /**
     * Checks that the caller may use a place so.
     *
     * @return the place, normalised
     * @throws dev.tarn.core.AppException PERMISSION_DENIED if not, whether or not it exists; INVALID_PARAMETER_VALUE if it is no URI
     */
    String authorize(Caller caller, String url, Use use);

    /** The place as engines know it, from which they reach it with the right keys. */
    default String forEngine(Caller caller, String place) {
        return place;
    }

    /** The other way round. @throws dev.tarn.core.AppException PERMISSION_DENIED if it is another metastore's */
    default String fromEngine(Caller caller, String place) {
        return place;
    }

    /** A place for managed tables of a catalog or schema. */
    default String authorizeRoot(Caller caller, String url) {
        return authorize(caller, url, Use.MANAGED_ROOT);
    }
}
