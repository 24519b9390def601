package dev.tarn.engine.spark.catalog;

import java.util.HashMap;
import java.util.List;
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

    /** What Delta keeps for one table and nobody may set: each begins like one of these. */
    private static final List<String> OF_ONE_TABLE = List.of(
            "delta.feature.clustering", "delta.columnMapping.maxColumnId", "delta.rowTracking.", "delta.constraints.");

    private Properties() {}

    /** Whether a table that is made like another has the property too. */
    static boolean isCopied(String key) {
        return key.startsWith("delta.") && OF_ONE_TABLE.stream().noneMatch(key::startsWith);
    }

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
