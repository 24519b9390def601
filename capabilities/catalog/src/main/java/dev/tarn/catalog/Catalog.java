package dev.tarn.catalog;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog.
 *
 * @param isolated whether only bound workspaces may use it
 * @param system whether it belongs to the server and cannot be changed
 */
public record Catalog(
        String id,
        String metastore,
        String name,
        Optional<String> comment,
        Map<String, String> properties,
        Optional<String> storageRoot,
        boolean isolated,
        boolean system,
        Stamp stamp)
        implements Securable {
    public Catalog {
        properties = Map.copyOf(properties);
    }

    @Override
    public String securableId() {
        return id;
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.CATALOG;
    }
}
