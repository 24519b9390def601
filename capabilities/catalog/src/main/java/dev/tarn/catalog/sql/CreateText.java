package dev.tarn.catalog.sql;

import dev.tarn.catalog.Table;
import dev.tarn.core.Json;
import dev.tarn.engine.catalog.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The statement that would make a table or view again, in the form of Spark's SHOW CREATE TABLE, with what Delta keeps of columns:
 * defaults, generation expressions and identity. Properties that follow from the statement's other clauses, or that the engine
 * counts with, are left out, as are CHECK constraints: ALTER TABLE adds those.
 */
final class CreateText {
    private static final String CLUSTERING = "clusteringColumns";
    private static final String DEFAULT = "CURRENT_DEFAULT";
    private static final String GENERATED = "delta.generationExpression";
    private static final String IDENTITY_START = "delta.identity.start";
    private static final String IDENTITY_STEP = "delta.identity.step";
    private static final String IDENTITY_EXPLICIT = "delta.identity.allowExplicitInsert";
    private static final Set<String> DERIVED =
            Set.of(CLUSTERING, "delta.feature.clustering", "delta.columnMapping.maxColumnId", "is_managed_location");

    private CreateText() {}

    static String of(Table table) {
        boolean view = table.view().isPresent();
        StringBuilder text = new StringBuilder("CREATE %s %s (\n  "
                .formatted(
                        view ? "VIEW" : "TABLE",
                        String.join(
                                ".",
                                quoted(table.name().schema().catalog()),
                                quoted(table.name().schema().schema()),
                                quoted(table.name().name()))));
        text.append(table.columns().stream()
                        .map(column -> view ? viewColumn(column) : column(column))
                        .collect(Collectors.joining(",\n  ")))
                .append(")\n");
        if (!view) {
            text.append("USING ").append(table.format()).append('\n');
            options(text, table);
            columns(text, "PARTITIONED BY", partitions(table.columns()));
            columns(text, "CLUSTER BY", clustering(table.properties()));
            if (table.type() == Table.Type.EXTERNAL) {
                table.location()
                        .ifPresent(place ->
                                text.append("LOCATION ").append(literal(place)).append('\n'));
            }
        }
        table.comment()
                .filter(comment -> !comment.isEmpty())
                .ifPresent(comment ->
                        text.append("COMMENT ").append(literal(comment)).append('\n'));
        pairs(text, "TBLPROPERTIES", own(table.properties()));
        table.view().ifPresent(query -> text.append("AS ").append(query.sql()).append('\n'));
        return text.toString();
    }

    private static String viewColumn(Column column) {
        return quoted(column.name())
                + column.comment()
                        .map(comment -> " COMMENT " + literal(comment))
                        .orElse("");
    }

    private static String column(Column column) {
        StringBuilder text = new StringBuilder(
                quoted(column.name()) + " " + column.typeText().toUpperCase(java.util.Locale.ROOT));
        Map<String, String> metadata = column.metadata();
        if (metadata.containsKey(IDENTITY_STEP)) {
            text.append(" GENERATED %s AS IDENTITY (START WITH %s INCREMENT BY %s)"
                    .formatted(
                            "true".equals(metadata.get(IDENTITY_EXPLICIT)) ? "BY DEFAULT" : "ALWAYS",
                            metadata.getOrDefault(IDENTITY_START, "1"),
                            metadata.get(IDENTITY_STEP)));
        } else if (metadata.containsKey(GENERATED)) {
            text.append(" GENERATED ALWAYS AS (")
                    .append(string(metadata.get(GENERATED)))
                    .append(')');
        }
        if (!column.nullable()) {
            text.append(" NOT NULL");
        }
        if (metadata.containsKey(DEFAULT)) {
            text.append(" DEFAULT ").append(string(metadata.get(DEFAULT)));
        }
        column.comment().ifPresent(comment -> text.append(" COMMENT ").append(literal(comment)));
        return text.toString();
    }

    private static List<String> partitions(List<Column> columns) {
        return columns.stream()
                .filter(column -> column.partitionIndex().isPresent())
                .sorted(Comparator.comparing(column -> column.partitionIndex().orElse(0)))
                .map(column -> quoted(column.name()))
                .toList();
    }

    /** Kept as a JSON list of the parts of names. */
    private static List<String> clustering(Map<String, String> properties) {
        List<String> names = new ArrayList<>();
        String json = properties.get(CLUSTERING);
        if (json != null) {
            Json.readTree(json).forEach(parts -> {
                List<String> name = new ArrayList<>();
                parts.forEach(part -> name.add(quoted(part.asText())));
                names.add(String.join(".", name));
            });
        }
        return names;
    }

    private static void options(StringBuilder text, Table table) {
        Map<String, String> options = new TreeMap<>();
        table.properties().forEach((key, value) -> {
            if (key.startsWith("option.")) {
                options.put(key.substring("option.".length()), value);
            }
        });
        pairs(text, "OPTIONS", options);
    }

    private static Map<String, String> own(Map<String, String> properties) {
        Map<String, String> own = new TreeMap<>(properties);
        own.keySet()
                .removeIf(key -> DERIVED.contains(key)
                        || key.startsWith("option.")
                        || key.startsWith("view.")
                        || key.startsWith("delta.constraints."));
        return own;
    }

    private static void columns(StringBuilder text, String words, List<String> names) {
        if (!names.isEmpty()) {
            text.append("%s (%s)\n".formatted(words, String.join(", ", names)));
        }
    }

    private static void pairs(StringBuilder text, String words, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            text.append(words)
                    .append(pairs.entrySet().stream()
                            .map(pair -> literal(pair.getKey()) + " = " + literal(pair.getValue()))
                            .collect(Collectors.joining(",\n  ", " (\n  ", ")\n")));
        }
    }

    private static String string(String json) {
        return Json.readTree(json).asText();
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "`" + name.replace("`", "``") + "`";
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
