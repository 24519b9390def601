package dev.tarn.engine.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A view to be made.
 *
 * @param replace whether an existing view of that name is replaced
 * @param reads every relation that the text names, for the check that the creator may read them
 */
public record NewView(
        RelationName name,
        String sql,
        String catalog,
        String schema,
        List<Column> columns,
        Map<String, String> properties,
        Optional<String> comment,
        boolean replace,
        List<RelationName> reads) {
    public NewView {
        columns = List.copyOf(columns);
        properties = Map.copyOf(properties);
        reads = List.copyOf(reads);
    }
}
