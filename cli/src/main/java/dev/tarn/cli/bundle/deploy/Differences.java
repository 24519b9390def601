package dev.tarn.cli.bundle.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares fields as people mean them: the server may add fields, write numbers as text, and names in lower case. */
final class Differences {
    private static final Set<String> CASELESS = Set.of("name", "catalog_name", "schema_name");

    private Differences() {}

    /** Fields of {@code wanted} that {@code there} has otherwise, each with what to say of it. */
    static Map<String, String> of(ObjectNode wanted, JsonNode there) {
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> names = new TreeSet<>();
        wanted.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode now = there.path(name);
            if (!same(name, wanted.get(name), now)) {
                found.put(name, name + ": " + shown(now) + " -> " + shown(wanted.get(name)));
            }
        }
        return found;
    }

    private static boolean same(String name, JsonNode wanted, JsonNode there) {
        if (wanted.isObject()) {
            for (Map.Entry<String, JsonNode> field : wanted.properties()) {
                if (!same(field.getKey(), field.getValue(), there.path(field.getKey()))) {
                    return false;
                }
            }
            return true;
        }
        if (wanted.isArray()) {
            if (wanted.size() != there.size()) {
                return false;
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (!same(name, wanted.get(i), there.get(i))) {
                    return false;
                }
            }
            return true;
        }
        String left = wanted.asText("");
        String right = there.isMissingNode() || there.isNull() ? "" : there.asText("");
        return CASELESS.contains(name) ? left.equalsIgnoreCase(right) : left.equals(right);
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "(none)" : value.toString();
    }
}
