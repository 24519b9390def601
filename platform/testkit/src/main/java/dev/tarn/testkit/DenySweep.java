package dev.tarn.testkit;

import dev.tarn.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a route table, so that no room can open a door unseen. Each method returns what is wrong. */
public final class DenySweep {
    private final Probe probe;
    private final List<Route> routes;

    public DenySweep(Probe probe, List<Route> routes) {
        this.probe = probe;
        this.routes = List.copyOf(routes);
    }

    /**
     * Routes that are open and not listed.
     *
     * @param listed such as {@code GET /health}; up to the first variable
     */
    public List<String> openBeyond(Set<String> listed) {
        return routes.stream()
                .filter(Route::open)
                .map(DenySweep::name)
                .filter(route -> listed.stream().noneMatch(open -> route.startsWith(open.split("\\{", 2)[0])))
                .toList();
    }

    /** Closed routes that answer anything but 401 without a token. */
    public List<String> answeredWithoutToken() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (!route.open() && status(route, Optional.empty()) != 401) {
                wrong.add(name(route));
            }
        }
        return wrong;
    }

    /**
     * Closed routes that answer anything but a refusal to somebody without rights.
     *
     * @param forEverybody sources ({@code Catalogs.list}) or routes ({@code GET /path}) that everybody may use
     */
    public List<String> answeredWithoutRights(String strangerToken, Set<String> forEverybody) {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (!route.open() && !forEverybody.contains(route.source()) && !forEverybody.contains(name(route))) {
                int status = status(route, Optional.of(strangerToken));
                if (status < 400 || status >= 500) {
                    wrong.add(status + " " + name(route) + " (" + route.source() + ")");
                }
            }
        }
        return wrong;
    }

    private int status(Route route, Optional<String> token) {
        return probe.send(route.method(), Probe.path(route, "1"), "{}", token).statusCode();
    }

    private static String name(Route route) {
        return route.method() + " " + route.template();
    }
}
