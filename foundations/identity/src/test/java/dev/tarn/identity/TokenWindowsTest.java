package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.error.platform.BadRequest;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.Unauthenticated;
import com.databricks.sdk.service.iam.CreateServicePrincipalRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.ServicePrincipal;
import com.databricks.sdk.service.oauth2.CreateServicePrincipalSecretRequest;
import com.databricks.sdk.service.oauth2.ListServicePrincipalSecretsRequest;
import com.databricks.sdk.service.settings.CreateOboTokenRequest;
import com.databricks.sdk.service.settings.CreateTokenRequest;
import com.databricks.sdk.service.settings.ListTokenManagementRequest;
import com.databricks.sdk.service.settings.TokenInfo;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens and OAuth for machines, as the official SDK uses them; our own API of workspaces; what each refuses. */
class TokenWindowsTest extends WindowsFixture {
    private ServicePrincipal robot() {
        return sdk().servicePrincipalsV2().create(new CreateServicePrincipalRequest().setDisplayName("robot"));
    }

    private String user(WorkspaceClient client) {
        return client.currentUser().me(new MeRequest()).getUserName();
    }

    @Test
    void aTokenIsMadeListedUsedAndRevoked() {
        var created =
                sdk().tokens().create(new CreateTokenRequest().setComment("ci").setLifetimeSeconds(60L));
        String value = created.getTokenValue();
        assertEquals("admin@tarn.test", user(sdk(value)));
        assertEquals(
                60_000,
                created.getTokenInfo().getExpiryTime() - created.getTokenInfo().getCreationTime());
        var comments = new ArrayList<String>();
        sdk().tokens().list().forEach(info -> comments.add(info.getComment()));
        assertTrue(comments.contains("ci"));
        sdk().tokens().delete(created.getTokenInfo().getTokenId());
        assertThrows(Unauthenticated.class, () -> user(sdk(value)));
        assertThrows(
                NotFound.class,
                () -> sdk().tokens().delete(created.getTokenInfo().getTokenId()));
        assertThrows(BadRequest.class, () -> sdk().tokens().create(new CreateTokenRequest().setLifetimeSeconds(-5L)));
    }

    @Test
    void administratorsManageEverybodysTokens() {
        WorkspaceClient ada = sdk(userToken("ada"));
        var hers = ada.tokens().create(new CreateTokenRequest().setComment("hers"));
        TokenInfo found =
                sdk().tokenManagement().get(hers.getTokenInfo().getTokenId()).getTokenInfo();
        assertEquals("ada@tarn.test", found.getCreatedByUsername());
        assertEquals(-1, found.getExpiryTime());
        assertThrows(
                PermissionDenied.class,
                () -> ada.tokenManagement()
                        .list(new ListTokenManagementRequest())
                        .forEach(t -> {}));
        assertThrows(
                PermissionDenied.class,
                () -> ada.tokenManagement().delete(hers.getTokenInfo().getTokenId()));
        sdk().tokenManagement().delete(hers.getTokenInfo().getTokenId());
        assertThrows(Unauthenticated.class, () -> user(sdk(hers.getTokenValue())));
    }

    @Test
    void aServicePrincipalGetsATokenFromItsAdministrator() {
        ServicePrincipal robot = robot();
        var created = sdk().tokenManagement()
                .createOboToken(new CreateOboTokenRequest().setApplicationId(robot.getApplicationId()));
        assertEquals(robot.getApplicationId(), user(sdk(created.getTokenValue())));
    }

    @Test
    void aServicePrincipalSignsInByItsSecret() {
        ServicePrincipal robot = robot();
        var secret = sdk().servicePrincipalSecretsProxy()
                .create(new CreateServicePrincipalSecretRequest()
                        .setServicePrincipalId(robot.getId())
                        .setLifetime("3600s"));
        assertNotNull(secret.getExpireTime());
        WorkspaceClient machine = new WorkspaceClient(new DatabricksConfig()
                .setHost(server.url())
                .setAuthType("oauth-m2m")
                .setClientId(robot.getApplicationId())
                .setClientSecret(secret.getSecret()));
        assertEquals(robot.getApplicationId(), user(machine));
        var listed = new ArrayList<String>();
        sdk().servicePrincipalSecretsProxy()
                .list(new ListServicePrincipalSecretsRequest().setServicePrincipalId(robot.getId()))
                .forEach(info -> listed.add(info.getId()));
        assertEquals(List.of(secret.getId()), listed);
        WorkspaceClient ada = sdk(userToken("ada"));
        assertThrows(
                PermissionDenied.class,
                () -> ada.servicePrincipalSecretsProxy()
                        .create(new CreateServicePrincipalSecretRequest().setServicePrincipalId(robot.getId())));
    }

    @Test
    void theDocumentsThatSdksAskForFirstNameTheRequestsOwnAddress() {
        var config = json(send("GET", "/.well-known/databricks-config", ""));
        assertEquals(server.url() + "/oidc", config.path("oidc_endpoint").asText());
        assertEquals(
                first.workspace().id().toString(), config.path("workspace_id").asText());
        assertEquals("workspace", config.path("host_type").asText());
        for (String name : List.of("oauth-authorization-server", "openid-configuration")) {
            var metadata = json(send("GET", "/oidc/.well-known/" + name, ""));
            assertEquals(
                    server.url() + "/oidc/v1/token",
                    metadata.path("token_endpoint").asText());
            assertEquals(
                    server.url() + "/oidc/v1/authorize",
                    metadata.path("authorization_endpoint").asText());
        }
    }

