package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.ErrorKind;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.OAuth.Grant;
import dev.tarn.identity.OAuth.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** OAuth for machines and people. */
abstract class OAuthContract extends IdentityFixture {
    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT = "http://localhost:8020";

    private static Request request(String client, String redirect, String challenge) {
        return new Request(client, redirect, challenge, "all-apis offline_access");
    }

    private String code() {
        return identity.oauth()
                .authorize(admin, request("databricks-cli", REDIRECT, CHALLENGE))
                .reveal();
    }

    private Grant exchange(String code) {
        return identity.oauth().exchange("databricks-cli", code, REDIRECT, VERIFIER);
    }

    @Test
    void aServicePrincipalGetsATokenForItsSecret() {
        var robot = create(PrincipalKind.SERVICE_PRINCIPAL, "");
        var secret = identity.secrets().create(admin, robot.id(), Optional.empty());
        Grant grant = identity.oauth()
                .clientCredentials(
                        REQUEST, robot.principal().name(), secret.value().reveal(), "all-apis");
        assertEquals(Duration.ofHours(1), grant.lifetime());
        assertEquals(Optional.empty(), grant.refreshToken());
        assertEquals(robot.principal(), byToken(grant.accessToken().reveal()).principal());
        time.move(Duration.ofHours(1));
        assertEquals(
                ErrorKind.UNAUTHENTICATED,
                kind(() -> byToken(grant.accessToken().reveal())));
    }

    @Test
    void wrongOrDeletedSecretsAreRefused() {
        var robot = create(PrincipalKind.SERVICE_PRINCIPAL, "");
        var other = create(PrincipalKind.SERVICE_PRINCIPAL, "");
        String name = robot.principal().name();
        var secret = identity.secrets().create(admin, robot.id(), Optional.empty());
        for (String wrong : List.of(
                "",
                "dose",
                secret.value().reveal() + "0",
                first.adminToken().orElseThrow().reveal())) {
            assertEquals(
                    "invalid_client",
                    refused(() -> identity.oauth().clientCredentials(REQUEST, name, wrong, ""))
                            .code());
        }
        assertEquals(
                "invalid_client",
                refused(() -> identity.oauth()
                                .clientCredentials(
                                        REQUEST,
                                        other.principal().name(),
                                        secret.value().reveal(),
                                        ""))
                        .code());
        assertTrue(audited("oidcTokenAuthorization", false));
        identity.secrets().delete(admin, robot.id(), secret.info().id());
        assertEquals(
                "invalid_client",
                refused(() -> identity.oauth()
                                .clientCredentials(REQUEST, name, secret.value().reveal(), ""))
                        .code());
    }

    @Test
    void aDeactivatedServicePrincipalGetsNothing() {
        var robot = create(PrincipalKind.SERVICE_PRINCIPAL, "");
        var secret = identity.secrets().create(admin, robot.id(), Optional.empty());
        deactivate(robot);
        assertEquals(
                "invalid_client",
                refused(() -> identity.oauth()
                                .clientCredentials(
                                        REQUEST,
                                        robot.principal().name(),
                                        secret.value().reveal(),
                                        ""))
                        .code());
    }

