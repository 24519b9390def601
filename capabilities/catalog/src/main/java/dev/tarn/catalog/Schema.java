package dev.tarn.catalog;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import java.util.Map;
import java.util.Optional;

/** A schema of a catalog. */
public record Schema(
        String id,
        String catalogId,
        SchemaName name,
        Optional<String> comment,
        Map<String, String> properties,
        Optional<String> storageRoot,
        Stamp stamp)
        implements Securable {
    public static final String INFORMATION_SCHEMA = "information_schema";

    public Schema {
        properties = Map.copyOf(properties);
    }

    /** Whether the server makes its content, so that nothing is stored in it. */
    public boolean isOfSystem() {
        return name.schema().equals(INFORMATION_SCHEMA);
    }

    @Override
    public String securableId() {
        return id;
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.SCHEMA;
    }
}
