package dev.tarn.catalog;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;

/**
 * A function of a schema.
 *
 * @param definition parameters, result and body as JSON, in the shape of the public API's {@code FunctionInfo}
 */
public record Function(String id, String schemaId, ObjectName name, String definition, Stamp stamp)
        implements Securable {
    @Override
    public String securableId() {
        return id;
    }

    @Override
    public SecurableType securableType() {
        return SecurableType.FUNCTION;
    }
}
