package dev.tarn.engine.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A column of a table or view.
 *
 * @param typeText SQL text of the type, such as {@code decimal(10,2)}
 * @param typeJson the type as a JSON value in Spark's schema format
 * @param partitionIndex its place among the partition columns, from 0
 * @param metadata Spark's column metadata as JSON texts by key: defaults, generation and identity
 */
public record Column(
        String name,
        String typeText,
        String typeJson,
        boolean nullable,
        Optional<String> comment,
        Optional<Integer> partitionIndex,
        Map<String, String> metadata) {
    public Column {
        metadata = Map.copyOf(metadata);
    }
}
