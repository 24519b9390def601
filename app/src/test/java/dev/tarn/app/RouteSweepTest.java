package dev.tarn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.contract.Contract;
import dev.tarn.http.Route;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static String path(Route route) {
        return route.template().replaceAll("/?\\{[^}]*}", "/1");
    }

    @Test
    void onlyListedRoutesAreOpen() {
        List<String> unlisted = ServerUnderTest.APP.routes().all().stream()
                .filter(Route::open)
                .map(route -> route.method() + " " + route.template())
                .filter(route -> OPEN.stream().noneMatch(open -> route.startsWith(open.split("\\{", 2)[0])))
                .toList();
        assertEquals(List.of(), unlisted);
    }

    @Test
    void withoutATokenEveryRouteIsClosed() {
        List<String> open = new ArrayList<>();
        for (Route route : ServerUnderTest.APP.routes().all()) {
            if (!route.open()
                    && ServerUnderTest.send(route.method(), path(route), "{}", Optional.empty())
                                    .statusCode()
                            != 401) {
                open.add(route.method() + " " + route.template());
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void withoutRightsEveryRouteIsDeniedOrHidesWhatItHas() {
        List<String> allowed = new ArrayList<>();
        for (Route route : ServerUnderTest.APP.routes().all()) {
            if (route.open()
                    || FOR_EVERYBODY.contains(route.source())
                    || FOR_EVERYBODY.contains(route.method() + " " + route.template())) {
                continue;
            }
            int status = ServerUnderTest.send(
                            route.method(), path(route), "{}", Optional.of(ServerUnderTest.STRANGER_TOKEN))
                    .statusCode();
            if (status < 400 || status >= 500) {
                allowed.add(status + " " + route.method() + " " + route.template() + " (" + route.source() + ")");
            }
        }
        assertEquals(List.of(), allowed);
    }

    @Test
    void whatIsNotServedSaysSo() {
        for (Route route : ServerUnderTest.APP.routes().all()) {
            if (!route.served()) {
                var answer = ServerUnderTest.send(
                        route.method(), path(route), "{}", Optional.of(ServerUnderTest.ADMIN_TOKEN));
                assertEquals(404, answer.statusCode(), route.template());
                assertTrue(
                        route.method().equals("HEAD") || answer.body().contains("ENDPOINT_NOT_FOUND"), answer.body());
            }
        }
    }

    /** Values at the edges of every type, for every field of every served operation. */
    @Test
    void noInputMakesTheServerFail() {
        List<String> values = List.of(
                "null",
                "true",
                "-1",
                "0",
                "9223372036854775807",
                "9223372036854775808",
                "1e400",
                "\"\"",
                "\"\\u0000\"",
                "\"../../etc/passwd\"",
                "\"'; DROP TABLE x; --\"",
                "\"a.b.c.d\"",
                "\"\\ud83d\\ude00\"",
                "[]",
                "[null]",
                "{}",
                "{\"a\":null}",
                "\"" + "x".repeat(5000) + "\"");
        Map<String, Integer> failures = new LinkedHashMap<>();
        for (Contract.Endpoint endpoint : ServerUnderTest.APP.contract().endpoints()) {
            if (!endpoint.served() || endpoint.operation().name().startsWith("TokenManagement.delete")) {
                continue;
            }
            String path = endpoint.operation().template().replaceAll("/?\\{[^}]*}", "/fuzz");
            for (Field field : endpoint.requestType().getDeclaredFields()) {
                for (String value : values) {
                    String body = "{\"" + snake(field.getName()) + "\":" + value + "}";
                    int status = ServerUnderTest.send(
                                    endpoint.operation().httpMethod(),
                                    path,
                                    body,
                                    Optional.of(ServerUnderTest.ADMIN_TOKEN))
                            .statusCode();
                    if (status >= 500) {
                        failures.put(
                                status + " " + endpoint.operation().name() + " "
                                        + body.substring(0, Math.min(80, body.length())),
                                status);
                    }
                }
            }
        }
        assertEquals(Map.of(), failures);
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
