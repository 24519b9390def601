package dev.tarn.engine.spark.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.TableCatalog;

/** A table's own properties, without what Spark passes along with them. */
final class Properties {
    private static final Set<String> RESERVED = Set.of(
            TableCatalog.PROP_LOCATION,
            TableCatalog.PROP_PROVIDER,
            TableCatalog.PROP_COMMENT,
            TableCatalog.PROP_OWNER,
            TableCatalog.PROP_EXTERNAL,
            TableCatalog.PROP_IS_MANAGED_LOCATION,
            "path",
            "option.path");

    private Properties() {}

    static Map<String, String> own(Map<String, String> properties) {
        Map<String, String> own = new HashMap<>();
        properties.forEach((key, value) -> {
            if (!RESERVED.contains(key) && !key.startsWith("option.fs.")) {
                own.put(key, value);
            }
        });
        return own;
    }
}
