package dev.tarn.http;

import dev.tarn.contract.Contract;
import dev.tarn.contract.Incoming;
import dev.tarn.core.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the server answers: the contract's operations and the hand-written windows of rooms. What is not here is
 * answered ENDPOINT_NOT_FOUND; what is not open needs a caller. Tests sweep this table, so that no route can be forgotten.
 */
public final class Routes {
    private static final String DATABRICKS = "databricks";

    private final List<Route> routes = new ArrayList<>();
    private final List<Route> ofContract = new ArrayList<>();
    private final Metrics metrics = new Metrics();

    /** A route for authenticated callers. */
    public Routes route(String method, String template, Dialect dialect, String source, Route.Handler handler) {
        routes.add(new Route(method, template, false, dialect, source, true, handler, Optional.empty()));
        return this;
    }

    /** A route for authenticated callers that reads its body, of any length, while it arrives. */
    public Routes upload(String method, String template, Dialect dialect, String source, Upload.Handler handler) {
        return upload(method, template, dialect, source, Upload.of(handler));
    }

    /** The same with limits of its own. */
    public Routes upload(String method, String template, Dialect dialect, String source, Upload upload) {
        routes.add(new Route(method, template, false, dialect, source, true, Routes::unused, Optional.of(upload)));
        return this;
    }

    /** An upload by anybody, whom the handler must recognise by a signature before it reads. */
    public Routes openUpload(String method, String template, Dialect dialect, String source, Upload upload) {
        routes.add(new Route(method, template, true, dialect, source, true, Routes::unused, Optional.of(upload)));
        return this;
    }

    /** GET, and HEAD by the same handler: the server leaves the content away. */
    public Routes download(String template, Dialect dialect, String source, Route.Handler handler) {
        return route("GET", template, dialect, source, handler).route("HEAD", template, dialect, source, handler);
    }

    /** A download for anybody, such as by a signed link. */
    public Routes openDownload(String template, Dialect dialect, String source, Route.OpenHandler handler) {
        return open("GET", template, dialect, source, handler).open("HEAD", template, dialect, source, handler);
    }

    private static Response unused(Caller caller, Request request) {
        throw new IllegalStateException("An upload is answered while its body arrives.");
    }

    /** A route for anybody: sign-in, discovery, health, signed links. Each must be on the deny sweep's list of open routes. */
    public Routes open(String method, String template, Dialect dialect, String source, Route.OpenHandler handler) {
        Route.Handler ofAnybody = (caller, request) -> handler.handle(request);
        routes.add(new Route(method, template, true, dialect, source, true, ofAnybody, Optional.empty()));
        return this;
    }

    /**
     * Every operation of the SDK, served or not. Where two operations share a route, the one that is served answers; a hand-written
     * route takes the place of an operation's.
     */
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
                            endpoint.call(caller, new Incoming(request.body(), request.variables(), request.query()))),
                    Optional.empty());
            byRoute.merge(route.key(), route, (known, other) -> known.served() ? known : other);
        }
        Map<Route, List<String>> served = new LinkedHashMap<>();
        byRoute.values().stream().filter(Route::served).forEach(route -> served.put(route, segments(route)));
        byRoute.values().stream()
                .filter(route -> route.served() || !isServedByAnother(route, served))
                .forEach(ofContract::add);
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

    /** Counts what the routes answer; rooms add values of their own. */
    public Metrics metrics() {
        return metrics;
    }

    /** The table: the contract's operations, and what was written by hand, in the order in which it was added. */
    public List<Route> all() {
        Set<String> byHand = new LinkedHashSet<>();
        routes.forEach(route -> byHand.add(route.key()));
        List<Route> all = new ArrayList<>(ofContract);
        all.removeIf(route -> byHand.contains(route.key()));
        all.addAll(routes);
        return all;
    }

    private static Response answer(Dialect dialect, byte[] json) {
        return dialect == Dialect.SCIM ? Response.of(200, "application/scim+json", json) : Response.json(json);
    }
}
