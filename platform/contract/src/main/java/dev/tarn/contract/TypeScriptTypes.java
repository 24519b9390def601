package dev.tarn.contract;

import com.databricks.sdk.support.QueryParam;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SDK's model classes as TypeScript declarations, gathered as they are named. */
final class TypeScriptTypes {
    private static final String MODELS = "com.databricks.sdk.service.";

    /** Package, then name, then text. */
    private final Map<String, Map<String, String>> declarations = new TreeMap<>();

    Map<String, Map<String, String>> declarations() {
        return declarations;
    }

    /** A request: path variables by field name (which must be there), query and body fields by their wire names. */
    String request(Class<?> type, List<String> variables, String home) {
        declare(type, variables);
        return reference(type, home);
    }

    /** The TypeScript type of a class as a file of package {@code home} writes it; declares it if it is a model. */
    String name(Type type, String home) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return element(name(arguments[0], home)) + "[]";
            }
            if (Map.class.isAssignableFrom(raw)) {
                return "Record<string, " + name(arguments[1], home) + ">";
            }
            return "unknown";
        }
        Class<?> named = (Class<?>) type;
        if (named.getName().startsWith(MODELS)) {
            declare(named, List.of());
            return reference(named, home);
        }
        return scalar(named);
    }

    private static String scalar(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != char.class)) {
            return "number";
        }
        // Times, durations and field masks travel as texts in protobuf's JSON.
        boolean text = type == String.class || type.getName().startsWith("com.google.protobuf.");
        return text ? "string" : "unknown";
    }

    private static String element(String type) {
        return type.contains(" ") ? "(" + type + ")" : type;
    }

    private static String reference(Class<?> type, String home) {
        String folder = TypeScriptApi.packageOf(type.getName());
        return folder.equals(home) ? type.getSimpleName() : folder + "." + type.getSimpleName();
    }

    private void declare(Class<?> type, List<String> variables) {
        String folder = TypeScriptApi.packageOf(type.getName());
        Map<String, String> known = declarations.computeIfAbsent(folder, name -> new TreeMap<>());
        if (known.containsKey(type.getSimpleName())) {
            return;
        }
        // Before the fields: a type may contain itself.
        known.put(type.getSimpleName(), "");
        known.put(type.getSimpleName(), type.isEnum() ? choices(type) : fields(type, variables, folder));
    }

    private static String choices(Class<?> type) {
        String values = Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(field -> "'" + wireName(field) + "'")
                .sorted()
                .collect(Collectors.joining(" | "));
        return "export type %s = %s;\n".formatted(type.getSimpleName(), values.isEmpty() ? "never" : values);
    }

    private String fields(Class<?> type, List<String> variables, String folder) {
        String fields = instanceFields(type)
                .map(field -> "  %s%s: %s;\n"
                        .formatted(
                                quoted(wireName(field)),
                                variables.contains(field.getName()) ? "" : "?",
                                name(field.getGenericType(), folder)))
                .collect(Collectors.joining());
        return fields.isEmpty()
                ? "export type %s = Record<string, never>;\n".formatted(type.getSimpleName())
                : "export interface %s {\n%s}\n".formatted(type.getSimpleName(), fields);
    }

    static List<String> queryNames(Class<?> request) {
        return instanceFields(request)
                .filter(field -> field.isAnnotationPresent(QueryParam.class))
                .filter(field -> field.isAnnotationPresent(JsonIgnore.class))
                .map(field -> field.getAnnotation(QueryParam.class).value())
                .toList();
    }

    /** The name of the request field that alone makes the body. */
    static String wireName(Method method, SdkOperation operation) {
        return instanceFields(method.getParameterTypes()[0])
                .filter(field -> field.getName().equals(operation.bodyField()))
                .map(TypeScriptTypes::wireName)
                .findFirst()
                .orElseThrow();
    }

    private static String wireName(Field field) {
        QueryParam query = field.getAnnotation(QueryParam.class);
        if (query != null && field.isAnnotationPresent(JsonIgnore.class)) {
            return query.value();
        }
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? field.getName() : property.value();
    }

    private static Stream<Field> instanceFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .sorted(Comparator.comparing(Field::getName));
    }

    private static String quoted(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "'" + name + "'";
    }
}
