package dev.tarn.testkit;

import com.databricks.sdk.support.QueryParam;
import dev.tarn.contract.Contract.Endpoint;
import dev.tarn.http.Route;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sends values at the edges of every type, as an administrator: in each field of a request, in each field of what these hold, in query
 * parameters and in path variables. Whatever is sent, a server error is a bug.
 */
public final class InputFuzz {
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "\"\"",
            "\"\\u0000\"",
            "\"../../etc/passwd\"",
            "\"'; DROP TABLE x; --\"",
            "\"a.b.c.d\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"a\":null}",
            "\"" + "x".repeat(5000) + "\"");

    private static final List<String> NESTED_JSON = List.of(
            "null", "-1", "9223372036854775807", "\"\"", "\"\\u0000\"", "\"a.b.c.d\"", "[null]", "{}", "{\"a\":null}");

    private static final List<String> TEXTS = List.of(
            "",
            "-1",
            "0",
            "9223372036854775808",
            "true",
            "\u0000",
            "\ud83d\ude00",
            "%",
            "a/b",
            "../../etc/passwd",
            "..",
            "'; DROP TABLE x; --",
            "a.b.c.d",
            "\r\nX: y",
            "x".repeat(10_000));

    private static final Pattern VARIABLE = Pattern.compile("(/?)\\{[^}]*}");
    private static final String SDK = "com.databricks.sdk.service.";

    private final Probe probe;
    private final Optional<String> token;
    private final TreeMap<String, String> failures = new TreeMap<>();
    private int sent;

    public InputFuzz(Probe probe, String adminToken) {
        this.probe = probe;
        this.token = Optional.of(adminToken);
    }

    /** What made the server fail: the operation and place, with the value. */
    public TreeMap<String, String> failures() {
        return failures;
    }

    public int sent() {
        return sent;
    }

    /** Fields of the body, and of what they hold. */
    public void bodies(Endpoint endpoint) {
        String path = Probe.path(endpoint.operation().template(), "fuzz");
        for (Field field : fields(endpoint.requestType())) {
            String name = snake(field.getName());
            JSON.forEach(value -> send(endpoint, path, "{\"%s\":%s}".formatted(name, value), name, value));
            for (String shape : shapes(field.getGenericType())) {
                for (Field inner : fields(held(field.getGenericType()))) {
                    String innerName = snake(inner.getName());
                    for (String value : NESTED_JSON) {
                        String body = "{\"%s\":%s}"
                                .formatted(name, shape.formatted("{\"%s\":%s}".formatted(innerName, value)));
                        send(endpoint, path, body, name + "." + innerName, value);
                    }
                }
            }
        }
    }

    /** Query parameters. */
    public void queries(Endpoint endpoint) {
        String path = Probe.path(endpoint.operation().template(), "fuzz");
        for (Field field : fields(endpoint.requestType())) {
            QueryParam named = field.getAnnotation(QueryParam.class);
            if (named != null) {
                for (String name : List.of(named.value(), named.value() + ".a.b")) {
                    TEXTS.forEach(value ->
                            send(endpoint, path + "?" + encode(name) + "=" + encode(value), "", "?" + name, value));
                }
            }
        }
    }

    /** Path variables, each in turn. */
    public void paths(Route route) {
        Matcher variables = VARIABLE.matcher(route.template());
        while (variables.find()) {
            for (String value : TEXTS) {
                String path = Probe.path(route.template().substring(0, variables.start()), "fuzz") + "/"
                        + encode(value)
                        + Probe.path(route.template().substring(variables.end()), "fuzz");
                send(route.method() + " " + route.template(), route.method(), path, "{}", variables.group(), value);
            }
        }
    }

    private void send(Endpoint endpoint, String path, String body, String place, String value) {
        send(endpoint.operation().name(), endpoint.operation().httpMethod(), path, body, place, value);
    }

    private void send(String name, String method, String path, String body, String place, String value) {
        sent++;
        HttpResponse<String> answer = probe.send(method, path, body, token);
        if (answer.statusCode() >= 500) {
            String shown = value.length() > 60 ? value.substring(0, 60) + "..." : value;
            failures.putIfAbsent(name + " " + place, answer.statusCode() + " for " + shown);
        }
    }

    private static List<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .toList();
    }

    /** The SDK's class that a field holds, alone, in a list or in a map; Object for anything else. */
    private static Class<?> held(Type type) {
        Type inner = type instanceof ParameterizedType several
                ? several.getActualTypeArguments()[several.getActualTypeArguments().length - 1]
                : type;
        return inner instanceof Class<?> found && found.getName().startsWith(SDK) && !found.isEnum()
                ? found
                : Object.class;
    }

    private static Set<String> shapes(Type type) {
        if (held(type) == Object.class) {
            return Set.of();
        }
        boolean several = type instanceof ParameterizedType;
        boolean map = several && ((ParameterizedType) type).getActualTypeArguments().length == 2;
        return Stream.of(map ? "{\"k\":%s}" : several ? "[%s]" : "%s").collect(java.util.stream.Collectors.toSet());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
