package dev.tarn.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.PageRequest;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.db.Tx;
import dev.tarn.testkit.TestCallers;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The privilege model, over one metastore with catalog c, schema c.s and table c.s.t, all owned by Ada. */
abstract class GuardContract {
    private enum Act implements Action {
        READ_ROWS(Rule.owns(Privilege.SELECT)),
        DROP(Rule.manages()),
        CREATE_TABLE(Rule.owns(Privilege.CREATE_TABLE)),
        LOOK(Rule.sees()),
        BIND(Rule.manages());

        private final Rule rule;

        Act(Rule rule) {
            this.rule = rule;
        }

        @Override
        public Rule rule() {
            return rule;
        }

        @Override
        public boolean fromAnyWorkspace() {
            return this == BIND;
        }
    }

    private record Thing(String securableId, SecurableType securableType) implements Securable {}

    private static final Thing METASTORE = new Thing("m", SecurableType.METASTORE);
    private static final Thing CATALOG = new Thing("c", SecurableType.CATALOG);
    private static final Thing SCHEMA = new Thing("s", SecurableType.SCHEMA);
    private static final Thing TABLE = new Thing("t", SecurableType.TABLE);
    private static final Principal ROOT = new Principal("1", "root@x", PrincipalKind.USER);
    private static final Principal ADA = new Principal("2", "ada@x", PrincipalKind.USER);
    private static final Principal BOB = new Principal("3", "bob@x", PrincipalKind.USER);
    private static final Principal TEAM = new Principal("4", "team", PrincipalKind.GROUP);

    private static final PrincipalDirectory DIRECTORY = new PrincipalDirectory() {
        private final List<Principal> all = List.of(ROOT, ADA, BOB, TEAM);

        @Override
        public Optional<Principal> find(Tx tx, String metastore, String name) {
            return all.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
        }

        @Override
        public Map<String, Principal> byIds(Tx tx, Collection<String> ids) {
            Map<String, Principal> found = new HashMap<>();
            all.stream().filter(p -> ids.contains(p.id())).forEach(p -> found.put(p.id(), p));
            return found;
        }

        @Override
        public boolean hasWorkspace(Tx tx, String metastore, WorkspaceId workspace) {
            return workspace.value() <= 2;
        }
    };

    private Database db;
    private AccessModule access;

    abstract DatabaseConfig config();

    @BeforeEach
    void open() {
        db = Database.open(config(), List.of("access"));
        db.change(tx -> {
            tx.update("DELETE FROM access_grant", Map.of());
            tx.update("DELETE FROM access_securable", Map.of());
            tx.update("DELETE FROM access_audit", Map.of());
        });
        access = new AccessModule(db, DIRECTORY, Clocks.system());
        db.change(tx -> {
            access.guard().register(tx, caller(ROOT), METASTORE, "metastore", Optional.empty());
            access.guard().register(tx, caller(ADA), CATALOG, "c", Optional.of("m"));
            access.guard().register(tx, caller(ADA), SCHEMA, "c.s", Optional.of("c"));
            access.guard().register(tx, caller(ADA), TABLE, "c.s.t", Optional.of("s"));
        });
    }

    @AfterEach
    void close() {
        access.close();
        db.close();
    }

    private static Caller caller(Principal principal, Principal... groups) {
        TestCallers callers = TestCallers.of("m");
        return principal.equals(ROOT) ? callers.admin(principal, groups) : callers.user(principal, groups);
    }

    private static Caller elsewhere(Principal principal) {
        return new TestCallers(new WorkspaceId(2), "m").user(principal);
    }

    private void bind(Thing on, boolean isolated, Bindings.Binding... bindings) {
        db.change(tx -> {
            var entity = access.guard().require(tx, caller(ADA), Act.DROP, Optional.of(on), this::missing);
            access.bindings().isolate(tx, caller(ADA), entity, isolated);
            access.bindings().change(tx, caller(ADA), entity, List.of(bindings), List.of());
        });
    }

