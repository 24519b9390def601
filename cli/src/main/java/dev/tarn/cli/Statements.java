package dev.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.SdkOperation;
import dev.tarn.contract.SdkOperations;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SQL statements: waited for, with all chunks of their result. The SDK has no waiter for them. */
final class Statements {
    private static final String SERVICE = "StatementExecution";
    private static final Set<String> GOING_ON = Set.of("PENDING", "RUNNING");
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Client client;
    private final Duration patience;

    Statements(Client client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /** Whether an operation answers with a statement and its result. */
    static boolean begins(SdkOperation operation) {
        return operation.name().equals(SERVICE + ".executeStatement")
                || operation.name().equals(SERVICE + ".getStatement");
    }

    /** Why a statement did not succeed, if an answer is one that did not. */
    static Optional<String> failure(SdkOperation operation, JsonNode answer) {
        JsonNode status = answer.path("status");
        String state = status.path("state").asText();
        if (!begins(operation) || state.isEmpty() || state.equals("SUCCEEDED") || GOING_ON.contains(state)) {
            return Optional.empty();
        }
        JsonNode error = status.path("error");
        return Optional.of(error.path("message").asText("The statement did not succeed.")
                + " ("
                + error.path("error_code").asText(state)
                + ")");
    }

    /** The statement at its end, unless its caller asked for a look only, with the whole result. */
    JsonNode end(SdkOperation operation, Call call, JsonNode first) {
        boolean waits = !patience.isZero()
                && operation.method().equals("executeStatement")
                && !call.body().path("wait_timeout").asText().equals("0s");
        JsonNode statement = first;
        String id = statement.path("statement_id").asText();
        long begun = System.nanoTime();
        long pause = 100;
        while (waits && GOING_ON.contains(statement.path("status").path("state").asText())) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw Client.late("Statement " + id, patience, new java.util.concurrent.TimeoutException());
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            statement = client.once(operation("getStatement"), Call.of(Map.of("statementId", id)));
        }
        if (statement.path("result") instanceof ObjectNode result
                && result.get("data_array") instanceof ArrayNode rows) {
            chunks(id, result, rows);
        }
        return statement;
    }

    private void chunks(String id, ObjectNode result, ArrayNode rows) {
        while (result.hasNonNull("next_chunk_index")) {
            String next = result.remove("next_chunk_index").asText();
            result.remove("next_chunk_internal_link");
            JsonNode chunk = client.once(
                    operation("getStatementResultChunkN"), Call.of(Map.of("statementId", id, "chunkIndex", next)));
            chunk.path("data_array").forEach(rows::add);
            if (chunk.hasNonNull("next_chunk_index")) {
                result.set("next_chunk_index", chunk.get("next_chunk_index"));
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SdkOperation operation(String method) {
        return SdkOperations.all().stream()
                .filter(operation -> operation.name().equals(SERVICE + "." + method))
                .findFirst()
                .orElseThrow();
    }
}
