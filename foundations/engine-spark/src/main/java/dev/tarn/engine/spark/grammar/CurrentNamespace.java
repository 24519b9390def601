package dev.tarn.engine.spark.grammar;

import dev.tarn.core.AppException;
import dev.tarn.engine.catalog.RelationName;
import java.util.List;

/** Where a session stands, for names that are not complete. */
public record CurrentNamespace(String catalog, String schema) {
    /**
     * The complete name.
     *
     * @throws AppException INVALID_PARAMETER_VALUE for a name of more than three parts
     */
    RelationName name(List<String> parts) {
        return RelationName.of(parts, catalog, schema)
                .orElseThrow(() -> AppException.invalid("A name has at most three parts: catalog.schema.name."));
    }
}