    @Test
    void anIsolatedCatalogExistsOnlyWhereItIsBound() {
        bind(CATALOG, true);
        assertTrue(may(caller(ADA), Act.READ_ROWS, TABLE));
        for (Principal principal : List.of(ADA, ROOT)) {
            assertEquals(ErrorKind.NOT_FOUND, refusal(elsewhere(principal), Act.LOOK, CATALOG));
            assertEquals(ErrorKind.NOT_FOUND, refusal(elsewhere(principal), Act.DROP, TABLE));
        }
        assertEquals(1, visibleCatalogs(caller(ADA)));
        assertEquals(0, visibleCatalogs(elsewhere(ADA)));
        bind(CATALOG, false);
        assertTrue(may(elsewhere(ADA), Act.READ_ROWS, TABLE));
        assertEquals(1, visibleCatalogs(elsewhere(ADA)));
    }

    @Test
    void aReadOnlyBindingRefusesWrites() {
        bind(CATALOG, true, new Bindings.Binding(new WorkspaceId(2), true));
        assertTrue(may(elsewhere(ADA), Act.READ_ROWS, TABLE));
        assertTrue(may(elsewhere(ADA), Act.LOOK, TABLE));
        assertEquals(ErrorKind.PERMISSION_DENIED, refusal(elsewhere(ADA), Act.DROP, TABLE));
        assertEquals(ErrorKind.PERMISSION_DENIED, refusal(elsewhere(ADA), Act.CREATE_TABLE, SCHEMA));
        assertTrue(may(caller(ADA), Act.DROP, TABLE));
    }

    @Test
    void bindingsAreDecidedOverFromAnyWorkspaceAndNameWorkspacesOfTheMetastore() {
        bind(CATALOG, true);
        assertTrue(may(elsewhere(ADA), Act.BIND, CATALOG));
        assertEquals(ErrorKind.NOT_FOUND, refusal(elsewhere(BOB), Act.BIND, CATALOG));
        var unknown = new Bindings.Binding(new WorkspaceId(3), false);
        assertThrows(AppException.class, () -> bind(CATALOG, true, unknown));
        assertThrows(AppException.class, () -> bind(TABLE, true));
    }

    private long visibleCatalogs(Caller who) {
        return db.read(tx -> {
            Visibility visibility = access.guard().visible(tx, who, "m", SecurableType.CATALOG);
            return tx.number(
                    "SELECT count(*) FROM access_securable o WHERE o.type = 'CATALOG' AND "
                            + visibility.condition("o.id"),
                    visibility.bind(Map.of()));
        });
    }

    private void grant(Thing on, String to, Privilege... privileges) {
        db.change(tx -> {
            var entity = access.guard()
                    .require(tx, Caller.system(new WorkspaceId(1), "m"), Act.DROP, Optional.of(on), this::missing);
            access.grants()
                    .change(tx, caller(ADA), entity, List.of(new Grants.Change(to, Set.of(privileges), Set.of())));
        });
    }

    private AppException missing() {
        return AppException.notFound("There is no such thing.");
    }

    private boolean may(Caller who, Action action, Thing thing) {
        return db.read(tx -> access.guard().allows(tx, who, action, thing));
    }

    private ErrorKind refusal(Caller who, Action action, Thing thing) {
        return assertThrows(
                        AppException.class,
                        () -> db.read(tx -> access.guard().require(tx, who, action, Optional.of(thing), this::missing)))
                .kind();
    }

    @Test
    void nothingIsAllowedWithoutAGrant() {
        for (Act act : Act.values()) {
            assertEquals(ErrorKind.NOT_FOUND, refusal(caller(BOB), act, TABLE), act.name());
        }
    }

    @Test
    void whatDoesNotExistLooksLikeWhatMayNotBeSeen() {
        var hidden = assertThrows(
                AppException.class,
                () -> db.read(
                        tx -> access.guard().require(tx, caller(BOB), Act.LOOK, Optional.of(TABLE), this::missing)));
        var absent = assertThrows(
                AppException.class,
                () -> db.read(tx ->
                        access.guard().require(tx, caller(BOB), Act.LOOK, Optional.<Thing>empty(), this::missing)));
        assertEquals(absent.message(), hidden.message());
        assertEquals(absent.code(), hidden.code());
    }

