package dev.tarn.tracking.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.Caller;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import java.util.List;
import java.util.Map;

/**
 * One operation of MLflow's REST protocol. It is served below {@code /api} and, for MLflow's own web app and browsers,
 * {@code /ajax-api}.
 *
 * @param path behind {@code /api}: {@code /2.0/mlflow/runs/create}
 */
public record Operation(String method, String path, Handler handler) {
    /** What a request carries. */
    public record Call(Caller caller, Fields fields, Map<String, String> path) {
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
    public static void route(List<Operation> operations, Routes routes) {
        for (Operation operation : operations) {
            operation.route(routes, "/api" + operation.path());
            operation.route(routes, "/ajax-api" + operation.path());
        }
    }

    private void route(Routes routes, String template) {
        routes.route(
                method,
                template,
                Dialect.DATABRICKS,
                "mlflow." + method + path,
                (caller, request) -> Response.json(bytes(caller, request)));
    }

    private byte[] bytes(Caller caller, Request request) {
        ObjectNode answer =
                handler.answer(new Call(caller, Fields.of(request.body(), request.query()), request.variables()));
        try {
            return Fields.MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
