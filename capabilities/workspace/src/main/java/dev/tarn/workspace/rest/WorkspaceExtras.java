package dev.tarn.workspace.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Route;
import dev.tarn.http.Routes;
import dev.tarn.workspace.Revision;
import dev.tarn.workspace.TrashedObject;
import dev.tarn.workspace.WorkspaceModule;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.WorkspacePath;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Our own small API of the tree: pages, moving, search, revisions, trash. */
final class WorkspaceExtras {
    private static final String BASE = "/api/tarn/v1/workspace/";

    private final WorkspaceModule room;

    WorkspaceExtras(WorkspaceModule room) {
        this.room = room;
    }

    void register(Routes routes) {
        add(routes, "GET", "list", this::list);
        add(routes, "GET", "search", this::search);
        add(routes, "POST", "move", this::move);
        add(routes, "GET", "revisions", this::revisions);
        add(routes, "GET", "revisions/content", this::content);
        add(routes, "GET", "revisions/diff", this::diff);
        add(routes, "POST", "revisions/restore", this::restoreRevision);
        add(routes, "GET", "trash", (caller, request) -> trash(caller));
        add(routes, "POST", "trash/restore", this::restore);
        add(routes, "DELETE", "trash/{id}", this::purge);
    }

    private static void add(Routes routes, String method, String path, Route.Handler handler) {
        routes.route(method, BASE + path, Dialect.DATABRICKS, "workspace." + path.replaceAll("/\\{.*", ""), handler);
    }

    private Response list(Caller caller, Request request) {
        return page("objects", room.objects().list(caller, path(request), page(request)), WorkspaceExtras::body);
    }

    private Response search(Caller caller, Request request) {
        WorkspacePath folder = request.query("path").map(WorkspacePath::parse).orElse(WorkspacePath.ROOT);
        String query = request.query("query").orElse("");
        return page("objects", room.objects().search(caller, folder, query, page(request)), WorkspaceExtras::body);
    }

    private Response move(Caller caller, Request request) {
        JsonNode body = body(request);
        return json(body(room.objects().move(caller, path(body, "path"), path(body, "to"))));
    }

    private Response revisions(Caller caller, Request request) {
        return page("revisions", room.revisions().list(caller, path(request), page(request)), WorkspaceExtras::body);
    }

    private Response content(Caller caller, Request request) {
        byte[] content = room.revisions().get(caller, path(request), number(request, "revision"));
        return Response.of(200, "application/octet-stream", content)
                .withHeader("Content-Disposition", "attachment")
                .withHeader("X-Content-Type-Options", "nosniff");
    }

    private Response diff(Caller caller, Request request) {
        return json(Map.of(
                "lines", room.revisions().diff(caller, path(request), number(request, "from"), number(request, "to"))));
    }

    private Response restoreRevision(Caller caller, Request request) {
        JsonNode body = body(request);
        return json(body(room.revisions().restore(caller, path(body, "path"), number(body, "revision"))));
    }

    private Response trash(Caller caller) {
        return json(Map.of(
                "objects",
                room.trash().list(caller).stream().map(WorkspaceExtras::body).toList()));
    }

    private Response restore(Caller caller, Request request) {
        JsonNode body = body(request);
        Optional<WorkspacePath> place = body.hasNonNull("path") ? Optional.of(path(body, "path")) : Optional.empty();
        return json(body(room.trash().restore(caller, number(body, "object_id"), place)));
    }

    private Response purge(Caller caller, Request request) {
        room.trash().purge(caller, number("id", request.variable("id")));
        return json(Map.of());
    }

    private static Map<String, Object> body(WorkspaceObject object) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("object_id", object.id());
        body.put("object_type", object.kind().name());
        body.put("path", object.path().value());
        object.language().ifPresent(language -> body.put("language", language.name()));
        body.put("size", object.size());
        body.put("revision", object.revision());
        body.put("created_at", object.createdAt().toEpochMilli());
        body.put("modified_at", object.modifiedAt().toEpochMilli());
        return body;
    }

    private static Map<String, Object> body(Revision revision) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("revision", revision.number());
        body.put("author", revision.authorName());
        body.put("created_at", revision.createdAt().toEpochMilli());
        body.put("size", revision.size());
        return body;
    }

    private static Map<String, Object> body(TrashedObject trashed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("object_id", trashed.id());
        body.put("object_type", trashed.kind().name());
        body.put("path", trashed.from().value());
        body.put("deleted_at", trashed.at().toEpochMilli());
        body.put("deleted_by", trashed.by());
        return body;
    }

    private static <T> Response page(String name, Page<T> page, Function<T, Map<String, Object>> body) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(name, page.items().stream().map(body).toList());
        page.next().ifPresent(next -> answer.put("next_page_token", next.encode()));
        return json(answer);
    }

    private static PageRequest page(Request request) {
        return PageRequest.of(
                request.query("max_results")
                        .map(text -> number("max_results", text))
                        .orElse(0L),
                request.query("page_token").orElse(""));
    }

    private static WorkspacePath path(Request request) {
        return WorkspaceApi.path(request.query("path").orElse(""));
    }

    private static WorkspacePath path(JsonNode body, String field) {
        if (!body.path(field).isTextual()) {
            throw AppException.invalid("'" + field + "' is missing: send a path.");
        }
        return WorkspacePath.parse(body.path(field).asText());
    }

    private static long number(Request request, String name) {
        return number(name, request.query(name).orElse(""));
    }

    private static long number(JsonNode body, String field) {
        return number(field, body.path(field).asText(""));
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw AppException.invalid("'" + name + "' must be a whole number.");
        }
    }

    private static JsonNode body(Request request) {
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

    private static Response json(Map<String, ?> body) {
        return Response.json(Json.write(body));
    }
}
