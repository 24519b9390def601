package dev.tarn.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.Json;
import dev.tarn.engine.QueryProfile;
import dev.tarn.engine.QueryProfile.Metric;
import dev.tarn.engine.QueryProfile.Operator;
import dev.tarn.engine.QueryProfile.Plan;
import dev.tarn.engine.QueryProfile.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A profile as JSON, in the store and over REST alike. */
public final class ProfileJson {
    private ProfileJson() {}

    public static String write(QueryProfile profile) {
        return Json.write(
                Map.of("plans", profile.plans().stream().map(ProfileJson::plan).toList()));
    }

    /** Reads what {@link #write} wrote. */
    public static QueryProfile read(String json) {
        List<Plan> plans = new ArrayList<>();
        for (JsonNode plan : Json.readTree(json).path("plans")) {
            plans.add(new Plan(plan.path("title").asText(), number(plan, "time_ms"), operator(plan.path("root"))));
        }
        return new QueryProfile(plans);
    }

    private static Map<String, Object> plan(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", plan.title());
        plan.milliseconds().ifPresent(time -> json.put("time_ms", time));
        json.put("root", operator(plan.root()));
        return json;
    }

    private static Map<String, Object> operator(Operator operator) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", operator.name());
        json.put("detail", operator.detail());
        json.put("engine", operator.engine());
        operator.rows().ifPresent(rows -> json.put("rows", rows));
        operator.milliseconds().ifPresent(time -> json.put("time_ms", time));
        json.put(
                "metrics",
                operator.metrics().stream()
                        .map(metric -> Map.of(
                                "name", metric.name(), "unit", metric.unit().name(), "value", metric.value()))
                        .toList());
        json.put(
                "children",
                operator.children().stream().map(ProfileJson::operator).toList());
        return json;
    }

    private static Operator operator(JsonNode json) {
        List<Metric> metrics = new ArrayList<>();
        for (JsonNode metric : json.path("metrics")) {
            metrics.add(new Metric(
                    metric.path("name").asText(),
                    Unit.valueOf(metric.path("unit").asText()),
                    metric.path("value").asLong()));
        }
        List<Operator> children = new ArrayList<>();
        json.path("children").forEach(child -> children.add(operator(child)));
        return new Operator(
                json.path("name").asText(),
                json.path("detail").asText(),
                json.path("engine").asText(),
                number(json, "rows"),
                number(json, "time_ms"),
                metrics,
                children);
    }

    private static Optional<Long> number(JsonNode json, String field) {
        return json.has(field) ? Optional.of(json.get(field).asLong()) : Optional.empty();
    }
}
