package dev.tarn.catalog.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.Json;
import dev.tarn.engine.catalog.FunctionDefinition;
import dev.tarn.engine.catalog.FunctionDefinition.Parameter;
import dev.tarn.engine.catalog.RelationName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** SQL functions between the engine's terms and the JSON of the public API's {@code FunctionInfo}, which is what is stored. */
public final class FunctionText {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("BIGINT", "LONG"),
            Map.entry("SMALLINT", "SHORT"),
            Map.entry("TINYINT", "BYTE"),
            Map.entry("INTEGER", "INT"),
            Map.entry("REAL", "FLOAT"));

    private FunctionText() {}

    public static String write(FunctionDefinition function) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", parameter.name());
            one.put("position", parameters.size());
            one.put("type_text", parameter.typeText().toLowerCase(Locale.ROOT));
            one.put("type_name", typeName(parameter.typeText()));
            one.put("type_json", Json.write(parameter.typeText()));
            parameter.comment().ifPresent(comment -> one.put("comment", comment));
            parameters.add(one);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("input_params", Map.of("parameters", parameters));
        all.put("data_type", typeName(function.returns()));
        all.put("full_data_type", function.returns());
        all.put("routine_body", "SQL");
        all.put("routine_definition", function.body());
        all.put("parameter_style", "S");
        all.put("is_deterministic", function.deterministic());
        all.put("is_null_call", false);
        all.put("sql_data_access", "CONTAINS_SQL");
        all.put("security_type", "DEFINER");
        all.put("specific_name", function.name().name());
        function.comment().ifPresent(comment -> all.put("comment", comment));
        return Json.write(all);
    }

    /** Empty for a function whose body is not SQL, or not written down completely: it cannot be called. */
    public static Optional<FunctionDefinition> read(RelationName name, String json) {
        JsonNode all = Json.readTree(json);
        String body = all.path("routine_definition").asText("");
        String returns = all.path("full_data_type").asText("");
        if (!all.path("routine_body").asText("").equals("SQL") || body.isEmpty() || returns.isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode one : all.path("input_params").path("parameters")) {
            parameters.add(new Parameter(
                    one.path("name").asText(""),
                    one.path("type_text").asText(""),
                    Optional.empty(),
                    Optional.ofNullable(one.path("comment").textValue())));
        }
        return Optional.of(new FunctionDefinition(
                name,
                parameters,
                returns,
                false,
                body,
                true,
                Optional.ofNullable(all.path("comment").textValue()),
                Map.of()));
    }

    private static String typeName(String type) {
        String first = type.split("[(<]", 2)[0].trim().toUpperCase(Locale.ROOT);
        return NAMES.getOrDefault(first, first);
    }
}
