package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Personal access tokens. */
abstract class TokensContract extends IdentityFixture {
    private List<String> comments(List<Token> tokens) {
        return tokens.stream().map(Token::comment).toList();
    }

    @Test
    void aTokenIsItsOwner() {
        var token = identity.tokens().create(admin, "ci", Optional.empty());
        assertTrue(token.value().reveal().matches("dapi[0-9a-f]{32}"));
        Caller caller = byToken(token.value().reveal());
        assertEquals(admin.principal(), caller.principal());
        assertEquals(token.token().id(), caller.authentication().credentialId());
    }

    @Test
    void onlyTheHashIsKept() {
        String value =
                identity.tokens().create(admin, "", Optional.empty()).value().reveal();
        var rows = db.read(tx -> tx.list(
                "SELECT * FROM identity_credential",
                Map.of(),
                row -> row.text("id") + row.text("hash") + row.text("comment") + row.text("details")));
        assertTrue(rows.stream().noneMatch(row -> row.contains(value) || row.contains(value.substring(4))));
        access.audit()
                .list(admin, PageRequest.first(100))
                .items()
                .forEach(entry -> assertFalse(entry.toString().contains(value.substring(4))));
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        var token = identity.tokens().create(admin, "", Optional.empty());
        byToken(token.value().reveal());
        identity.tokens().revoke(admin, token.token().id());
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> byToken(token.value().reveal())));
        assertTrue(audited("generateDbToken", true));
        assertTrue(audited("revokeDbToken", true));
    }

    @Test
    void aTokenExpires() {
        var token = identity.tokens().create(admin, "", Optional.of(Duration.ofSeconds(60)));
        byToken(token.value().reveal());
        time.move(Duration.ofSeconds(60));
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> byToken(token.value().reveal())));
    }

    @Test
    void wrongLifetimesAndCommentsAreRefused() {
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> identity.tokens().create(admin, "", Optional.of(Duration.ofSeconds(-1)))));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> identity.tokens().create(admin, "x".repeat(2000), Optional.empty())));
    }

    @Test
    void everybodyListsTheirOwn() {
        Caller ada = callerOf(user("ada@x"));
        identity.tokens().create(ada, "hers", Optional.empty());
        assertEquals(List.of("hers"), comments(identity.tokens().list(ada)));
        assertTrue(comments(identity.tokens().listAll(admin)).contains("hers"));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> identity.tokens().listAll(ada)));
    }

    @Test
    void nobodyRevokesAnothersTokenButTheAdministrator() {
        Caller ada = callerOf(user("ada@x"));
        Caller bob = callerOf(user("bob@x"));
        var token = identity.tokens().create(ada, "", Optional.empty());
        String id = token.token().id();
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> identity.tokens().revoke(bob, id)));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> identity.tokens().revokeAny(bob, id)));
        identity.tokens().revokeAny(admin, id);
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> byToken(token.value().reveal())));
    }

    @Test
    void administratorsMakeTokensForServicePrincipals() {
        var robot = create(PrincipalKind.SERVICE_PRINCIPAL, "");
        var token = identity.tokens().createFor(admin, robot.principal().name(), "ci", Optional.empty());
        assertEquals(robot.principal(), byToken(token.value().reveal()).principal());
        Caller ada = callerOf(user("ada@x"));
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> identity.tokens().createFor(ada, robot.principal().name(), "", Optional.empty())));
        assertEquals(
                ErrorKind.NOT_FOUND, kind(() -> identity.tokens().createFor(admin, "ada@x", "", Optional.empty())));
    }

    @Test
    void lastUseIsKnownToTheMinute() {
        var token = identity.tokens().create(admin, "used", Optional.empty());
        assertEquals(
                Optional.empty(),
                identity.tokens().get(admin, token.token().id()).lastUsedAt());
        byToken(token.value().reveal());
        assertEquals(
                Optional.of(time.instant()),
                identity.tokens().get(admin, token.token().id()).lastUsedAt());
    }

    @Test
    void garbageIsRefused() {
        for (String token :
                List.of("", "dapi", "x".repeat(10_000), "tarn-throwaway-short", "tarn-throwaway-../../etc")) {
            assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> byToken(token)), token);
        }
    }

    @Test
    void sessionsAndSecretsAreNoTokens() {
        var session = identity.signIns()
                .signInByLink(REQUEST, first.linkCode().orElseThrow().reveal());
        assertEquals(
                ErrorKind.UNAUTHENTICATED, kind(() -> byToken(session.token().reveal())));
        var robot = create(PrincipalKind.SERVICE_PRINCIPAL, "");
        var secret = identity.secrets().create(admin, robot.id(), Optional.empty());
        assertEquals(
                ErrorKind.UNAUTHENTICATED, kind(() -> byToken(secret.value().reveal())));
        String token = first.adminToken().orElseThrow().reveal();
        assertEquals(
                ErrorKind.UNAUTHENTICATED,
                kind(() -> identity.authentications().bySession(REQUEST, token, Optional.empty())));
    }

    @Test
    void aWorkspaceOfAnotherMetastoreIsIgnored() {
        WorkspaceId elsewhere = byToken("tarn-throwaway-elsewhere").workspace();
        Caller caller = identity.authentications()
                .byToken(REQUEST, first.adminToken().orElseThrow().reveal(), Optional.of(elsewhere));
        assertEquals(admin.workspace(), caller.workspace());
    }
}
