package dev.tarn.http;

import dev.tarn.core.Caller;
import java.util.Optional;

/**
 * One entry of the route table.
 *
 * @param method verb
 * @param template path with variables in braces; one that ends in {@code {*rest}} takes everything below
 * @param open whether it is answered without a caller
 * @param source the operation or window behind it, for documentation and tests
 * @param served whether anything but ENDPOINT_NOT_FOUND can come back
 * @param handler answers a request whose body has arrived
 * @param upload answers instead of the handler, while the body arrives
 */
public record Route(
        String method,
        String template,
        boolean open,
        Dialect dialect,
        String source,
        boolean served,
        Handler handler,
        Optional<Upload> upload) {
    /** Answers a request; blocking. */
    @FunctionalInterface
    public interface Handler {
        Response handle(Caller caller, Request request);
    }

    /** Answers a request of anybody; blocking. */
    @FunctionalInterface
    public interface OpenHandler {
        Response handle(Request request);
    }

    /** Method and template without the names of its variables: two routes with the same key answer the same requests. */
    String key() {
        return method + " " + template.replaceAll("\\{[^}]*}", "{}");
    }
}
