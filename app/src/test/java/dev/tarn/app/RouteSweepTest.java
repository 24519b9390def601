package dev.tarn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.contract.Contract;
import dev.tarn.http.Route;
import dev.tarn.testkit.DenySweep;
import dev.tarn.testkit.InputFuzz;
import dev.tarn.testkit.Probe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walks the whole route table, so that no room can open a door unseen. */
class RouteSweepTest {
    /** Answered without a caller, each for a reason: discovery, sign-in, health, signed links. */
    private static final Set<String> OPEN = Set.of(
            "GET /api/2.0/mlflow-artifacts/signed/{*path}",
            "HEAD /api/2.0/mlflow-artifacts/signed/{*path}",
            "PUT /api/2.0/mlflow-artifacts/signed/{*path}",
            "GET /health",
            "GET /ready",
            "GET /.well-known/databricks-config",
            "GET /oidc/.well-known/oauth-authorization-server",
            "GET /oidc/.well-known/openid-configuration",
            "GET /oidc/v1/authorize",
            "POST /oidc/v1/authorize",
            "POST /oidc/v1/token",
            "GET /login",
            "POST /login",
            "GET /login/once",
            "POST /login/once",
            "POST /logout",
            "GET /api/2.0/sql/statement-results/{statement}/{chunk}",
            "GET /api/2.0/fs/links",
            "PUT /api/2.0/fs/links",
            "DELETE /api/2.0/fs/links");

    /** What everybody may do: know themselves, keep their own tokens, list what they may see. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "mlflow.GET/2.0/mlflow/experiments/list",
            "mlflow.GET/2.0/mlflow/experiments/search",
            "mlflow.POST/2.0/mlflow/experiments/search",
            "mlflow.POST/2.0/mlflow/runs/search",
            "mlflow.POST/2.0/mlflow/logged-models/search",
            "mlflow.GET/2.0/mlflow/registered-models/list",
            "mlflow.GET/2.0/mlflow/registered-models/search",
            "mlflow.GET/2.0/mlflow/model-versions/search",
            "CurrentUser.me",
            "Tokens.create",
            "Tokens.list",
            "Catalogs.list",
            "Metastores.current",
            "Metastores.list",
            "Metastores.summary",
            "Warehouses.list",
            "Warehouses.listDefaultWarehouseOverrides",
            "DataSources.list",
            "Warehouses.getWorkspaceWarehouseConfig",
            "QueryHistory.list",
            "Secrets.listScopes",
            "workspace.trash",
            "Repos.list",
            "GitCredentials.list",
            "GitCredentials.create",
            "PolicyFamilies.list",
            "settings.telemetry",
            "settings.featureFlags",
            "Queries.list",
            "GET /api/tarn/v1/queries",
            "UsersV2.list",
            "GroupsV2.list",
            "ServicePrincipalsV2.list",
            "StorageCredentials.list",
            "ExternalLocations.list",
            "Credentials.listCredentials",
            "Permissions.getPermissionLevels",
            "Warehouses.getPermissionLevels",
            "GET /api/tarn/v1/workspaces");

    private final DenySweep sweep =
            new DenySweep(ServerUnderTest.PROBE, ServerUnderTest.APP.routes().all());

    @Test
    void onlyListedRoutesAreOpen() {
        assertEquals(List.of(), sweep.openBeyond(OPEN));
    }

    @Test
    void withoutATokenEveryRouteIsClosed() {
        assertEquals(List.of(), sweep.answeredWithoutToken());
    }

    @Test
    void withoutRightsEveryRouteIsDeniedOrHidesWhatItHas() {
        assertEquals(List.of(), sweep.answeredWithoutRights(ServerUnderTest.STRANGER_TOKEN, FOR_EVERYBODY));
    }

    @Test
    void whatIsNotServedSaysSo() {
        for (Route route : ServerUnderTest.APP.routes().all()) {
            if (!route.served()) {
                var answer = ServerUnderTest.send(
                        route.method(), Probe.path(route, "1"), "{}", Optional.of(ServerUnderTest.ADMIN_TOKEN));
                assertEquals(404, answer.statusCode(), route.template());
                assertTrue(
                        route.method().equals("HEAD") || answer.body().contains("ENDPOINT_NOT_FOUND"), answer.body());
            }
        }
    }

    @Test
    void noFieldMakesTheServerFail() {
        InputFuzz fuzz = fuzz();
        served().forEach(fuzz::bodies);
        assertEquals(Map.of(), fuzz.failures());
    }

    @Test
    void noQueryMakesTheServerFail() {
        InputFuzz fuzz = fuzz();
        served().forEach(fuzz::queries);
        assertEquals(Map.of(), fuzz.failures());
    }

    @Test
    void noPathMakesTheServerFail() {
        InputFuzz fuzz = fuzz();
        ServerUnderTest.APP.routes().all().stream().filter(Route::served).forEach(fuzz::paths);
        assertEquals(Map.of(), fuzz.failures());
    }

    /** The fuzz may take everybody's right to use tokens, and a stranger who cannot sign in proves nothing. */
    @AfterEach
    void theStrangerCanSignInAgain() {
        String everybody = "{\"access_control_list\":[{\"group_name\":\"users\",\"permission_level\":\"CAN_USE\"}]}";
        String tokens = "/api/2.0/permissions/authorization/tokens";
        ServerUnderTest.send("PATCH", tokens, everybody, Optional.of(ServerUnderTest.ADMIN_TOKEN));
        assertEquals(
                200,
                ServerUnderTest.send(
                                "GET", "/api/2.0/preview/scim/v2/Me", "", Optional.of(ServerUnderTest.STRANGER_TOKEN))
                        .statusCode());
    }

    private static InputFuzz fuzz() {
        return new InputFuzz(ServerUnderTest.PROBE, ServerUnderTest.ADMIN_TOKEN);
    }

    private static Stream<Contract.Endpoint> served() {
        return ServerUnderTest.APP.contract().endpoints().stream().filter(Contract.Endpoint::served);
    }
}
