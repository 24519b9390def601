package dev.tarn.engine.spark.catalog;

import dev.tarn.core.Json;
import dev.tarn.engine.catalog.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns between Spark's schemas and the catalog's. */
public final class Columns {
    private static final String COMMENT = "comment";

    private Columns() {}

    /** The catalog's columns of a schema. */
    public static List<Column> of(StructType schema, List<String> partitionColumns) {
        List<String> partitions = partitionColumns.stream().map(Columns::lower).toList();
        List<Column> columns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            int partition = partitions.indexOf(lower(field.name()));
            columns.add(new Column(
                    field.name(),
                    field.dataType().catalogString(),
                    field.dataType().json(),
                    field.nullable(),
                    field.getComment().isDefined()
                            ? Optional.of(field.getComment().get())
                            : Optional.empty(),
                    partition < 0 ? Optional.empty() : Optional.of(partition),
                    metadata(field.metadata())));
        }
        return columns;
    }

    static StructType schema(List<Column> columns) {
        StructType schema = new StructType();
        for (Column column : columns) {
            StringBuilder json = new StringBuilder("{");
            column.metadata()
                    .forEach((key, value) -> json.append(json.length() > 1 ? "," : "")
                            .append(Json.write(key))
                            .append(':')
                            .append(value));
            column.comment()
                    .ifPresent(comment -> json.append(json.length() > 1 ? "," : "")
                            .append("\"comment\":")
                            .append(Json.write(comment)));
            schema = schema.add(new StructField(
                    column.name(),
                    DataType.fromJson(column.typeJson()),
                    column.nullable(),
                    Metadata.fromJson(json.append('}').toString())));
        }
        return schema;
    }

    static List<String> partitionColumns(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.partitionIndex().isPresent())
                .sorted(java.util.Comparator.comparing(
                        column -> column.partitionIndex().orElse(0)))
                .map(Column::name)
                .toList();
    }

    /** Names of the columns that a table is partitioned by; other transforms do not partition. */
    public static List<String> partitionColumns(Transform[] partitions) {
        List<String> names = new ArrayList<>();
        for (Transform partition : partitions) {
            if (partition.name().equals("identity") && partition.references().length == 1) {
                names.add(String.join(".", partition.references()[0].fieldNames()));
            }
        }
        return names;
    }

    private static Map<String, String> metadata(Metadata metadata) {
        Map<String, String> entries = new HashMap<>();
        Json.readTree(metadata.json()).fields().forEachRemaining(entry -> {
            if (!entry.getKey().equals(COMMENT)) {
                entries.put(entry.getKey(), entry.getValue().toString());
            }
        });
        return entries;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
