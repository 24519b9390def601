package dev.tarn.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Caller;
import java.util.List;
import java.util.Map;

/**
 * One operation of a protocol whose bodies have more than the SDK's classes hold: JSON in, JSON out. It is served below {@code /api}
 * and, for browsers, {@code /ajax-api}.
 *
 * @param path behind {@code /api}: {@code /2.0/things/create}
 * @param source names the protocol in the route table
 */
public record JsonOperation(String source, String method, String path, Handler handler) {
    /** What a request carries. */
    public record Call(Caller caller, JsonFields fields, Map<String, String> path) {
        /** A variable of the path. */
        public String variable(String name) {
            return path.getOrDefault(name, "");
        }
    }

    /** Answers a call with an object; an empty one says that it was done. */
    @FunctionalInterface
    public interface Handler {
        ObjectNode answer(Call call);
    }

    /** Puts operations on the server. */
    public static void route(List<JsonOperation> operations, Routes routes) {
        for (JsonOperation operation : operations) {
            operation.route(routes, "/api" + operation.path());
            operation.route(routes, "/ajax-api" + operation.path());
        }
    }

    private void route(Routes routes, String template) {
        routes.route(
                method,
                template,
                Dialect.DATABRICKS,
                source + "." + method + path,
                (caller, request) -> Response.json(bytes(caller, request)));
    }

    private byte[] bytes(Caller caller, Request request) {
        ObjectNode answer =
                handler.answer(new Call(caller, JsonFields.of(request.body(), request.query()), request.variables()));
        return JsonFields.bytes(answer);
    }
}
