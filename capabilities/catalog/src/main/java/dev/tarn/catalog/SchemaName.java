package dev.tarn.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two-part name of a schema, lower case. */
public record SchemaName(String catalog, String schema) {
    public SchemaName {
        catalog = Names.check("catalog", catalog);
        schema = Names.check("schema", schema);
    }

    public static SchemaName parse(@Nullable String fullName) {
        List<String> parts = Names.split("schema", 2, fullName);
        return new SchemaName(parts.get(0), parts.get(1));
    }

    @Override
    public String toString() {
        return catalog + "." + schema;
    }
}
