package dev.tarn.contract;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.support.QueryParam;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.AppException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the SDK's request objects of what HTTP carries: JSON body first, then path variables by field name, then the query by
 * its {@link QueryParam} names. Unknown fields are ignored, as the vendor does; unknown enum values and wrong types are refused
 * by the JSON name of their field. Numbers may come as text, the way protobuf's JSON writes 64-bit integers.
 */
public final class Binding {
    /** The SDK's own mapper, but for reading unknown enum values as null: a server must refuse them. */
    private final ObjectMapper mapper = SerDeUtils.createMapper()
            .configure(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL, false)
            .configure(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE, false)
            .configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true)
            .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
            .configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);

    public Binding() {
        mapper.addHandler(new SpacedEnums());
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        // The Java SDK writes enums in queries by their Java names, others by their wire names.
        mapper.setConfig(mapper.getDeserializationConfig().with(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS));
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(100).build());
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), false);
    }

    /** An answer as JSON; nothing is an empty object. */
    public byte[] write(@Nullable Object answer) {
        try {
            return answer == null ? new byte[] {'{', '}'} : mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The request of an operation.
     *
     * @param type the SDK's request class
     * @throws dev.tarn.core.AppException INVALID_ARGUMENT naming the field that is wrong
     */
    public Object read(SdkOperation operation, Class<?> type, Incoming incoming) {
        JsonNode body = tree(incoming.body());
        Object request = operation.bodyField().isEmpty() ? convert(body, "", type) : create(type);
        try {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    bind(operation, request, field, incoming, body);
                }
            }
            return request;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bind(SdkOperation operation, Object request, Field field, Incoming incoming, JsonNode body)
            throws IllegalAccessException {
        field.setAccessible(true);
        QueryParam named = field.getAnnotation(QueryParam.class);
        JavaType type = mapper.getTypeFactory().constructType(field.getGenericType());
        if (field.getName().equals(operation.bodyField())) {
            field.set(request, convert(body, "", type));
        }
        String path = incoming.path().get(field.getName());
        if (path != null) {
            field.set(request, convert(mapper.getNodeFactory().textNode(path), field.getName(), type));
        } else if (named != null) {
            JsonNode value = query(incoming.query(), named.value(), type);
            if (value != null) {
                field.set(request, convert(value, named.value(), type));
            }
        }
    }

    /** A query parameter as JSON: repeated ones are lists, dotted ones objects ({@code filter_by.statuses=FAILED}). */
    private @Nullable JsonNode query(Map<String, List<String>> query, String name, JavaType type) {
        List<String> values = query.get(name);
        if (values != null && !values.isEmpty()) {
            if (Collection.class.isAssignableFrom(type.getRawClass())) {
                ArrayNode list = mapper.createArrayNode();
                values.forEach(list::add);
                return list;
            }
            return values.get(0).isEmpty() && type.getRawClass() != String.class
                    ? null
                    : mapper.getNodeFactory().textNode(values.get(0));
        }
        String prefix = name + ".";
        ObjectNode object = mapper.createObjectNode();
        query.forEach((key, nested) -> {
            if (key.startsWith(prefix) && !nested.isEmpty()) {
                put(object, key.substring(prefix.length()), nested, type);
            }
        });
        return object.isEmpty() ? null : object;
    }

    private void put(ObjectNode object, String key, List<String> values, JavaType type) {
        String[] parts = key.split("\\.", 5);
        ObjectNode target = object;
        for (int i = 0; i < parts.length - 1; i++) {
            target = target.get(parts[i]) instanceof ObjectNode known ? known : target.putObject(parts[i]);
        }
        String last = parts[parts.length - 1];
        if (values.size() > 1 || isList(type, parts)) {
            values.forEach(target.withArray("/" + last.replace("~", "~0").replace("/", "~1"))::add);
        } else {
            target.put(last, values.get(0));
        }
    }

    private boolean isList(JavaType type, String[] parts) {
        JavaType current = type;
        for (String part : parts) {
            JavaType owner = current;
            var property = mapper.getDeserializationConfig().introspect(owner).findProperties().stream()
                    .filter(candidate -> candidate.getName().equals(part))
                    .findFirst();
            if (property.isEmpty()) {
                return false;
            }
            current = property.get().getPrimaryType();
        }
        return current.isCollectionLikeType();
    }

    private JsonNode tree(byte[] body) {
        if (body.length == 0) {
            return mapper.createObjectNode();
        }
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree instanceof ObjectNode || tree instanceof ArrayNode) {
                return tree;
            }
            throw ContractErrors.malformed("it is not an object");
        } catch (IOException e) {
            throw ContractErrors.malformed(firstLine(e));
        }
    }

    private Object convert(JsonNode value, String field, Class<?> type) {
        return convert(value, field, mapper.getTypeFactory().constructType(type));
    }

    private Object convert(JsonNode value, String field, JavaType type) {
        try {
            return mapper.readValue(mapper.treeAsTokens(value), type);
        } catch (JsonMappingException e) {
            throw wrong(field, e);
        } catch (IOException e) {
            throw ContractErrors.wrongValue(field, firstLine(e));
        }
    }

    private static AppException wrong(String prefix, JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        String field = (prefix + path).replaceFirst("^\\.", "");
        if (e instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            return ContractErrors.wrongValue(
                    field,
                    "'%s' is not one of %s"
                            .formatted(
                                    shortened(String.valueOf(format.getValue())),
                                    Arrays.stream(format.getTargetType().getEnumConstants())
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "))));
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return ContractErrors.wrongValue(field, "it must be " + words(mismatch.getTargetType()));
        }
        return ContractErrors.wrongValue(field, "it has the wrong form");
    }

    private static String words(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type)) {
            return type == Double.class || type == Float.class ? "a number" : "a whole number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private static String firstLine(IOException e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("").replaceFirst("[.:]?\\s*$", "");
    }

    private static Object create(Class<?> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
