package dev.tarn.app;

import dev.tarn.core.AppException;
import dev.tarn.db.Database;
import dev.tarn.http.Dialect;
import dev.tarn.http.Routes;
import dev.tarn.identity.Workspaces;
import dev.tarn.sql.QueryRecord.Status;
import java.util.List;
import java.util.Locale;

/** {@code GET /metrics}, for administrators of a lasting workspace: the numbers are of the whole server, throwaway workspaces included. */
final class ServerMetrics {
    private final Workspaces workspaces;
    private final Routes routes;

    ServerMetrics(Workspaces workspaces, Routes routes) {
        this.workspaces = workspaces;
        this.routes = routes;
    }

    void register(Database db, LakehouseWing lakehouse) {
        routes.metrics()
                .gauge("tarn.store.waiting", "Transactions that wait for their turn", db::waiting)
                .gauge(
                        "tarn.engine.up",
                        "1 if the engine takes statements",
                        () -> lakehouse.engine().ready() ? 1 : 0);
        for (Status status : List.of(Status.QUEUED, Status.RUNNING)) {
            routes.metrics()
                    .gauge(
                            "tarn.sql.statements.active",
                            "Statements that wait or run",
                            "state",
                            status.name().toLowerCase(Locale.ROOT),
                            () -> lakehouse.sql().count(status));
        }
        for (Status status : List.of(Status.FINISHED, Status.FAILED, Status.CANCELED)) {
            routes.metrics()
                    .counter(
                            "tarn.sql.statements.ended",
                            "Statements that ended since the start",
                            "state",
                            status.name().toLowerCase(Locale.ROOT),
                            () -> lakehouse.sql().count(status));
        }
        routes.route("GET", "/metrics", Dialect.DATABRICKS, "app.metrics", (caller, request) -> {
            if (!workspaces.administersServer(caller)) {
                throw AppException.denied(
                        "Metrics are of the whole server, and for administrators of a lasting workspace. Use the token of one.");
            }
            return routes.metrics().scrape();
        });
    }
}
