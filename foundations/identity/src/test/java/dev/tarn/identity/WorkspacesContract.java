package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The default workspace and throwaway ones. */
abstract class WorkspacesContract extends IdentityFixture {
    private final List<String> heard = new ArrayList<>();

    private void listen(boolean fail) {
        identity.workspaces().listen(new WorkspaceListener() {
            @Override
            public void created(Tx tx, Caller system, Workspace workspace) {
                if (fail) {
                    throw new IllegalStateException("no");
                }
                assertTrue(system.isSystem());
                heard.add("created " + workspace.name());
            }

            @Override
            public void dropped(Tx tx, Workspace workspace) {
                heard.add("dropped " + workspace.name());
            }
        });
    }

    @Test
    void aRestartFindsTheSameWorkspace() {
        FirstStart again = identity.start(true);
        assertEquals(first.workspace(), again.workspace());
        assertEquals(
                ErrorKind.UNAUTHENTICATED,
                kind(() -> byToken(first.adminToken().orElseThrow().reveal())));
        assertTrue(byToken(again.adminToken().orElseThrow().reveal()).workspaceAdmin());
        assertEquals(Optional.empty(), identity.start(false).adminToken());
    }

    @Test
    void aThrowawayTokenMakesItsOwnWorkspace() {
        listen(false);
        Caller caller = byToken("tarn-throwaway-my-test-1");
        assertTrue(caller.workspaceAdmin());
        assertNotEquals(admin.workspace(), caller.workspace());
        assertNotEquals(admin.metastore(), caller.metastore());
        assertEquals(caller, byToken("tarn-throwaway-my-test-1"));
        assertEquals(List.of("created my-test-1"), heard);
        assertEquals(
                1,
                identity.principals()
                        .list(caller, PrincipalKind.USER, PrincipalQuery.all())
                        .total());
    }

    @Test
    void aSuffixNamesAnOrdinaryUserOfIt() {
        Caller ada = byToken("tarn-throwaway-my-test-1--ada");
        Caller root = byToken("tarn-throwaway-my-test-1");
        assertEquals(root.workspace(), ada.workspace());
        assertEquals("ada@tarn.test", ada.principal().name());
        assertFalse(ada.workspaceAdmin());
        assertTrue(root.workspaceAdmin());
    }

    @Test
    void throwawayTokensWorkFromTheServersOwnMachineOnly() {
        byToken("tarn-throwaway-my-test-1");
        for (String address : List.of("10.0.0.1", "192.168.1.1", "", "2001:db8::1", "localhost.evil.example")) {
            var far = new RequestInfo("r", address, "test");
            assertEquals(
                    ErrorKind.UNAUTHENTICATED,
                    kind(() -> identity.authentications().byToken(far, "tarn-throwaway-my-test-1", Optional.empty())),
                    address);
        }
        var near = new RequestInfo("r", "::1", "test");
        identity.authentications().byToken(near, "tarn-throwaway-my-test-1", Optional.empty());
    }

    @Test
    void theyAreRefusedUnlessTheServerWantsThem() {
        byToken("tarn-throwaway-my-test-1");
        try (var strict = new IdentityModule(db, access, clocks, IdentityConfig.defaults())) {
            assertEquals(
                    ErrorKind.UNAUTHENTICATED,
                    kind(() ->
                            strict.authentications().byToken(REQUEST, "tarn-throwaway-my-test-1", Optional.empty())));
        }
    }

    @Test
    void administratorsMakeListAndDropThem() {
        listen(false);
        var made = identity.workspaces().create(admin, Optional.of("nightly-run"));
        Caller theirs = byToken(made.adminToken().reveal());
        assertEquals(made.workspace().id(), theirs.workspace());
        assertTrue(theirs.workspaceAdmin());
        assertEquals(2, identity.workspaces().list(admin).size());
        assertEquals(1, identity.workspaces().list(theirs).size());
        assertEquals(
                ErrorKind.ALREADY_EXISTS, kind(() -> identity.workspaces().create(admin, Optional.of("nightly-run"))));
        identity.workspaces().drop(admin, made.workspace().id());
        assertEquals(
                ErrorKind.UNAUTHENTICATED, kind(() -> byToken(made.adminToken().reveal())));
        assertEquals(List.of("created nightly-run", "dropped nightly-run"), heard);
        assertEquals(
                Long.valueOf(0),
                db.read(tx -> tx.number(
                        "SELECT count(*) FROM identity_principal WHERE metastore = :m",
                        Map.of("m", made.workspace().metastore()))));
    }

