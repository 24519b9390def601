package dev.tarn.engine;

import java.util.List;
import java.util.Optional;

/**
 * One SQL statement.
 *
 * @param parameters values of {@code :name} markers, or of {@code ?} markers if none of them has a name
 */
public record Statement(String sql, List<Parameter> parameters) {
    /**
     * A bound value.
     *
     * @param name of a {@code :name} marker; empty for the next {@code ?}
     * @param value as text in the form of a SQL literal; empty is NULL
     * @param type a SQL type such as {@code DECIMAL(10,2)}; {@code STRING} if the client gives none
     */
    public record Parameter(Optional<String> name, Optional<String> value, String type) {}

    public Statement {
        parameters = List.copyOf(parameters);
    }

    public static Statement of(String sql) {
        return new Statement(sql, List.of());
    }
}
