package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Passwords, one-time links and sessions. */
abstract class SignInsContract extends IdentityFixture {
    private static final String PASSWORD = "correct horse battery";

    private Caller bySession(SignIns.Session session) {
        return identity.authentications().bySession(REQUEST, session.token().reveal(), Optional.empty());
    }

    private SignIns.Session byLink() {
        return identity.signIns()
                .signInByLink(REQUEST, first.linkCode().orElseThrow().reveal());
    }

    private void setPassword() {
        identity.signIns().setPassword(bySession(byLink()), Optional.empty(), PASSWORD);
    }

    private SignIns.Session signIn(String user, String password) {
        return identity.signIns().signIn(REQUEST, user, password);
    }

    @Test
    void thereIsNoPasswordUntilTheAdministratorSetsOne() {
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> signIn("admin@localhost", "")));
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> signIn("admin@localhost", "admin")));
        setPassword();
        assertTrue(bySession(signIn("Admin@localhost", PASSWORD)).workspaceAdmin());
        assertEquals(Optional.empty(), identity.start(false).linkCode());
    }

    @Test
    void aLinkWorksOnce() {
        byLink();
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(this::byLink));
    }

    @Test
    void aLinkExpiresAfterADay() {
        time.move(Duration.ofHours(24));
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(this::byLink));
    }

    @Test
    void eachStartMakesTheLinkOfTheOneBeforeVoid() {
        FirstStart again = identity.start(false);
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(this::byLink));
        identity.signIns().signInByLink(REQUEST, again.linkCode().orElseThrow().reveal());
    }

    @Test
    void unknownUsersAndWrongPasswordsLookAlike() {
        setPassword();
        var wrong = refused(() -> signIn("admin@localhost", "wrong"));
        var unknown = refused(() -> signIn("nobody@localhost", "wrong"));
        assertEquals(wrong.message(), unknown.message());
        assertEquals(wrong.code(), unknown.code());
        assertTrue(audited("login", false));
        signIn("admin@localhost", PASSWORD);
        assertTrue(audited("login", true));
    }

    @Test
    void whoMayNotUsePasswordsIsRefusedLikeAWrongOne() {
        PrincipalDetails ada = user("ada@x");
        identity.signIns().setPassword(callerOf(ada), Optional.empty(), PASSWORD);
        signIn("ada@x", PASSWORD);
        identity.credentialPermissions().set(admin, CredentialPermissions.Kind.PASSWORDS, List.of());
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> signIn("ada@x", PASSWORD)));
        setPassword();
        signIn("admin@localhost", PASSWORD);
    }

    @Test
    void whoGuessesWaitsLongerAndLonger() {
        setPassword();
        for (int i = 0; i < 6; i++) {
            assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> signIn("admin@localhost", "wrong")));
        }
        var throttled = refused(() -> signIn("admin@localhost", PASSWORD));
        assertEquals(ErrorKind.RESOURCE_EXHAUSTED, throttled.kind());
        assertEquals("1", throttled.details().get("retryAfterSeconds"));
        time.move(Duration.ofSeconds(2));
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> signIn("admin@localhost", "wrong")));
        assertEquals(
                "2",
                refused(() -> signIn("admin@localhost", PASSWORD)).details().get("retryAfterSeconds"));
        time.move(Duration.ofSeconds(3));
        signIn("admin@localhost", PASSWORD);
    }

    @Test
    void anAddressThatTriesManyAccountsIsSlowedDownToo() {
        setPassword();
        for (int i = 0; i < 21; i++) {
            String user = "user" + i + "@localhost";
            assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> signIn(user, "wrong")));
        }
        assertEquals(ErrorKind.RESOURCE_EXHAUSTED, kind(() -> signIn("admin@localhost", PASSWORD)));
        var elsewhere = new RequestInfo("r", "127.0.0.2", "test");
        identity.signIns().signIn(elsewhere, "admin@localhost", PASSWORD);
    }

    @Test
    void aSessionEndsBySigningOut() {
        var session = byLink();
        Caller caller = bySession(session);
        identity.signIns().signOut(caller);
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> bySession(session)));
    }

    @Test
    void aSessionExpires() {
        var session = byLink();
        time.move(Duration.ofHours(12));
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> bySession(session)));
    }

    @Test
    void signingOutEverywhereEndsAllSessionsAndKeepsTokens() {
        setPassword();
        var one = signIn("admin@localhost", PASSWORD);
        var two = signIn("admin@localhost", PASSWORD);
        identity.signIns().signOutEverywhere(bySession(one));
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> bySession(two)));
        byToken(first.adminToken().orElseThrow().reveal());
    }

    @Test
    void changingThePasswordNeedsTheOldOneAndEndsOtherSessions() {
        setPassword();
        var one = signIn("admin@localhost", PASSWORD);
        var two = signIn("admin@localhost", PASSWORD);
        assertEquals(
                ErrorKind.UNAUTHENTICATED,
                kind(() -> identity.signIns().setPassword(bySession(one), Optional.of("wrong"), "another password")));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> identity.signIns().setPassword(bySession(one), Optional.of(PASSWORD), "short")));
        identity.signIns().setPassword(bySession(one), Optional.of(PASSWORD), "another password");
        bySession(one);
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> bySession(two)));
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> signIn("admin@localhost", PASSWORD)));
        signIn("admin@localhost", "another password");
    }

    @Test
    void aTokenSetsNoPassword() {
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> identity.signIns().setPassword(admin, Optional.empty(), "another password")));
    }

    @Test
    void aSessionOpenedByALinkSetsThePasswordOnce() {
        Caller caller = bySession(byLink());
        assertTrue(identity.signIns().openedByLink(caller));
        identity.signIns().setPassword(caller, Optional.empty(), PASSWORD);
        assertFalse(identity.signIns().openedByLink(caller));
        assertEquals(
                ErrorKind.UNAUTHENTICATED,
                kind(() -> identity.signIns().setPassword(caller, Optional.empty(), "another password")));
    }

    @Test
    void onlyAdministratorsMakeLinks() {
        Caller ada = callerOf(user("ada@x"));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> identity.signIns().createLink(ada, "admin@localhost")));
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> identity.signIns().createLink(byToken("tarn-throwaway-my-test-1"), "admin@tarn.test")));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> identity.signIns().createLink(admin, "admins")));
    }

    @Test
    void aDeactivatedUserDoesNotGetIn() {
        var ada = user("ada@x");
        String code = identity.signIns().createLink(admin, "ada@x").reveal();
        deactivate(ada);
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> identity.signIns().signInByLink(REQUEST, code)));
    }

    @Test
    void aPasswordAlsoProvesASingleRequest() {
        setPassword();
        assertTrue(identity.signIns()
                .byPassword(REQUEST, "admin@localhost", PASSWORD)
                .workspaceAdmin());
        assertTrue(identity.signIns()
                .byPassword(REQUEST, "admin@localhost", PASSWORD)
                .workspaceAdmin());
        assertEquals(
                ErrorKind.UNAUTHENTICATED,
                kind(() -> identity.signIns().byPassword(REQUEST, "admin@localhost", "wrong")));
    }
}
