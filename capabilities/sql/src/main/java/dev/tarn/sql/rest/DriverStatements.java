package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.StatementExecutionService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.Contract;
import dev.tarn.contract.Incoming;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.sql.Statements;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the SQL drivers send beyond the SDK's contract, as databricks-jdbc 3.4.5 was seen to: POST with a trailing slash, the
 * disposition INLINE_OR_EXTERNAL_LINKS, and DELETE to close a statement.
 */
final class DriverStatements {
    private static final String EITHER = "INLINE_OR_EXTERNAL_LINKS";

    private final Statements statements;
    private final AtomicReference<Contract.@Nullable Endpoint> asStated = new AtomicReference<>();
    private final AtomicReference<Contract.@Nullable Endpoint> either = new AtomicReference<>();

    DriverStatements(Statements statements) {
        this.statements = statements;
    }

    Response execute(Caller caller, Request request) {
        Optional<byte[]> rewritten = rewritten(request.body());
        Contract.Endpoint endpoint = rewritten.isPresent() ? endpoint(either, true) : endpoint(asStated, false);
        byte[] body = rewritten.orElse(request.body());
        return Response.json(endpoint.call(caller, new Incoming(body, request.variables(), request.query())));
    }

    Response close(Caller caller, Request request) {
        statements.close(caller, request.variable("statement"));
        return Response.json("{}");
    }

    /** The body with a disposition that the contract knows; empty if it asks for another one. */
    private static Optional<byte[]> rewritten(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.contains(EITHER)) {
            return Optional.empty();
        }
        try {
            JsonNode tree = Json.readTree(text);
            if (tree instanceof ObjectNode request
                    && request.path("disposition").asText().equals(EITHER)) {
                request.put("disposition", "EXTERNAL_LINKS");
                return Optional.of(Json.write(request).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Made when the first driver comes, so that the server's start does not wait for it. */
    private Contract.Endpoint endpoint(AtomicReference<Contract.@Nullable Endpoint> known, boolean inlineIfSmall) {
        Contract.Endpoint endpoint = known.get();
        if (endpoint == null) {
            endpoint = new Contract()
                            .serve(
                                    StatementExecutionService.class,
                                    caller -> new StatementsApi(caller, statements, inlineIfSmall),
                                    StatementsApi.class)
                            .endpoints()
                            .stream()
                            .filter(any -> any.operation().name().equals("StatementExecution.executeStatement"))
                            .findFirst()
                            .orElseThrow();
            known.set(endpoint);
        }
        return endpoint;
    }
}
