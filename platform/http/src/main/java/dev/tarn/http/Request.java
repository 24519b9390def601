package dev.tarn.http;

import dev.tarn.core.Caller.RequestInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose body has arrived.
 *
 * @param path decoded, without query
 * @param variables of the route's template, decoded
 * @param query parameters, decoded, in order
 * @param headers by lower-case name
 * @param secure whether it came over TLS
 */
public record Request(
        String method,
        String path,
        Map<String, String> variables,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        boolean secure,
        RequestInfo info) {
    /** The same request with the body that has arrived meanwhile. */
    public Request withBody(byte[] arrived) {
        return new Request(method, path, variables, query, headers, arrived, secure, info);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name))
                .flatMap(values -> values.stream().findFirst());
    }

    /** A variable of the template, which the route guarantees to be there. */
    public String variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .orElseThrow(() -> new IllegalStateException("The route has no variable " + name));
    }

    /** Fields of an {@code application/x-www-form-urlencoded} body. */
    public Map<String, String> form() {
        return Forms.parse(body);
    }

    public Optional<String> cookie(String name) {
        return header("cookie").flatMap(cookies -> Forms.cookie(cookies, name));
    }
}
