package dev.tarn.catalog.rest;

import dev.tarn.catalog.Searches;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Search over the catalog, which the vendor's public API lacks: {@code GET /api/tarn/v1/search?q=}. */
final class SearchRoutes {
    private final Searches searches;

    SearchRoutes(Searches searches) {
        this.searches = searches;
    }

    void register(Routes routes) {
        routes.route("GET", "/api/tarn/v1/search", Dialect.DATABRICKS, "catalog.SearchRoutes", this::search);
    }

    private Response search(Caller caller, Request request) {
        return Response.json(Json.write(Map.of(
                "results",
                searches.find(caller, request.query("q").orElse("")).stream()
                        .map(SearchRoutes::body)
                        .toList())));
    }

    private static Map<String, Object> body(Searches.Hit hit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", hit.view() ? "view" : hit.type().name().toLowerCase(Locale.ROOT));
        body.put("name", hit.name());
        body.put("full_name", hit.fullName());
        hit.comment().ifPresent(comment -> body.put("comment", comment));
        body.put("match", hit.match().name().toLowerCase(Locale.ROOT));
        hit.column().ifPresent(column -> body.put("column", column));
        return body;
    }
}
