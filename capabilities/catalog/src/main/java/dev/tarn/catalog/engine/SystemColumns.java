package dev.tarn.catalog.engine;

import dev.tarn.core.Json;
import dev.tarn.engine.catalog.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Columns of system relations, written short. */
final class SystemColumns {
    /** A type as SQL text and as Spark's JSON. */
    record Type(String text, String json) {}

    private static final Map<String, String> JSON_NAMES = Map.of("bigint", "long", "int", "integer");

    private SystemColumns() {}

    /**
     * @param simple {@code name type, name type}
     * @param nested columns of other types, which come after the simple ones in the order of their names
     */
    static List<Column> of(String simple, Map<String, Type> nested) {
        List<Column> columns = new ArrayList<>();
        for (String column : simple.split(",", -1)) {
            String[] words = column.trim().split(" ", 2);
            columns.add(column(words[0], new Type(words[1], Json.write(JSON_NAMES.getOrDefault(words[1], words[1])))));
        }
        new TreeMap<>(nested).forEach((name, type) -> columns.add(column(name, type)));
        return columns;
    }

    static Type stringMap() {
        return new Type(
                "map<string,string>",
                "{\"type\":\"map\",\"keyType\":\"string\",\"valueType\":\"string\",\"valueContainsNull\":true}");
    }

    static Type struct(String... fields) {
        List<Object> json = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (String field : fields) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", field);
            entry.put("type", "string");
            entry.put("nullable", true);
            entry.put("metadata", Map.of());
            json.add(entry);
            text.add(field + ":string");
        }
        return new Type(
                "struct<" + String.join(",", text) + ">", "{\"type\":\"struct\",\"fields\":" + Json.write(json) + "}");
    }

    private static Column column(String name, Type type) {
        return new Column(name, type.text(), type.json(), true, Optional.empty(), Optional.empty(), Map.of());
    }
}
