package dev.tarn.engine.catalog;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table to be made.
 *
 * @param location where its files lie, if the statement names a place (an external table); a volume path is allowed
 * @param format {@code delta} unless the statement names another
 */
public record NewTable(
        RelationName name,
        String format,
        Optional<URI> location,
        List<Column> columns,
        Map<String, String> properties,
        Optional<String> comment) {
    public NewTable {
        columns = List.copyOf(columns);
        properties = Map.copyOf(properties);
    }
}
