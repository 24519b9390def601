package dev.tarn.catalog;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import java.util.Optional;

/** A place for files in a schema, reached as {@code /Volumes/catalog/schema/volume/...}. */
public record Volume(
        String id,
        String schemaId,
        ObjectName name,
        boolean managed,
        String location,
        Optional<String> comment,
        Stamp stamp)
        implements Securable {
    @Override
    public String securableId() {
        return id;
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.VOLUME;
    }
}
