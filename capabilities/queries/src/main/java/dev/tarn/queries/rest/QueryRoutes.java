package dev.tarn.queries.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.queries.QueryFolder;
import dev.tarn.queries.QuerySearch;
import dev.tarn.queries.QueryVersion;
import dev.tarn.queries.SavedQueries;
import dev.tarn.queries.SavedQuery;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the vendor's API of queries lacks: search with folders, saving against a version, versions, the way back from the trash. */
final class QueryRoutes {
    private static final String SOURCE = "queries.QueryRoutes";
    private static final String QUERIES = "/api/tarn/v1/queries";

    private final SavedQueries queries;

    QueryRoutes(SavedQueries queries) {
        this.queries = queries;
    }

    void register(Routes routes) {
        routes.route("GET", QUERIES, Dialect.DATABRICKS, SOURCE, this::list);
        routes.route("GET", QUERIES + "/{id}", Dialect.DATABRICKS, SOURCE, this::get);
        routes.route("PUT", QUERIES + "/{id}", Dialect.DATABRICKS, SOURCE, this::save);
        routes.route("POST", QUERIES + "/{id}/restore", Dialect.DATABRICKS, SOURCE, this::restore);
        routes.route("GET", QUERIES + "/{id}/versions", Dialect.DATABRICKS, SOURCE, this::versions);
        routes.route("POST", QUERIES + "/{id}/versions/{version}/restore", Dialect.DATABRICKS, SOURCE, this::revert);
    }

    private Response list(Caller caller, Request request) {
        QuerySearch search = new QuerySearch(
                request.query("q").orElse(""),
                request.query("folder").filter(path -> !path.isEmpty()).map(QueryFolder::parse),
                request.query("trash").filter("true"::equals).isPresent());
        var page = queries.list(caller, search, page(request));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("queries", page.items().stream().map(QueryJson::summary).toList());
        page.next().map(PageToken::encode).ifPresent(token -> body.put("next_page_token", token));
        return Response.json(Json.write(body));
    }

    private Response get(Caller caller, Request request) {
        SavedQuery query = queries.get(caller, request.variable("id"));
        return whole(caller, query);
    }

    private Response save(Caller caller, Request request) {
        JsonNode body = body(request);
        return whole(caller, queries.update(caller, request.variable("id"), QueryJson.change(body), false));
    }

    private Response restore(Caller caller, Request request) {
        return whole(caller, queries.restore(caller, request.variable("id")));
    }

    private Response versions(Caller caller, Request request) {
        return Response.json(Json.write(Map.of(
                "versions",
                queries.versions(caller, request.variable("id")).stream()
                        .map(QueryRoutes::version)
                        .toList())));
    }

    private Response revert(Caller caller, Request request) {
        long version;
        try {
            version = Long.parseLong(request.variable("version"));
        } catch (NumberFormatException e) {
            throw AppException.invalid("A version is a whole number, such as 3.");
        }
        return whole(caller, queries.revert(caller, request.variable("id"), version));
    }

    private Response whole(Caller caller, SavedQuery query) {
        Map<String, Object> body = QueryJson.whole(query);
        body.put("permission_level", queries.level(caller, query.id()).name());
        return Response.json(Json.write(body));
    }

    private static Map<String, Object> version(QueryVersion version) {
        Map<String, Object> body = QueryJson.content(version.content());
        body.put("version", version.version());
        body.put("author_user_name", version.authorName());
        body.put("create_time", version.createdAt().toEpochMilli());
        return body;
    }

    private static PageRequest page(Request request) {
        Optional<String> size = request.query("max_results");
        try {
            return PageRequest.of(
                    size.map(Long::valueOf).orElse(null),
                    request.query("page_token").orElse(null));
        } catch (NumberFormatException e) {
            throw AppException.invalid("'max_results' must be a whole number.");
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
}
