package dev.tarn.engine.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A SQL function of the catalog.
 *
 * @param parameters in order
 * @param returns SQL type of a scalar function; the columns of a table function as DDL
 * @param body the expression, or the query of a table function
 */
public record FunctionDefinition(
        RelationName name,
        List<Parameter> parameters,
        String returns,
        boolean table,
        String body,
        boolean deterministic,
        Optional<String> comment,
        Map<String, String> properties) {
    /** One parameter; {@code defaultValue} is a SQL expression. */
    public record Parameter(String name, String typeText, Optional<String> defaultValue, Optional<String> comment) {}

    public FunctionDefinition {
        parameters = List.copyOf(parameters);
        properties = Map.copyOf(properties);
    }
}
