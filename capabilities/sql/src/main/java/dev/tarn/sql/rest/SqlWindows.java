package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.DataSourcesService;
import com.databricks.sdk.service.sql.QueryHistoryService;
import com.databricks.sdk.service.sql.StatementExecutionService;
import com.databricks.sdk.service.sql.WarehousesService;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.contract.Contract;
import dev.tarn.contract.Incoming;
import dev.tarn.http.Dialect;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.sql.SqlModule;
import dev.tarn.sql.Statements;
import java.util.Map;

/** Puts this room on the server. */
public final class SqlWindows {
    private static final String WAREHOUSES = "/api/warehouses/v1/";

    private SqlWindows() {}

    /** Serves the operations that the SDK states. */
    public static void serve(Contract contract, SqlModule sql, ObjectPermissions permissions) {
        contract.serve(
                WarehousesService.class,
                caller -> new WarehousesApi(caller, sql.warehouses(), sql.defaultWarehouses(), permissions),
                WarehousesApi.class);
        contract.serve(
                DataSourcesService.class, caller -> new DataSourcesApi(caller, sql.warehouses()), DataSourcesApi.class);
        contract.serve(
                StatementExecutionService.class,
                caller -> new StatementsApi(caller, sql.statements(), false),
                StatementsApi.class);
        contract.serve(
                QueryHistoryService.class, caller -> new QueryHistoryApi(caller, sql.history()), QueryHistoryApi.class);
    }

    /**
     * The operations whose variable is a name with a slash in it ({@code default-warehouse-overrides/me}), which the contract's
     * templates do not match.
     *
     * @param contract that serves them already
     */
    public static void routeNames(Contract contract, Routes routes) {
        for (Contract.Endpoint endpoint : contract.endpoints()) {
            String template = endpoint.operation().template();
            if (endpoint.served() && template.equals(WAREHOUSES + "{name}")) {
                routes.route(
                        endpoint.operation().httpMethod(),
                        WAREHOUSES + DefaultWarehouseBodies.PREFIX + "{id}",
                        Dialect.DATABRICKS,
                        endpoint.operation().name(),
                        (caller, request) -> Response.json(endpoint.call(
                                caller,
                                new Incoming(
                                        request.body(),
                                        Map.of("name", DefaultWarehouseBodies.PREFIX + request.variable("id")),
                                        request.query()))));
            }
        }
    }

    /**
     * Adds what the SDK does not state: signed links, which are open, and what the SQL drivers send besides. To be called after
     * the contract's routes were added: of two paths that differ in a trailing slash, the server prefers the earlier.
     */
    public static void route(Routes routes, SqlModule sql) {
        routes.open(
                "GET",
                Statements.RESULT_PATH + "{statement}/{chunk}",
                Dialect.DATABRICKS,
                "sql.result",
                request -> ResultLinks.answer(sql.statements(), request));
        new ProgressRoutes(sql.profiles()).register(routes);
        DriverStatements drivers = new DriverStatements(sql.statements());
        routes.route("POST", "/api/2.0/sql/statements/", Dialect.DATABRICKS, "sql.execute", drivers::execute);
        routes.route("DELETE", "/api/2.0/sql/statements/{statement}", Dialect.DATABRICKS, "sql.close", drivers::close);
    }
}
