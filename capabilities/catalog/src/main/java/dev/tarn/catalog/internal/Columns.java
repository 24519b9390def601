package dev.tarn.catalog.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tarn.core.Json;
import dev.tarn.engine.catalog.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table's columns as the JSON text of one database column. */
final class Columns {
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

    private Columns() {}

    static String write(List<Column> columns) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Column column : columns) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", column.name());
            entry.put("text", column.typeText());
            entry.put("json", column.typeJson());
            entry.put("nullable", column.nullable());
            column.comment().ifPresent(comment -> entry.put("comment", comment));
            column.partitionIndex().ifPresent(index -> entry.put("partition", index));
            if (!column.metadata().isEmpty()) {
                entry.put("metadata", column.metadata());
            }
            list.add(entry);
        }
        return Json.write(list);
    }

    @SuppressWarnings("unchecked") // written by write above
    static List<Column> read(String json) {
        return Json.read(json, LIST).stream()
                .map(entry -> new Column(
                        String.valueOf(entry.get("name")),
                        String.valueOf(entry.get("text")),
                        String.valueOf(entry.get("json")),
                        Boolean.TRUE.equals(entry.get("nullable")),
                        Optional.ofNullable((String) entry.get("comment")),
                        Optional.ofNullable((Integer) entry.get("partition")),
                        entry.containsKey("metadata")
                                ? (Map<String, String>) entry.getOrDefault("metadata", Map.of())
                                : Map.of()))
                .toList();
    }
}
