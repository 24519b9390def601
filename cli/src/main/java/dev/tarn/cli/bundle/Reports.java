package dev.tarn.cli.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.Value;
import dev.tarn.cli.bundle.deploy.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the commands print. */
final class Reports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reports() {}

    static String tree(Bundle bundle) {
        return JSON.valueToTree(plain(bundle.tree())).toPrettyString();
    }

    static String steps(List<Step> steps) {
        ArrayNode list = JSON.createArrayNode();
        for (Step step : steps) {
            ObjectNode one = list.addObject()
                    .put("resource", step.shortKey())
                    .put("action", step.action().name().toLowerCase(Locale.ROOT));
            step.id().ifPresent(id -> one.put("id", id));
            step.changes().forEach(one.withArray("changes")::add);
        }
        return list.toPrettyString();
    }

    static String summary(Bundle bundle, List<Step> deployed) {
        StringBuilder text =
                new StringBuilder("Name:   " + bundle.name() + "\nTarget: " + bundle.target() + "\nUser:   "
                        + bundle.me().userName() + "\nPath:   " + bundle.paths().root() + "\nResources:");
        deployed.forEach(step -> text.append("\n  ")
                .append(step.shortKey())
                .append("  ")
                .append(step.id().orElse("(not deployed)")));
        return text.toString();
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Mapping mapping) {
            Map<String, Object> object = new java.util.LinkedHashMap<>();
            mapping.entries().forEach((name, part) -> object.put(name, plain(part)));
            return object;
        }
        if (value instanceof Value.Sequence sequence) {
            return sequence.items().stream().map(Reports::plain).toList();
        }
        Object scalar = ((Value.Scalar) value).value();
        return scalar == null ? JSON.nullNode() : scalar;
    }
}