    @Test
    void badTokenRequestsGetOAuthsErrors() {
        Map<String, Map<String, String>> wrong = Map.of(
                "unsupported_grant_type", Map.of("grant_type", "password"),
                "invalid_client", Map.of("grant_type", "client_credentials", "client_id", "x", "client_secret", "y"),
                "invalid_grant",
                        Map.of("grant_type", "authorization_code", "client_id", "databricks-cli", "code", "z"));
        wrong.forEach((error, fields) -> {
            var answer = form("/oidc/v1/token", "", fields);
            assertEquals(error.equals("invalid_client") ? 401 : 400, answer.statusCode(), answer.body());
            assertEquals(error, json(answer).path("error").asText());
        });
        assertEquals(400, send("POST", "/oidc/v1/token", "%zz=%").statusCode());
        assertEquals(
                401,
                send("POST", "/oidc/v1/token", "grant_type=client_credentials", "Authorization", "Basic ???")
                        .statusCode());
    }

    @Test
    void basicAuthenticationTakesATokenAsPassword() {
        String pair = Base64.getEncoder().encodeToString(("token:" + adminToken()).getBytes());
        assertEquals(
                200,
                send("GET", "/api/2.0/preview/scim/v2/Me", "", "Authorization", "Basic " + pair)
                        .statusCode());
        String wrong = Base64.getEncoder().encodeToString("token:dapi0".getBytes());
        assertEquals(
                401,
                send("GET", "/api/2.0/preview/scim/v2/Me", "", "Authorization", "Basic " + wrong)
                        .statusCode());
    }

    @Test
    void nothingButTheOpenRoutesAnswersWithoutACaller() {
        routes.all().stream().filter(route -> route.served() && !route.open()).forEach(route -> {
            String path = route.template().replaceAll("\\{[^}]*}", "1");
            assertEquals(401, send(route.method(), path, "").statusCode(), route.method() + " " + path);
        });
    }

    @Test
    void nobodyWithoutRightsGetsAnythingButTheirOwn() {
        List<String> own = List.of(
                "GET /api/2.0/preview/scim/v2/Me",
                "GET /api/2.0/preview/scim/v2/Users",
                "GET /api/2.0/preview/scim/v2/Groups",
                "GET /api/2.0/preview/scim/v2/ServicePrincipals",
                "GET /api/2.0/token/list",
                "POST /api/2.0/token/create",
                "GET /api/tarn/v1/workspaces");
        routes.all().stream()
                .filter(route -> route.served() && !route.open())
                .filter(route -> !own.contains(route.method() + " " + route.template()))
                .forEach(route -> {
                    String path = route.template().replaceAll("\\{[^}]*}", "1");
                    String body = route.method().equals("GET") || route.method().equals("DELETE") ? "" : bodyFor(path);
                    int status =
                            call(userToken("ada"), route.method(), path, body).statusCode();
                    boolean permissions = path.startsWith("/api/2.0/permissions/") && status == 400;
                    assertTrue(
                            status == 403 || status == 404 || permissions, status + " " + route.method() + " " + path);
                });
    }

    private static String bodyFor(String path) {
        if (path.contains("/scim/")) {
            return "{\"userName\":\"x@y\",\"displayName\":\"d\",\"Operations\":[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"x\"}]}";
        }
        return "{\"token_id\":\"1\",\"application_id\":\"1\",\"advance_seconds\":1,\"user_name\":\"x@y\",\"name\":\"somewhere-else\"}";
    }

    @Test
    void workspacesAreMadeAndDroppedByTheServersAdministrator() {
        String root = identity.start(true).adminToken().orElseThrow().reveal();
        var made = json(call(root, "POST", "/api/tarn/v1/workspaces", "{\"name\":\"nightly-run\"}"));
        String token = made.path("token").asText();
        assertEquals("admin@tarn.test", user(sdk(token)));
        assertEquals(403, call("POST", "/api/tarn/v1/workspaces", "{}").statusCode());
        assertTrue(call(root, "GET", "/api/tarn/v1/workspaces", "").body().contains("nightly-run"));
        String path = "/api/tarn/v1/workspaces/" + made.path("workspace_id").asText();
        assertEquals(403, call("DELETE", path, "").statusCode());
        assertEquals(200, call(root, "DELETE", path, "").statusCode());
        assertEquals(404, call(root, "DELETE", path, "").statusCode());
        assertThrows(Unauthenticated.class, () -> user(sdk(token)));
        assertEquals(
                400,
                call(root, "POST", "/api/tarn/v1/workspaces", "{\"name\":\"../x\"}")
                        .statusCode());
        assertEquals(400, call(root, "POST", "/api/tarn/v1/workspaces", "[").statusCode());
        assertEquals(
                400, call(root, "DELETE", "/api/tarn/v1/workspaces/abc", "").statusCode());
        assertEquals(
                403,
                call(root, "POST", "/api/tarn/v1/clock", "{\"advance_seconds\":5}")
                        .statusCode());
    }

    @Test
    void aThrowawayWorkspacesClockMoves() {
        var token = sdk().tokens().create(new CreateTokenRequest().setLifetimeSeconds(60L));
        assertEquals(
                400,
                call("POST", "/api/tarn/v1/clock", "{\"advance_seconds\":-1}").statusCode());
        assertEquals(
                400,
                call("POST", "/api/tarn/v1/clock", "{\"advance_seconds\":\"x\"}")
                        .statusCode());
        assertEquals(
                200,
                call("POST", "/api/tarn/v1/clock", "{\"advance_seconds\":61}").statusCode());
        assertThrows(Unauthenticated.class, () -> user(sdk(token.getTokenValue())));
        assertEquals(
                403,
                call(userToken("ada"), "POST", "/api/tarn/v1/clock", "{\"advance_seconds\":61}")
                        .statusCode());
    }
}
