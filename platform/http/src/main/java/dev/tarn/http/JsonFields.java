package dev.tarn.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a request or of an object in it, read as protobuf's JSON, in which 64-bit numbers may
 * be texts and doubles {@code "NaN"} or a bare {@code NaN}; what a body lacks is looked for in the query. What is wrong is
 * INVALID_PARAMETER_VALUE, naming the field, in MLflow's words.
 */
public final class JsonFields {
    private static final JsonMapper MAPPER = mapper();
    private static final int LONGEST_SHOWN = 200;

    private final JsonNode body;
    private final Map<String, List<String>> query;
    private final String prefix;

    private JsonFields(JsonNode body, Map<String, List<String>> query, String prefix) {
        this.body = body;
        this.query = query;
        this.prefix = prefix;
    }

    /** Reads a body; an empty one has no fields. */
    public static JsonFields of(byte[] body, Map<String, List<String>> query) {
        try {
            JsonNode tree = body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
            if (tree instanceof ObjectNode) {
                return new JsonFields(tree, query, "");
            }
        } catch (JsonProcessingException e) {
            throw malformed(
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw malformed("");
        }
        throw malformed("it is not an object");
    }

    /** A text that must be there and not be empty. */
    public String required(String name) {
        return text(name).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(prefix + name));
    }

    public Optional<String> text(String name) {
        JsonNode value = find(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(name, value);
        }
        return Optional.of(value.textValue());
    }

    /** A text, or a number written as one. */
    public Optional<String> textOrNumber(String name) {
        JsonNode value = find(name);
        return value.isIntegralNumber() ? Optional.of(value.asText()) : text(name);
    }

    /** The first of two names, for fields that were renamed. */
    public String required(String name, String formerName) {
        return text(name)
                .filter(text -> !text.isEmpty())
                .orElseGet(() ->
                        text(formerName).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(prefix + name)));
    }

    public Optional<Long> number(String name) {
        JsonNode value = find(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(value.longValue());
        }
        if (value.isDouble() && value.canConvertToExactIntegral() && value.canConvertToLong()) {
            return Optional.of(value.longValue());
        }
        if (value.isTextual()) {
            try {
                return Optional.of(Long.parseLong(value.textValue().strip()));
            } catch (NumberFormatException e) {
                throw wrong(name, value);
            }
        }
        throw wrong(name, value);
    }

    /** A page size or the like. */
    public int size(String name, int usual, int most) {
        long size = number(name).orElse((long) usual);
        if (size < 1 || size > most) {
            throw invalid(prefix + name, String.valueOf(size), "It must be at least 1 and at most " + most + ".");
        }
        return (int) size;
    }

    public Optional<Boolean> flag(String name) {
        JsonNode value = find(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        String text = value.asText().toLowerCase(Locale.ROOT);
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(text.equals("true"));
        }
        throw wrong(name, value);
    }

    /** A double that must be there; NaN and the infinities are values. */
    public double real(String name) {
        JsonNode value = find(name);
        if (value.isMissingNode() || value.isNull()) {
            throw missing(prefix + name);
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isTextual()) {
            return switch (value.textValue()) {
                case "NaN" -> Double.NaN;
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> parsed(name, value);
            };
        }
        throw notDouble(name, value);
    }

    public <E extends Enum<E>> Optional<E> value(String name, Class<E> type) {
        return text(name)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> invalid(
                                prefix + name,
                                MAPPER.getNodeFactory().textNode(text).toString(),
                                "Use one of " + Arrays.toString(type.getEnumConstants()) + ".")));
    }

    public List<String> texts(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return query.getOrDefault(name, List.of());
        }
        if (!value.isArray()) {
            throw wrong(name, value);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isTextual() && !item.isIntegralNumber()) {
                throw wrong(name, value);
            }
            texts.add(item.asText());
        }
        return texts;
    }

    /** An object, whose fields are named with their path in errors. */
    public Optional<JsonFields> object(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw wrong(name, value);
        }
        return Optional.of(new JsonFields(value, Map.of(), prefix + name + "."));
    }

    /** A list of objects. */
    public <T> List<T> list(String name, Function<JsonFields, T> item) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(name, value);
        }
        List<T> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isObject()) {
                throw wrong(name, value);
            }
            items.add(item.apply(new JsonFields(value.get(i), Map.of(), prefix + name + "[" + i + "].")));
        }
        return items;
    }

    /** The JSON as it came. */
    public JsonNode json() {
        return body;
    }

    private double parsed(String name, JsonNode value) {
        try {
            return Double.parseDouble(value.textValue());
        } catch (NumberFormatException e) {
            throw notDouble(name, value);
        }
    }

    private JsonNode find(String name) {
        JsonNode value = body.path(name);
        if (!value.isMissingNode()) {
            return value;
        }
        List<String> values = query.get(name);
        return values == null || values.isEmpty()
                ? MissingNode.getInstance()
                : MAPPER.getNodeFactory().textNode(values.get(0));
    }

    private AppException wrong(String name, JsonNode value) {
        return invalid(prefix + name, value.toString(), "");
    }

    private AppException notDouble(String name, JsonNode value) {
        return invalid(
                prefix + name, value.toString(), "Please specify value as a valid double (64-bit floating point)");
    }

    /** A field that must be there is not. */
    public static AppException missing(String path) {
        return AppException.invalid(
                "Missing value for required parameter '%s'. See the API docs for more information about request parameters."
                        .formatted(path));
    }

    /** A value of the wrong kind or out of its range; long ones are shown in part. */
    public static AppException invalid(String path, String value, String reason) {
        String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value;
        return AppException.invalid("Invalid value %s for parameter '%s' supplied%s"
                .formatted(shown, path, reason.isEmpty() ? "." : ": " + reason));
    }

    /** An object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A list to fill. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static byte[] bytes(ObjectNode object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AppException malformed(String reason) {
        return new AppException(
                ErrorKind.INVALID_ARGUMENT,
                "MALFORMED_REQUEST",
                "The request body is not valid JSON: " + reason + ". Send one JSON object.");
    }

    private static JsonMapper mapper() {
        JsonMapper made = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        made.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(100).build());
        return made;
    }
}