    @Test
    void readingRowsNeedsSelectAndBothGates() {
        grant(TABLE, "bob@x", Privilege.SELECT);
        assertFalse(may(caller(BOB), Act.READ_ROWS, TABLE));
        grant(CATALOG, "bob@x", Privilege.USE_CATALOG);
        assertFalse(may(caller(BOB), Act.READ_ROWS, TABLE));
        grant(SCHEMA, "bob@x", Privilege.USE_SCHEMA);
        assertTrue(may(caller(BOB), Act.READ_ROWS, TABLE));
        assertFalse(may(caller(BOB), Act.DROP, TABLE));
        assertEquals(ErrorKind.PERMISSION_DENIED, refusal(caller(BOB), Act.DROP, TABLE));
    }

    @Test
    void grantsReachEverythingBelowAndEveryMemberOfAGroup() {
        grant(CATALOG, "team", Privilege.USE_CATALOG, Privilege.USE_SCHEMA, Privilege.SELECT);
        assertTrue(may(caller(BOB, TEAM), Act.READ_ROWS, TABLE));
        assertFalse(may(caller(BOB), Act.READ_ROWS, TABLE));
    }

    @Test
    void ownersAboveManageButDoNotReadByThat() {
        db.change(tx -> {
            var table = access.guard().require(tx, caller(ADA), Act.DROP, Optional.of(TABLE), this::missing);
            access.grants().transfer(tx, caller(ADA), table, "bob@x");
        });
        assertTrue(may(caller(ADA), Act.DROP, TABLE));
        assertFalse(may(caller(ADA), Act.READ_ROWS, TABLE));
    }

    @Test
    void anOwnerStillNeedsTheGates() {
        db.change(tx -> {
            var table = access.guard().require(tx, caller(ADA), Act.DROP, Optional.of(TABLE), this::missing);
            access.grants().transfer(tx, caller(ADA), table, "bob@x");
        });
        assertFalse(may(caller(BOB), Act.READ_ROWS, TABLE));
        assertTrue(may(caller(BOB), Act.LOOK, TABLE));
        assertEquals(ErrorKind.PERMISSION_DENIED, refusal(caller(BOB), Act.READ_ROWS, TABLE));
    }

    @Test
    void browseShowsWithoutGatesAndAllowsNothingElse() {
        grant(CATALOG, "bob@x", Privilege.BROWSE);
        assertTrue(may(caller(BOB), Act.LOOK, TABLE));
        assertEquals(ErrorKind.PERMISSION_DENIED, refusal(caller(BOB), Act.READ_ROWS, TABLE));
    }

    @Test
    void manageDropsAndGrantsButDoesNotRead() {
        grant(CATALOG, "bob@x", Privilege.USE_CATALOG, Privilege.USE_SCHEMA, Privilege.MANAGE);
        assertTrue(may(caller(BOB), Act.DROP, TABLE));
        assertFalse(may(caller(BOB), Act.READ_ROWS, TABLE));
    }

    @Test
    void allPrivilegesContainsNeitherManageNorTheExternalUses() {
        grant(CATALOG, "bob@x", Privilege.ALL_PRIVILEGES);
        assertTrue(may(caller(BOB), Act.READ_ROWS, TABLE));
        assertTrue(may(caller(BOB), Act.CREATE_TABLE, SCHEMA));
        assertFalse(may(caller(BOB), Act.DROP, TABLE));
        for (SecurableType type : SecurableType.values()) {
            assertFalse(Privilege.expansion(type).contains(Privilege.MANAGE), type.name());
            assertFalse(Privilege.expansion(type).contains(Privilege.EXTERNAL_USE_SCHEMA), type.name());
            assertFalse(Privilege.expansion(type).contains(Privilege.EXTERNAL_USE_LOCATION), type.name());
        }
    }

