package dev.tarn.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.contract.SdkOperation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation answered.
 *
 * @param json the whole of it; of a list, all pages
 * @param list the field that holds the items, where the contract says that the answer is a page of a list
 */
record Answer(JsonNode json, Optional<String> list) {
    private static final Set<String> PAGING = Set.of("next_page_token", "prev_page_token", "has_more", "total_count");

    /** Whether the contract knows no output of an operation. */
    static boolean isNothing(SdkOperation operation) {
        Class<?> type = Client.method(operation).getReturnType();
        return type == void.class || type != Object.class && fields(type).isEmpty();
    }

    /**
     * The field of an operation's answer that holds a list's items, if the answer is a page of a list: the SDK's own method returns
     * the items, or the answer has nothing else in it.
     */
    static Optional<String> list(SdkOperation operation) {
        Class<?> type = Client.method(operation).getReturnType();
        List<Field> lists = fields(type).stream()
                .filter(field -> Collection.class.isAssignableFrom(field.getType()))
                .toList();
        Optional<Type> items = items(operation);
        if (items.isPresent()) {
            return lists.stream()
                    .filter(field -> item(field.getGenericType()).equals(items))
                    .map(Answer::name)
                    .findFirst();
        }
        List<Field> telling = fields(type).stream()
                .filter(field -> !PAGING.contains(name(field)))
                .toList();
        return telling.size() == 1
                        && lists.contains(telling.get(0))
                        && isModel(item(telling.get(0).getGenericType()))
                ? Optional.of(name(telling.get(0)))
                : Optional.empty();
    }

    /** What the SDK's own method lets its caller walk through, page after page. */
    private static Optional<Type> items(SdkOperation operation) {
        try {
            return Arrays.stream(Class.forName(Client.facade(operation)).getMethods())
                    .filter(method ->
                            method.getName().equals(operation.method()) && method.getReturnType() == Iterable.class)
                    .map(Method::getGenericReturnType)
                    .findFirst()
                    .flatMap(Answer::item);
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Optional<Type> item(Type type) {
        return type instanceof ParameterizedType parameterized
                ? Optional.of(parameterized.getActualTypeArguments()[0])
                : Optional.empty();
    }

    private static boolean isModel(Optional<Type> type) {
        return type.filter(found -> found instanceof Class<?> model
                        && model.getName().startsWith("com.databricks.sdk.service.")
                        && !model.isEnum())
                .isPresent();
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }

    private static String name(Field field) {
        JsonProperty json = field.getAnnotation(JsonProperty.class);
        return json == null ? field.getName() : json.value();
    }
}
