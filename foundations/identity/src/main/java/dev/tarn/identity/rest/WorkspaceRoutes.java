package dev.tarn.identity.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.core.WorkspaceId;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.identity.SignIns;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Our own small API: throwaway workspaces and their clocks, and one-time links for users. */
public final class WorkspaceRoutes {
    private static final String SOURCE = "identity.WorkspaceRoutes";
    private static final String WORKSPACES = "/api/tarn/v1/workspaces";

    private final Workspaces workspaces;
    private final SignIns signIns;

    public WorkspaceRoutes(Workspaces workspaces, SignIns signIns) {
        this.workspaces = workspaces;
        this.signIns = signIns;
    }

    public void register(Routes routes) {
        routes.route("GET", WORKSPACES, Dialect.DATABRICKS, SOURCE, this::list);
        routes.route("POST", WORKSPACES, Dialect.DATABRICKS, SOURCE, this::create);
        routes.route("DELETE", WORKSPACES + "/{id}", Dialect.DATABRICKS, SOURCE, this::drop);
        routes.route("POST", "/api/tarn/v1/clock", Dialect.DATABRICKS, SOURCE, this::advance);
        routes.route("POST", "/api/tarn/v1/login-links", Dialect.DATABRICKS, SOURCE, this::link);
    }

    private Response list(Caller caller, Request request) {
        return json(Map.of(
                "workspaces",
                workspaces.list(caller).stream().map(WorkspaceRoutes::body).toList()));
    }

    private Response create(Caller caller, Request request) {
        Optional<String> name = text(body(request), "name");
        Optional<String> metastore = text(body(request), "metastore_id");
        if (metastore.isPresent()) {
            if (!metastore.get().equals(caller.metastore())) {
                throw AppException.invalid(
                        "'metastore_id' must be that of your own workspace: a new one is made without it.");
            }
            return json(body(workspaces.createBeside(
                    caller, name.orElseThrow(() -> AppException.invalid("'name' is missing.")))));
        }
        Workspaces.NewWorkspace made = workspaces.create(caller, name);
        Map<String, Object> body = body(made.workspace());
        body.put("token", made.adminToken().reveal());
        return json(body);
    }

    private Response drop(Caller caller, Request request) {
        workspaces.drop(caller, WorkspaceId.parse(request.variable("id")));
        return json(Map.of());
    }

    private Response advance(Caller caller, Request request) {
        JsonNode seconds = body(request).path("advance_seconds");
        if (!seconds.canConvertToLong() || !seconds.isIntegralNumber()) {
            throw AppException.invalid("'advance_seconds' must be a whole number.");
        }
        long wanted = seconds.asLong();
        if (Math.abs(wanted) > Integer.MAX_VALUE) {
            throw AppException.invalid("'advance_seconds' is too large.");
        }
        Instant now = workspaces.advanceClock(caller, Duration.ofSeconds(wanted));
        return json(Map.of("now", now.toEpochMilli()));
    }

    private Response link(Caller caller, Request request) {
        String user =
                text(body(request), "user_name").orElseThrow(() -> AppException.invalid("'user_name' is missing."));
        String code = signIns.createLink(caller, user).reveal();
        return json(Map.of("url", request.info().origin() + "/login/once?code=" + code));
    }

    private static Map<String, Object> body(Workspace workspace) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("workspace_id", workspace.id().toString());
        body.put("name", workspace.name());
        body.put("metastore_id", workspace.metastore());
        body.put("throwaway", workspace.throwaway());
        body.put("created_at", workspace.createdAt().toEpochMilli());
        body.put("last_used_at", workspace.lastUsedAt().toEpochMilli());
        return body;
    }

    private static JsonNode body(Request request) {
        if (request.body().length == 0) {
            return Json.readTree("{}");
        }
        try {
            JsonNode tree = Json.readTree(new String(request.body(), StandardCharsets.UTF_8));
            if (tree.isObject()) {
                return tree;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw AppException.invalid("The body must be a JSON object.");
    }

    private static Optional<String> text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw AppException.invalid("'" + field + "' must be a text.");
        }
        return Optional.of(value.asText());
    }

    private static Response json(Map<String, ?> body) {
        return Response.json(Json.write(body));
    }
}
