package dev.tarn.cli;

import com.databricks.sdk.support.QueryParam;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tarn.contract.SdkOperation;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of an operation's request, as options and positional arguments. */
final class Fields {
    /** Texts that say which object is meant, in the order in which they come without an option. */
    private static final List<String> IDENTIFYING = List.of(
            "statement",
            "catalog_name",
            "schema_name",
            "name",
            "full_name",
            "path",
            "scope",
            "key",
            "userName",
            "displayName");

    /** Where a value goes; a file is the whole body. */
    enum Place {
        PATH,
        QUERY,
        BODY,
        FILE
    }

    /**
     * One field.
     *
     * @param name in JSON, in the query or in the path's template
     */
    record RequestField(String name, Place place, Field field) {
        String option() {
            return "--" + Words.kebab(name);
        }

        boolean flag() {
            return field.getType() == Boolean.class;
        }

        /** Whether its value is an object or a list. */
        boolean structured() {
            return Map.class.isAssignableFrom(field.getType())
                    || Collection.class.isAssignableFrom(field.getType())
                    || Shape.isModel(field.getType());
        }

        /** Whether its value is a list of texts, numbers or the like, which can be written with commas. */
        boolean plainList() {
            return Collection.class.isAssignableFrom(field.getType())
                    && field.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && !Shape.isModel(item);
        }

        void set(Object request, InputStream value) throws IllegalAccessException {
            field.setAccessible(true);
            field.set(request, value);
        }

        Object get(Object answer) throws IllegalAccessException {
            field.setAccessible(true);
            return field.get(answer);
        }
    }

    private Fields() {}

    static List<RequestField> of(SdkOperation operation, Class<?> request) {
        List<RequestField> fields = new ArrayList<>();
        for (Field field : request.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            JsonProperty json = field.getAnnotation(JsonProperty.class);
            QueryParam query = field.getAnnotation(QueryParam.class);
            if (operation.template().contains("{" + field.getName() + "}")) {
                fields.add(new RequestField(field.getName(), Place.PATH, field));
            } else if (field.getType() == InputStream.class) {
                fields.add(new RequestField(field.getName(), Place.FILE, field));
            } else if (query != null) {
                fields.add(new RequestField(query.value(), Place.QUERY, field));
            } else if (field.getName().equals(operation.bodyField()) && Shape.isModel(field.getType())) {
                // this field alone is the body, so that its fields are the body's
                Arrays.stream(field.getType().getDeclaredFields())
                        .filter(part -> part.getAnnotation(JsonProperty.class) != null)
                        .map(part -> new RequestField(
                                part.getAnnotation(JsonProperty.class).value(), Place.BODY, part))
                        .forEach(fields::add);
            } else if (json != null) {
                fields.add(new RequestField(json.value(), Place.BODY, field));
            }
        }
        return fields;
    }

    /** The field of a request or an answer that is a file. */
    static Optional<RequestField> file(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType() == InputStream.class)
                .findFirst()
                .map(field -> new RequestField(field.getName(), Place.FILE, field));
    }

    /** What may be given without an option: the path's variables in their order, then what else says which object is meant. */
    static List<RequestField> positional(SdkOperation operation, List<RequestField> fields) {
        List<RequestField> order = new ArrayList<>(fields.stream()
                .filter(field -> field.place() == Place.PATH)
                .sorted(Comparator.comparingInt(field -> operation.template().indexOf("{" + field.name() + "}")))
                .toList());
        boolean changes = operation.method().matches("(update|edit|patch|set|replace).*");
        boolean begins = operation.method().matches("(create|list|search|query).*");
        boolean belowSchema = fields.stream().anyMatch(field -> field.name().equals("schema_name"));
        fields.stream()
                .filter(field -> field.place() == Place.QUERY || field.place() == Place.BODY)
                .filter(field -> !field.structured() && !field.flag())
                .filter(field -> IDENTIFYING.contains(field.name()) ? !changes : !begins && isId(field.name()))
                .sorted(Comparator.comparingInt(field -> rank(field.name(), belowSchema)))
                .forEach(order::add);
        return order;
    }

    private static boolean isId(String name) {
        return name.endsWith("_id") || name.equals("id");
    }

    /** A schema's own name comes before its catalog's, as in the vendor's command line; what lies in a schema comes after it. */
    private static int rank(String name, boolean belowSchema) {
        int rank = IDENTIFYING.indexOf(name);
        if (rank < 0) {
            return IDENTIFYING.size();
        }
        return name.equals("name") && !belowSchema ? 0 : rank;
    }
}
