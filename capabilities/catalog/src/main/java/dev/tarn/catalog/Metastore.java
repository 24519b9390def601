package dev.tarn.catalog;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;

/**
 * The root of the securable tree.
 *
 * @param storageRoot URI below which managed tables and volumes lie, unless their catalog or schema says otherwise
 * @param externalAccess whether clients outside may be given credentials for files
 */
public record Metastore(String id, String name, String storageRoot, boolean externalAccess, Stamp stamp)
        implements Securable {
    @Override
    public String securableId() {
        return id;
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.METASTORE;
    }
}
