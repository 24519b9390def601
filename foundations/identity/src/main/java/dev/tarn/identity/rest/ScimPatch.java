package dev.tarn.identity.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.identity.rest.ScimExpression.And;
import dev.tarn.identity.rest.ScimExpression.Comparison;
import dev.tarn.identity.rest.ScimExpression.Not;
import dev.tarn.identity.rest.ScimExpression.Or;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PATCH of a SCIM resource (RFC 7644 §3.5.2): {@code add}, {@code remove} and {@code replace} at paths like {@code displayName},
 * {@code name.givenName}, {@code members}, {@code members[value eq "123"]} and {@code emails[type eq "work"].value}, or with an
 * object of attributes and no path. Values that are there already are added once; what is not there is removed silently.
 */
final class ScimPatch {
    enum Op {
        ADD,
        REMOVE,
        REPLACE
    }

    private static final Map<String, String> ATTRIBUTES = Stream.of(
                    "userName",
                    "applicationId",
                    "displayName",
                    "active",
                    "externalId",
                    "name",
                    "emails",
                    "entitlements",
                    "roles",
                    "members",
                    "groups")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));
    private static final List<String> LISTS = List.of("emails", "entitlements", "roles", "members", "groups");
    private static final Map<String, String> PARTS = Map.of(
            "givenname", "givenName",
            "familyname", "familyName",
            "value", "value",
            "type", "type",
            "primary", "primary",
            "display", "display");

    /** Where an operation acts. */
    private record Target(String attribute, Optional<ScimExpression> filter, Optional<String> part) {}

    private final ObjectNode resource;

    ScimPatch(ObjectNode resource) {
        this.resource = resource;
    }

    void apply(Op op, @Nullable String path, @Nullable JsonNode value) {
        boolean hasValue = value != null && !value.isNull();
        JsonNode given = hasValue ? java.util.Objects.requireNonNull(value) : JsonNodeFactory.instance.nullNode();
        if (path != null && !path.isBlank()) {
            apply(op, target(path), given);
            return;
        }
        if (op == Op.REMOVE) {
            throw ScimExpression.invalid("noTarget", "'remove' needs a 'path'.");
        }
        if (!(given instanceof ObjectNode attributes)) {
            throw ScimExpression.invalid("invalidValue", "Without a 'path', 'value' must be an object of attributes.");
        }
        attributes.properties().forEach(entry -> {
            if (!entry.getKey().equals("schemas") && !entry.getKey().equals("id")) {
                apply(op, target(entry.getKey()), entry.getValue());
            }
        });
    }

    private void apply(Op op, Target target, JsonNode value) {
        if (op != Op.REMOVE && value.isNull()) {
            throw ScimExpression.invalid("invalidValue", "'value' is missing for '" + target.attribute() + "'.");
        }
        if (LISTS.contains(target.attribute())) {
            list(op, target, value);
        } else {
            single(op, target, value);
        }
    }

    private void single(Op op, Target target, JsonNode value) {
        if (target.filter().isPresent()) {
            throw ScimExpression.invalid("invalidPath", "'" + target.attribute() + "' has one value only.");
        }
        ObjectNode holder = resource;
        String field = target.attribute();
        if (field.equals("name")) {
            if (target.part().isEmpty()) {
                name(op, value);
                return;
            }
            holder = resource.withObject("/name");
            field = target.part().get();
        } else if (target.part().isPresent()) {
            throw ScimExpression.invalid("invalidPath", "'" + field + "' has no parts.");
        }
        if (op == Op.REMOVE) {
            holder.remove(field);
        } else if (value.isValueNode()) {
            holder.set(field, value);
        } else {
            throw ScimExpression.invalid("invalidValue", "'" + field + "' takes a single value.");
        }
    }

    private void name(Op op, JsonNode value) {
        if (op == Op.REMOVE) {
            resource.remove("name");
        } else if (value instanceof ObjectNode parts) {
            ObjectNode name = op == Op.REPLACE ? resource.putObject("name") : resource.withObject("/name");
            parts.properties().forEach(part -> name.set(part.getKey(), part.getValue()));
        } else {
            throw ScimExpression.invalid("invalidValue", "'name' takes an object.");
        }
    }

    private void list(Op op, Target target, JsonNode value) {
        ArrayNode list = resource.withArray("/" + target.attribute());
        if (target.filter().isPresent()) {
            filtered(op, target, list, value);
            return;
        }
        if (target.part().isPresent()) {
            throw ScimExpression.invalid("invalidPath", "Say which of the '" + target.attribute() + "' is meant.");
        }
        List<ObjectNode> values = elements(value);
        switch (op) {
            case ADD -> values.forEach(element -> add(list, element));
            case REPLACE -> {
                list.removeAll();
                values.forEach(element -> add(list, element));
            }
            case REMOVE -> {
                if (values.isEmpty()) {
                    list.removeAll();
                } else {
                    values.forEach(element -> removeIf(list, other -> same(other, element)));
                }
            }
        }
    }

    private static void filtered(Op op, Target target, ArrayNode list, JsonNode value) {
        ScimExpression filter = target.filter().orElseThrow();
        if (op == Op.REMOVE && target.part().isEmpty()) {
            removeIf(list, element -> matches(filter, element));
            return;
        }
        boolean found = false;
        for (JsonNode element : list) {
            if (element instanceof ObjectNode object && matches(filter, element)) {
                found = true;
                change(op, target.part(), object, value);
            }
        }
        if (!found && op != Op.REMOVE) {
            throw ScimExpression.invalid("noTarget", "None of the '" + target.attribute() + "' matches the filter.");
        }
    }

    private static void change(Op op, Optional<String> part, ObjectNode element, JsonNode value) {
        if (part.isPresent()) {
            if (op == Op.REMOVE) {
                element.remove(part.get());
            } else {
                element.set(part.get(), value);
            }
        } else if (value instanceof ObjectNode changed) {
            element.setAll(changed);
        } else {
            element.set("value", value);
        }
    }

    private static void add(ArrayNode list, ObjectNode element) {
        for (JsonNode known : list) {
            if (same(known, element)) {
                return;
            }
        }
        list.add(element);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.path("value").asText().equals(other.path("value").asText());
    }

    private static void removeIf(ArrayNode list, java.util.function.Predicate<JsonNode> condition) {
        for (Iterator<JsonNode> all = list.iterator(); all.hasNext(); ) {
            if (condition.test(all.next())) {
                all.remove();
            }
        }
    }

    /** Texts, objects, and lists of either. */
    private static List<ObjectNode> elements(JsonNode value) {
        if (value.isNull()) {
            return List.of();
        }
        Stream<JsonNode> nodes = value instanceof ArrayNode array ? array.valueStream() : Stream.of(value);
        return nodes.map(node -> {
                    if (node instanceof ObjectNode object) {
                        return object;
                    }
                    if (!node.isValueNode() || node.isNull()) {
                        throw ScimExpression.invalid("invalidValue", "A list holds texts, or objects with a 'value'.");
                    }
                    return JsonNodeFactory.instance.objectNode().put("value", node.asText());
                })
                .toList();
    }

    private static boolean matches(ScimExpression filter, JsonNode element) {
        if (filter instanceof And and) {
            return matches(and.left(), element) && matches(and.right(), element);
        }
        if (filter instanceof Or or) {
            return matches(or.left(), element) || matches(or.right(), element);
        }
        if (filter instanceof Not not) {
            return !matches(not.negated(), element);
        }
        Comparison comparison = (Comparison) filter;
        String actual = element.path(part(comparison.attribute())).asText("").toLowerCase(Locale.ROOT);
        String wanted = comparison.value().toLowerCase(Locale.ROOT);
        return switch (comparison.operator()) {
            case EQ -> actual.equals(wanted);
            case NE -> !actual.equals(wanted);
            case CO -> actual.contains(wanted);
            case SW -> actual.startsWith(wanted);
            case EW -> actual.endsWith(wanted);
            case PR -> !actual.isEmpty();
        };
    }

    private static Target target(String path) {
        String text = path.strip();
        if (text.toLowerCase(Locale.ROOT).startsWith("urn:")) {
            int bracket = text.indexOf('[');
            int colon = text.lastIndexOf(':', bracket < 0 ? text.length() : bracket);
            text = text.substring(colon + 1);
        }
        Optional<ScimExpression> filter = Optional.empty();
        int open = text.indexOf('[');
        if (open >= 0) {
            int close = text.lastIndexOf(']');
            if (close < open) {
                throw ScimExpression.invalid("invalidPath", "The path has a bracket that is not closed.");
            }
            filter = Optional.of(ScimExpression.parse(text.substring(open + 1, close)));
            text = text.substring(0, open) + text.substring(close + 1);
        }
        int dot = text.indexOf('.');
        String attribute =
                ATTRIBUTES.get((dot < 0 ? text : text.substring(0, dot)).strip().toLowerCase(Locale.ROOT));
        if (attribute == null) {
            throw ScimExpression.invalid("invalidPath", "The path names no attribute that can be changed.");
        }
        return new Target(attribute, filter, dot < 0 ? Optional.empty() : Optional.of(part(text.substring(dot + 1))));
    }

    private static String part(String name) {
        String part = PARTS.get(name.strip().toLowerCase(Locale.ROOT));
        if (part == null) {
            throw ScimExpression.invalid("invalidPath", "The path names no part of an attribute that there is.");
        }
        return part;
    }
}
