package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.ColumnInfo;
import com.databricks.sdk.service.catalog.ColumnTypeName;
import dev.tarn.core.AppException;
import dev.tarn.core.Json;
import dev.tarn.engine.catalog.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns between the catalog's form and the public API's. */
final class ColumnInfos {
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),\\s*(\\d+)\\)");
    private static final Map<String, ColumnTypeName> NAMES = Map.ofEntries(
            Map.entry("tinyint", ColumnTypeName.BYTE),
            Map.entry("smallint", ColumnTypeName.SHORT),
            Map.entry("int", ColumnTypeName.INT),
            Map.entry("integer", ColumnTypeName.INT),
            Map.entry("bigint", ColumnTypeName.LONG),
            Map.entry("long", ColumnTypeName.LONG),
            Map.entry("float", ColumnTypeName.FLOAT),
            Map.entry("double", ColumnTypeName.DOUBLE),
            Map.entry("boolean", ColumnTypeName.BOOLEAN),
            Map.entry("string", ColumnTypeName.STRING),
            Map.entry("varchar", ColumnTypeName.STRING),
            Map.entry("char", ColumnTypeName.CHAR),
            Map.entry("binary", ColumnTypeName.BINARY),
            Map.entry("date", ColumnTypeName.DATE),
            Map.entry("timestamp", ColumnTypeName.TIMESTAMP),
            Map.entry("timestamp_ntz", ColumnTypeName.TIMESTAMP_NTZ),
            Map.entry("interval", ColumnTypeName.INTERVAL),
            Map.entry("decimal", ColumnTypeName.DECIMAL),
            Map.entry("array", ColumnTypeName.ARRAY),
            Map.entry("map", ColumnTypeName.MAP),
            Map.entry("struct", ColumnTypeName.STRUCT),
            Map.entry("variant", ColumnTypeName.VARIANT),
            Map.entry("void", ColumnTypeName.NULL));

    private ColumnInfos() {}

    static List<ColumnInfo> of(List<Column> columns) {
        List<ColumnInfo> infos = new ArrayList<>();
        for (Column column : columns) {
            ColumnInfo info = new ColumnInfo()
                    .setName(column.name())
                    .setPosition((long) infos.size())
                    .setTypeText(column.typeText())
                    .setTypeJson(fieldJson(column))
                    .setTypeName(typeName(column.typeText()))
                    .setNullable(column.nullable())
                    .setComment(column.comment().orElse(null))
                    .setPartitionIndex(
                            column.partitionIndex().map(Long::valueOf).orElse(null));
            Matcher decimal = DECIMAL.matcher(column.typeText());
            if (decimal.matches()) {
                info.setTypePrecision(Long.parseLong(decimal.group(1))).setTypeScale(Long.parseLong(decimal.group(2)));
            }
            infos.add(info);
        }
        return infos;
    }

    /** Columns that a client states for a table whose files it has made. */
    static List<Column> read(@Nullable Collection<ColumnInfo> infos) {
        if (infos == null) {
            return List.of();
        }
        return infos.stream().map(ColumnInfos::read).toList();
    }

    private static Column read(ColumnInfo info) {
        if (info.getName() == null || info.getTypeText() == null) {
            throw AppException.invalid("Each column needs 'name' and 'type_text'.");
        }
        return new Column(
                info.getName(),
                info.getTypeText().toLowerCase(Locale.ROOT),
                typeJson(info),
                !Boolean.FALSE.equals(info.getNullable()),
                Optional.ofNullable(info.getComment()),
                Optional.ofNullable(info.getPartitionIndex()).map(Math::toIntExact),
                Map.of());
    }

    /** Clients send either the type or the whole field, as JSON. */
    private static String typeJson(ColumnInfo info) {
        if (info.getTypeJson() == null) {
            return Json.write(info.getTypeText().toLowerCase(Locale.ROOT));
        }
        try {
            var tree = Json.readTree(info.getTypeJson());
            return tree.isObject() && tree.has("name") && tree.has("type")
                    ? tree.get("type").toString()
                    : tree.toString();
        } catch (IllegalArgumentException e) {
            return Json.write(info.getTypeText().toLowerCase(Locale.ROOT));
        }
    }

    private static String fieldJson(Column column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", Json.readTree(column.typeJson()));
        field.put("nullable", column.nullable());
        Map<String, Object> metadata = new LinkedHashMap<>();
        column.metadata().forEach((key, value) -> metadata.put(key, Json.readTree(value)));
        column.comment().ifPresent(comment -> metadata.put("comment", comment));
        field.put("metadata", metadata);
        return Json.write(field);
    }

    private static ColumnTypeName typeName(String typeText) {
        return NAMES.getOrDefault(typeText.split("[(<\\s]", 2)[0], ColumnTypeName.USER_DEFINED_TYPE);
    }
}
