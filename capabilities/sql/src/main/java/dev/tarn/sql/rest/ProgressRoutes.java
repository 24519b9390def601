package dev.tarn.sql.rest;

import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.engine.StatementProgress.Done;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.sql.ProfileJson;
import dev.tarn.sql.StatementInfo;
import dev.tarn.sql.StatementProfiles;
import dev.tarn.sql.StatementStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a statement is, and what the engine did for it: our own API, which the vendor's has no public counterpart for. */
final class ProgressRoutes {
    private static final String STATEMENTS = "/api/tarn/v1/statements/{statement}/";

    private final StatementProfiles profiles;

    ProgressRoutes(StatementProfiles profiles) {
        this.profiles = profiles;
    }

    void register(Routes routes) {
        routes.route("GET", STATEMENTS + "progress", Dialect.DATABRICKS, "sql.progress", this::progress);
        routes.route("GET", STATEMENTS + "profile", Dialect.DATABRICKS, "sql.profile", this::profile);
    }

    private Response progress(Caller caller, Request request) {
        StatementStatus status = profiles.progress(caller, request.variable("statement"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statement_id", status.id());
        body.put("state", status.state().name());
        body.put("phase", status.phase().name());
        status.queuePosition().ifPresent(position -> body.put("queue_position", position));
        body.put("elapsed_ms", status.elapsed().total().toMillis());
        body.put("queued_ms", status.elapsed().queued().toMillis());
        body.put("rows_read", status.work().rowsRead());
        body.put("bytes_read", status.work().bytesRead());
        body.put("stages", done(status.work().stages()));
        body.put("tasks", done(status.work().tasks()));
        status.rows().ifPresent(rows -> body.put("rows_produced", rows));
        status.error().ifPresent(error -> body.put("error", error(error)));
        return Response.json(Json.write(body));
    }

    private Response profile(Caller caller, Request request) {
        return Response.json(ProfileJson.write(profiles.profile(caller, request.variable("statement"))));
    }

    private static Map<String, Object> done(Done done) {
        return Map.of("done", done.done(), "all", done.all());
    }

    private static Map<String, Object> error(StatementInfo.Failure error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error_code", error.code());
        body.put("message", error.message());
        body.put("sql_state", error.sqlState());
        error.position().ifPresent(position -> {
            body.put("line", position.line());
            body.put("column", position.column());
        });
        return body;
    }
}
