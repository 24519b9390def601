package dev.tarn.cli;

import com.databricks.sdk.support.QueryParam;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tarn.contract.SdkOperation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The fields of an operation's request, as options and positional arguments. */
final class Fields {
    /** Where a value goes. */
    enum Place {
        PATH,
        QUERY,
        BODY
    }

    /**
     * One field.
     *
     * @param name in JSON, in the query or in the path's template
     * @param flag whether it is true or false
     */
    record RequestField(String name, Place place, Class<?> type) {
        String option() {
            return "--" + Words.kebab(name);
        }

        boolean flag() {
            return type == Boolean.class;
        }

        boolean structured() {
            return Map.class.isAssignableFrom(type)
                    || Collection.class.isAssignableFrom(type)
                    || type.getName().startsWith("com.databricks.sdk.service.") && !type.isEnum();
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
                fields.add(new RequestField(field.getName(), Place.PATH, field.getType()));
            } else if (query != null) {
                fields.add(new RequestField(query.value(), Place.QUERY, field.getType()));
            } else if (json != null) {
                fields.add(new RequestField(json.value(), Place.BODY, field.getType()));
            }
        }
        return fields;
    }

    /** What may be given without an option: the path's variables in their order, then other texts. */
    static List<RequestField> positional(SdkOperation operation, List<RequestField> fields) {
        List<RequestField> order = new ArrayList<>(fields.stream()
                .filter(field -> field.place() == Place.PATH)
                .sorted(java.util.Comparator.comparingInt(
                        field -> operation.template().indexOf("{" + field.name() + "}")))
                .toList());
        fields.stream()
                .filter(field -> field.place() != Place.PATH
                        && field.type() == String.class
                        && !field.name().equals("page_token"))
                .forEach(order::add);
        return order;
    }
}
