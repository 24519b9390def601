package dev.tarn.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three-part name of something in a schema, lower case: a table, view, volume or function. */
public record ObjectName(SchemaName schema, String name) {
    public ObjectName {
        name = Names.check("object", name);
    }

    public static ObjectName of(String catalog, String schema, String name) {
        return new ObjectName(new SchemaName(catalog, schema), name);
    }

    public static ObjectName parse(String what, @Nullable String fullName) {
        List<String> parts = Names.split(what, 3, fullName);
        return of(parts.get(0), parts.get(1), parts.get(2));
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