    @Test
    void theMetastoreAdministratorManagesEverything() {
        assertTrue(may(caller(ROOT), Act.DROP, TABLE));
        assertTrue(may(caller(ROOT), Act.LOOK, SCHEMA));
        assertFalse(may(caller(ROOT), Act.READ_ROWS, TABLE));
    }

    @Test
    void listsShowWhatIsOwnedOrGranted() {
        assertEquals(0, visibleTables(caller(BOB)));
        grant(CATALOG, "bob@x", Privilege.USE_CATALOG);
        grant(SCHEMA, "bob@x", Privilege.USE_SCHEMA);
        assertEquals(0, visibleTables(caller(BOB)));
        grant(TABLE, "bob@x", Privilege.SELECT);
        assertEquals(1, visibleTables(caller(BOB)));
        assertEquals(1, visibleTables(caller(ADA)));
        assertEquals(1, visibleTables(caller(ROOT)));
    }

    private long visibleTables(Caller who) {
        return db.read(tx -> {
            Visibility visibility = access.guard().visible(tx, who, "s", SecurableType.TABLE);
            return tx.number(
                    "SELECT count(*) FROM access_securable t WHERE t.parent_id = :schema AND "
                            + visibility.condition("t.id"),
                    visibility.bind(Map.of("schema", "s")));
        });
    }

    @Test
    void revokingTakesEffectAtOnce() {
        grant(CATALOG, "bob@x", Privilege.USE_CATALOG, Privilege.USE_SCHEMA, Privilege.SELECT);
        db.change(tx -> {
            var catalog = access.guard().require(tx, caller(ADA), Act.DROP, Optional.of(CATALOG), this::missing);
            access.grants()
                    .change(
                            tx,
                            caller(ADA),
                            catalog,
                            List.of(new Grants.Change("bob@x", Set.of(), Set.of(Privilege.SELECT))));
        });
        assertFalse(may(caller(BOB), Act.READ_ROWS, TABLE));
    }

    @Test
    void aWrongChangeChangesNothing() {
        assertThrows(AppException.class, () -> grant(CATALOG, "nobody@x", Privilege.SELECT));
        assertThrows(AppException.class, () -> grant(TABLE, "bob@x", Privilege.SELECT, Privilege.CREATE_CATALOG));
        assertFalse(may(caller(BOB), Act.LOOK, TABLE));
        assertEquals(
                0,
                db.read(tx -> tx.number("SELECT count(*) FROM access_grant", Map.of()))
                        .intValue());
    }

    @Test
    void effectiveGrantsSayWhereTheyComeFrom() {
        grant(CATALOG, "team", Privilege.SELECT);
        grant(TABLE, "bob@x", Privilege.MODIFY);
        var effective = db.read(tx -> access.grants()
                .effective(
                        tx,
                        caller(ADA),
                        access.guard().require(tx, caller(ADA), Act.LOOK, Optional.of(TABLE), this::missing),
                        Optional.empty()));
        assertEquals(2, effective.size());
        assertEquals(Optional.empty(), effective.get(0).inheritedFrom());
        assertEquals(Privilege.MODIFY, effective.get(0).privilege());
        assertEquals(Optional.of("c"), effective.get(1).inheritedFrom());
        assertEquals(TEAM, effective.get(1).principal());
    }

    @Test
    void refusalsAndChangesAreAuditedWithTheirTrueReason() {
        assertEquals(ErrorKind.NOT_FOUND, refusal(caller(BOB), Act.READ_ROWS, TABLE));
        var newest =
                access.audit().list(caller(ROOT), PageRequest.first(10)).items().get(0);
        assertEquals("readRows", newest.action());
        assertEquals("bob@x", newest.principalName());
        assertEquals("c.s.t", newest.target());
        assertFalse(newest.allowed());
        assertTrue(newest.reason().contains("USE CATALOG"), newest.reason());
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                assertThrows(AppException.class, () -> access.audit().list(caller(BOB), PageRequest.first(1)))
                        .kind());
    }
}
