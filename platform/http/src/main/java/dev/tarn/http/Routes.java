package dev.tarn.http;

import dev.tarn.contract.Contract;
import dev.tarn.contract.Incoming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the server answers: the contract's operations and the hand-written windows of rooms. What is not here is
 * answered ENDPOINT_NOT_FOUND; what is not open needs a caller. Tests sweep this table, so that no route can be forgotten.
 */
public final class Routes {
    private static final String DATABRICKS = "databricks";

    private final List<Route> routes = new ArrayList<>();

    /** A route for authenticated callers. */
    public Routes route(String method, String template, Dialect dialect, String source, Route.Handler handler) {
        routes.add(new Route(method, template, false, dialect, source, true, handler));
        return this;
    }

    /** A route for anybody: sign-in, discovery, health, signed links. Each must be on the deny sweep's list of open routes. */
    public Routes open(String method, String template, Dialect dialect, String source, Route.OpenHandler handler) {
        routes.add(
                new Route(method, template, true, dialect, source, true, (caller, request) -> handler.handle(request)));
        return this;
    }

    /** Every operation of the SDK, served or not. Where two operations share a route, the one that is served answers. */
    public Routes contract(Contract contract) {
        Map<String, Route> byRoute = new LinkedHashMap<>();
        for (Contract.Endpoint endpoint : contract.endpoints()) {
            if (endpoint.operation().template().contains("[")) {
                continue;
            }
            Dialect dialect = endpoint.dialect().equals(DATABRICKS) ? Dialect.DATABRICKS : Dialect.SCIM;
            Route route = new Route(
                    endpoint.operation().httpMethod(),
                    endpoint.operation().template(),
                    false,
                    dialect,
                    endpoint.operation().name(),
                    endpoint.served(),
                    (caller, request) -> answer(
                            dialect,
                            endpoint.call(caller, new Incoming(request.body(), request.variables(), request.query()))));
            String key = route.method() + " " + route.template().replaceAll("\\{[^}]*}", "{}");
            byRoute.merge(key, route, (known, other) -> known.served() ? known : other);
        }
        Map<Route, List<String>> served = new LinkedHashMap<>();
        byRoute.values().stream().filter(Route::served).forEach(route -> served.put(route, segments(route)));
        byRoute.values().stream()
                .filter(route -> route.served() || !isServedByAnother(route, served))
                .forEach(routes::add);
        return this;
    }

    /** Whether a served route with more variables answers the same requests: typed permissions are special cases of the general ones. */
    private static boolean isServedByAnother(Route route, Map<Route, List<String>> served) {
        List<String> special = segments(route);
        return served.entrySet().stream()
                .anyMatch(other -> other.getKey().method().equals(route.method()) && covers(other.getValue(), special));
    }

    private static boolean covers(List<String> general, List<String> special) {
        if (general.size() != special.size()) {
            return false;
        }
        for (int i = 0; i < general.size(); i++) {
            String segment = general.get(i);
            if (!segment.equals(special.get(i)) && !(segment.startsWith("{") && segment.endsWith("}"))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(Route route) {
        return List.of(route.template().split("/", -1));
    }

    /** The table, in the order in which routes were added. */
    public List<Route> all() {
        return List.copyOf(routes);
    }

    private static Response answer(Dialect dialect, byte[] json) {
        return dialect == Dialect.SCIM ? Response.of(200, "application/scim+json", json) : Response.json(json);
    }
}
