package dev.tarn.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The form of values, in words for help: the SDK has no descriptions of its fields, but their types say a lot. */
final class Shape {
    private static final int DEEPEST = 2;
    private static final int LONGEST = 400;

    private Shape() {}

    static boolean isModel(Class<?> type) {
        return type.getName().startsWith("com.databricks.sdk.service.") && !type.isEnum();
    }

    /** What stands for a value in a synopsis. */
    static String label(Fields.RequestField field) {
        Class<?> type = field.field().getType();
        if (field.place() == Fields.Place.FILE) {
            return "FILE";
        }
        if (field.plainList()) {
            return "A,B";
        }
        if (field.structured()) {
            return "JSON";
        }
        if (field.flag()) {
            return "true|false";
        }
        return Number.class.isAssignableFrom(type) ? "NUMBER" : type.isEnum() ? "CHOICE" : "TEXT";
    }

    /** What a value may be; empty where its label says it all. */
    static String description(Fields.RequestField field) {
        Class<?> type = field.field().getType();
        if (field.place() == Fields.Place.FILE) {
            return "The file that is sent; - is standard input.";
        }
        if (type.isEnum()) {
            return shortened("One of " + choices(type, ", ") + ".");
        }
        return field.structured() ? shortened(form(field.field().getGenericType(), 0)) : "";
    }

    private static String form(Type type, int depth) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] parts = parameterized.getActualTypeArguments();
            return Map.class.isAssignableFrom((Class<?>) parameterized.getRawType())
                    ? "{\"KEY\": " + form(parts[1], depth) + "}"
                    : "[" + form(parts[0], depth) + ", ...]";
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return depth > 0 && plain.getEnumConstants().length > 6 ? "CHOICE" : choices(plain, "|");
        }
        if (isModel(plain)) {
            List<Field> fields = Arrays.stream(plain.getDeclaredFields())
                    .filter(field -> field.getAnnotation(JsonProperty.class) != null)
                    .toList();
            return depth == DEEPEST
                    ? "{...}"
                    : fields.stream()
                            .map(field -> "\""
                                    + field.getAnnotation(JsonProperty.class).value() + "\": "
                                    + form(field.getGenericType(), depth + 1))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (plain == Boolean.class) {
            return "true|false";
        }
        if (Map.class.isAssignableFrom(plain) || Collection.class.isAssignableFrom(plain)) {
            return "JSON";
        }
        return Number.class.isAssignableFrom(plain) ? "NUMBER" : "TEXT";
    }

    private static String choices(Class<?> type, String between) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Client.JSON.valueToTree(constant).asText())
                .collect(Collectors.joining(between));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
    }
}
