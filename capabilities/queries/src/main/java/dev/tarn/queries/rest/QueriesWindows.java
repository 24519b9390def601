package dev.tarn.queries.rest;

import com.databricks.sdk.service.sql.QueriesService;
import com.databricks.sdk.service.sql.QueryVisualizationsService;
import dev.tarn.contract.Contract;
import dev.tarn.http.Routes;
import dev.tarn.queries.QueriesModule;

/** Puts this room on the server. */
public final class QueriesWindows {
    private QueriesWindows() {}

    /** Serves the operations that the SDK states. */
    public static void serve(Contract contract, QueriesModule module) {
        contract.serve(
                QueriesService.class,
                caller -> new QueriesApi(caller, module.queries(), module.visualizations()),
                QueriesApi.class);
        contract.serve(
                QueryVisualizationsService.class,
                caller -> new VisualizationsApi(caller, module.visualizations()),
                VisualizationsApi.class);
    }

    /** Adds what the SDK does not state. */
    public static void route(Routes routes, QueriesModule module) {
        new QueryRoutes(module.queries()).register(routes);
    }
}
