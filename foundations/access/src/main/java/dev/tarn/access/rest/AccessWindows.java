package dev.tarn.access.rest;

import com.databricks.sdk.service.iam.PermissionsService;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.contract.Contract;
import dev.tarn.contract.Contract.Endpoint;
import dev.tarn.contract.Incoming;
import dev.tarn.http.Dialect;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import java.util.Map;

/** Opens the room's windows. */
public final class AccessWindows {
    private static final String TYPE = "{requestObjectType}/";
    private static final String NESTED_TYPE = "sql/{requestObjectType}/";

    private AccessWindows() {}

    public static void serve(ObjectPermissions permissions, Contract contract) {
        contract.serve(
                PermissionsService.class, caller -> new PermissionsApi(caller, permissions), PermissionsApi.class);
    }

    /**
     * The same operations for types whose path has a slash ({@code sql/warehouses}), which the contract's templates do not match.
     *
     * @param contract that serves the permissions already
     */
    public static void route(Contract contract, Routes routes) {
        for (Endpoint endpoint : contract.endpoints()) {
            String template = endpoint.operation().template();
            if (endpoint.served() && template.startsWith("/api/2.0/permissions/" + TYPE)) {
                routes.route(
                        endpoint.operation().httpMethod(),
                        template.replace(TYPE, NESTED_TYPE),
                        Dialect.DATABRICKS,
                        endpoint.operation().name(),
                        (caller, request) -> Response.json(endpoint.call(
                                caller,
                                new Incoming(
                                        request.body(),
                                        Map.of(
                                                "requestObjectType",
                                                "sql/" + request.variable("requestObjectType"),
                                                "requestObjectId",
                                                request.variable("requestObjectId")),
                                        request.query()))));
            }
        }
    }
}