    @Test
    void secretsAreLimitedListedAndTheAdministratorsBusiness() {
        var robot = create(PrincipalKind.SERVICE_PRINCIPAL, "");
        for (int i = 0; i < 5; i++) {
            identity.secrets().create(admin, robot.id(), Optional.empty());
        }
        assertEquals(5, identity.secrets().list(admin, robot.id()).size());
        assertEquals(
                ErrorKind.INVALID_ARGUMENT, kind(() -> identity.secrets().create(admin, robot.id(), Optional.empty())));
        var ada = callerOf(user("ada@x"));
        assertEquals(
                ErrorKind.PERMISSION_DENIED, kind(() -> identity.secrets().create(ada, robot.id(), Optional.empty())));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> identity.secrets().list(ada, robot.id())));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> identity.secrets().delete(ada, robot.id(), "x")));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> identity.secrets().list(admin, "1")));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> identity.secrets().delete(admin, robot.id(), "x")));
    }

    @Test
    void aSignedInUserLendsTheirRightsToAClient() {
        Grant grant = exchange(code());
        assertEquals(admin.principal(), byToken(grant.accessToken().reveal()).principal());
        Grant refreshed = identity.oauth()
                .refresh("databricks-cli", grant.refreshToken().orElseThrow().reveal());
        assertEquals(
                admin.principal(), byToken(refreshed.accessToken().reveal()).principal());
    }

    @Test
    void codesAndRefreshTokensAreGoodOnce() {
        String code = code();
        Grant grant = exchange(code);
        assertEquals("invalid_grant", refused(() -> exchange(code)).code());
        String refresh = grant.refreshToken().orElseThrow().reveal();
        identity.oauth().refresh("databricks-cli", refresh);
        assertEquals(
                "invalid_grant",
                refused(() -> identity.oauth().refresh("databricks-cli", refresh))
                        .code());
    }

    @Test
    void aCodeIsGoodForItsClientRedirectAndVerifierOnly() {
        String code = code();
        var oauth = identity.oauth();
        assertEquals(
                "invalid_grant",
                refused(() -> oauth.exchange("dbt-databricks", code, REDIRECT, VERIFIER))
                        .code());
        assertEquals(
                "invalid_grant",
                refused(() -> oauth.exchange("databricks-cli", code, "http://localhost:1", VERIFIER))
                        .code());
        assertEquals(
                "invalid_grant",
                refused(() -> oauth.exchange("databricks-cli", code, REDIRECT, VERIFIER + "x"))
                        .code());
        assertEquals(
                "invalid_grant",
                refused(() -> oauth.exchange("databricks-cli", code, REDIRECT, ""))
                        .code());
        time.move(Duration.ofMinutes(5));
        assertEquals("invalid_grant", refused(() -> exchange(code)).code());
    }

    @Test
    void codesGoToTheUsersOwnMachineOnly() {
        var oauth = identity.oauth();
        for (String redirect : List.of(
                "https://evil.example/",
                "http://localhost.evil.example:8020",
                "http://localhost@evil.example",
                "http://evil.example#localhost",
                "javascript:alert(1)",
                "//localhost",
                "http://local host")) {
            assertEquals(
                    "invalid_request",
                    refused(() -> oauth.check(request("databricks-cli", redirect, CHALLENGE)))
                            .code(),
                    redirect);
        }
        oauth.check(request("databricks-cli", "http://127.0.0.1:1234/callback", CHALLENGE));
        assertEquals(
                "invalid_client",
                refused(() -> oauth.check(request("someone", REDIRECT, CHALLENGE)))
                        .code());
        assertEquals(
                "invalid_request",
                refused(() -> oauth.check(request("databricks-cli", REDIRECT, "plain")))
                        .code());
    }

    @Test
    void signingOutEverywhereRevokesWhatWasLent() {
        Grant grant = exchange(code());
        identity.signIns().signOutEverywhere(admin);
        assertEquals(
                ErrorKind.UNAUTHENTICATED,
                kind(() -> byToken(grant.accessToken().reveal())));
        assertEquals(
                "invalid_grant",
                refused(() -> identity.oauth()
                                .refresh(
                                        "databricks-cli",
                                        grant.refreshToken().orElseThrow().reveal()))
                        .code());
    }

    @Test
    void whatHasExpiredIsForgotten() {
        exchange(code());
        time.move(Duration.ofDays(40));
        identity.keepHouse();
        assertEquals(
                Long.valueOf(0),
                db.read(tx -> tx.number(
                        "SELECT count(*) FROM identity_credential WHERE kind IN ('ACCESS', 'REFRESH', 'LINK')",
                        java.util.Map.of())));
    }
}