    @Test
    void aWorkspaceBesideAnotherSharesItsPeopleAndGoesAlone() {
        Caller root = byToken("tarn-throwaway-my-test-1");
        Caller guest = byToken("tarn-throwaway-my-test-1--guest");
        assertEquals(
                ErrorKind.PERMISSION_DENIED, kind(() -> identity.workspaces().createBeside(guest, "my-test-2")));
        Workspace beside = identity.workspaces().createBeside(root, "my-test-2");
        assertEquals(root.metastore(), beside.metastore());
        Caller there = identity.authentications()
                .byToken(REQUEST, "tarn-throwaway-my-test-1--guest", Optional.of(beside.id()));
        assertEquals(guest.principal(), there.principal());
        assertEquals(beside.id(), there.workspace());
        identity.workspaces().drop(root, beside.id());
        Caller again = identity.authentications()
                .byToken(REQUEST, "tarn-throwaway-my-test-1--guest", Optional.of(beside.id()));
        assertEquals(root.workspace(), again.workspace());
    }

    @Test
    void theFirstWorkspaceCannotBeDroppedFromOneBesideIt() {
        Workspace beside = identity.workspaces().createBeside(admin, "second-one");
        Caller there = new Caller(
                admin.principal(),
                admin.groups(),
                beside.id(),
                admin.metastore(),
                true,
                admin.authentication(),
                admin.request());
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> identity.workspaces().drop(there, first.workspace().id())));
        identity.workspaces().drop(admin, beside.id());
    }

    @Test
    void othersDoNot() {
        Caller ada = callerOf(user("ada@x"));
        Caller theirs = byToken("tarn-throwaway-my-test-1");
        Caller guest = byToken("tarn-throwaway-my-test-1--guest");
        for (Caller caller : List.of(ada, theirs, guest)) {
            assertEquals(
                    ErrorKind.PERMISSION_DENIED,
                    kind(() -> identity.workspaces().create(caller, Optional.empty())));
            assertEquals(
                    ErrorKind.PERMISSION_DENIED,
                    kind(() ->
                            identity.workspaces().drop(caller, first.workspace().id())));
        }
        assertEquals(
                ErrorKind.PERMISSION_DENIED, kind(() -> identity.workspaces().drop(guest, guest.workspace())));
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> identity.workspaces().drop(admin, first.workspace().id())));
        identity.workspaces().drop(theirs, theirs.workspace());
    }

    @Test
    void aListenerThatFailsUndoesTheWorkspace() {
        listen(true);
        assertThrows(IllegalStateException.class, () -> byToken("tarn-throwaway-my-test-1"));
        assertEquals(1, identity.workspaces().list(admin).size());
    }

    @Test
    void theClockOfAThrowawayWorkspaceMovesAloneAndSurvivesARestart() {
        Caller caller = byToken("tarn-throwaway-my-test-1");
        var token = identity.tokens().create(caller, "", Optional.of(Duration.ofHours(1)));
        var before = clocks.now(caller);
        assertEquals(before.plus(Duration.ofDays(8)), identity.workspaces().advanceClock(caller, Duration.ofDays(8)));
        assertEquals(time.instant(), clocks.now(admin));
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> byToken(token.value().reveal())));
        var restarted = new dev.tarn.core.Clocks(time);
        try (var second = new IdentityModule(db, access, restarted, settings())) {
            second.start(false);
            assertEquals(clocks.now(caller), restarted.now(caller));
        }
    }

    @Test
    void clocksMoveForTheirAdministratorAndForwardOnly() {
        Caller caller = byToken("tarn-throwaway-my-test-1");
        Caller guest = byToken("tarn-throwaway-my-test-1--guest");
        Duration day = Duration.ofDays(1);
        assertEquals(
                ErrorKind.PERMISSION_DENIED, kind(() -> identity.workspaces().advanceClock(admin, day)));
        assertEquals(
                ErrorKind.PERMISSION_DENIED, kind(() -> identity.workspaces().advanceClock(guest, day)));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT, kind(() -> identity.workspaces().advanceClock(caller, day.negated())));
    }

    @Test
    void idleOnesAreDropped() {
        byToken("tarn-throwaway-idle-one");
        byToken("tarn-throwaway-busy-one");
        identity.keepHouse();
        time.move(Duration.ofMinutes(50));
        byToken("tarn-throwaway-busy-one");
        time.move(Duration.ofMinutes(15));
        identity.keepHouse();
        assertEquals(
                List.of("default", "busy-one"),
                identity.workspaces().list(admin).stream().map(Workspace::name).toList());
    }

    @Test
    void aDroppedWorkspaceCanBeMadeAgain() {
        Caller once = byToken("tarn-throwaway-my-test-1");
        identity.workspaces().drop(once, once.workspace());
        Caller again = byToken("tarn-throwaway-my-test-1");
        assertNotEquals(once.metastore(), again.metastore());
    }
}
