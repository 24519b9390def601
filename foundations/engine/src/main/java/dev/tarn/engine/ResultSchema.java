package dev.tarn.engine;

import java.util.List;
import java.util.Optional;

/**
 * The columns of a result.
 *
 * @param arrowSchema Arrow's encapsulated schema message
 */
public record ResultSchema(List<Column> columns, byte[] arrowSchema) {
    /**
     * One column.
     *
     * @param typeText the type as SQL writes it, such as {@code DECIMAL(10,2)} or {@code ARRAY<INT>}
     * @param typeName its first word, as the statement API names it: BOOLEAN BYTE SHORT INT LONG FLOAT DOUBLE DATE TIMESTAMP
     *     TIMESTAMP_NTZ STRING BINARY DECIMAL INTERVAL ARRAY STRUCT MAP CHAR NULL VARIANT
     */
    public record Column(
            String name,
            String typeText,
            String typeName,
            Optional<Integer> precision,
            Optional<Integer> scale,
            boolean nullable) {}

    public ResultSchema {
        columns = List.copyOf(columns);
    }
}
