package dev.tarn.access;

import static dev.tarn.access.PermissionLevel.CAN_MANAGE;
import static dev.tarn.access.PermissionLevel.CAN_MONITOR;
import static dev.tarn.access.PermissionLevel.CAN_USE;
import static dev.tarn.access.PermissionLevel.CAN_VIEW;
import static dev.tarn.access.PermissionLevel.IS_OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.ObjectPermissions.Change;
import dev.tarn.access.ObjectPermissions.Held;
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

/** Access control lists of workspace objects: a warehouse of Ada's, and a folder of hers with a note of Bob's in it. */
abstract class ObjectAclsContract {
    private static final ObjectType WAREHOUSE = new ObjectType(
            "sql/warehouses",
            "warehouses",
            Set.of("warehouses"),
            List.of(level(CAN_VIEW), level(CAN_USE), level(CAN_MONITOR), level(CAN_MANAGE), level(IS_OWNER)));
    private static final ObjectType FOLDER =
            new ObjectType("directories", "directory", Set.of(), List.of(level(CAN_VIEW), level(CAN_MANAGE)));

    private record Thing(ObjectType objectType, String objectId) implements ControlledObject {}

    private static final Thing HOUSE = new Thing(WAREHOUSE, "w1");
    private static final Thing OUTER = new Thing(FOLDER, "1");
    private static final Thing INNER = new Thing(FOLDER, "2");
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
    };

    private Database db;
    private AccessModule access;

    abstract DatabaseConfig config();

    @BeforeEach
    void open() {
        db = Database.open(config(), List.of("access"));
        access = new AccessModule(db, DIRECTORY, Clocks.system());
        access.objects().serve(WAREHOUSE);
        access.objects().serve(FOLDER);
        db.change(tx -> {
            access.objects().workspaceDropped(tx, new WorkspaceId(1));
            tx.update("DELETE FROM access_audit", Map.of());
            access.objects().register(tx, caller(ADA), HOUSE, "Starter");
            access.objects().register(tx, caller(ADA), OUTER, "/outer");
            access.objects().register(tx, caller(BOB), INNER, "/outer/inner", Optional.of(OUTER));
        });
    }

    @AfterEach
    void close() {
        access.close();
        db.close();
    }

    private static ObjectType.Level level(PermissionLevel level) {
        return new ObjectType.Level(level, level.name());
    }

    private static Caller caller(Principal principal, Principal... groups) {
        TestCallers callers = TestCallers.of("m");
        return principal.equals(ROOT) ? callers.admin(principal, groups) : callers.user(principal, groups);
    }

    private static Change user(String name, PermissionLevel level) {
        return new Change(PrincipalKind.USER, name, level);
    }

    private boolean may(Caller who, PermissionLevel level, Thing thing) {
        try {
            db.read(tx -> access.objects().require(tx, who, level, Optional.of(thing), this::missing));
            return true;
        } catch (AppException e) {
            return false;
        }
    }

    private ErrorKind refusal(Runnable call) {
        return assertThrows(AppException.class, call::run).kind();
    }

    private ErrorKind refusal(Caller who, PermissionLevel level, Thing thing) {
        return refusal(
                () -> db.read(tx -> access.objects().require(tx, who, level, Optional.of(thing), this::missing)));
    }

    private AppException missing() {
        return AppException.notFound("There is no such thing.");
    }

    private AccessList update(Caller who, Change... changes) {
        return access.objectPermissions().update(who, "warehouses", "w1", List.of(changes));
    }

    private AccessList set(Caller who, Change... changes) {
        return access.objectPermissions().set(who, "sql/warehouses", "w1", List.of(changes));
    }

    private static Map<String, PermissionLevel> own(AccessList list) {
        Map<String, PermissionLevel> own = new HashMap<>();
        list.lines()
                .forEach(line -> line.levels().stream()
                        .filter(held -> held.inheritedFrom().isEmpty())
                        .forEach(held -> own.put(line.principal().name(), held.level())));
        return own;
    }

    private long visible(Caller who) {
        return db.read(tx -> {
            ObjectVisibility visible = access.objects().visible(who, FOLDER);
            return tx.number(
                    "SELECT count(*) FROM (SELECT '1' AS id UNION SELECT '2' AS id) f WHERE "
                            + visible.condition("f.id"),
                    visible.bind(Map.of()));
        });
    }

    @Test
    void theCreatorOwnsAndTheAdministratorManages() {
        assertTrue(may(caller(ADA), IS_OWNER, HOUSE));
        assertTrue(may(caller(ROOT), CAN_MANAGE, HOUSE));
        AccessList list = access.objectPermissions().get(caller(ADA), "sql/warehouses", "w1");
        assertEquals("/sql/warehouses/w1", list.objectId());
        assertEquals(Map.of("ada@x", IS_OWNER), own(list));
        var admins = list.lines().get(list.lines().size() - 1);
        assertEquals("admins", admins.principal().name());
        assertEquals(List.of(new Held(CAN_MANAGE, Optional.of("/sql/warehouses/"))), admins.levels());
    }

    @Test
    void whoHasNoLevelDoesNotLearnThatTheObjectExists() {
        assertEquals(ErrorKind.NOT_FOUND, refusal(caller(BOB), CAN_VIEW, HOUSE));
        assertEquals(
                ErrorKind.NOT_FOUND,
                refusal(() -> access.objectPermissions().get(caller(BOB), "sql/warehouses", "w1")));
        assertEquals(ErrorKind.NOT_FOUND, refusal(() -> set(caller(BOB), user("bob@x", CAN_MANAGE))));
    }

    @Test
    void aLevelIncludesTheLowerOnes() {
        update(caller(ADA), user("bob@x", CAN_USE));
        assertTrue(may(caller(BOB), CAN_VIEW, HOUSE));
        assertTrue(may(caller(BOB), CAN_USE, HOUSE));
        assertEquals(ErrorKind.PERMISSION_DENIED, refusal(caller(BOB), CAN_MONITOR, HOUSE));
        assertEquals(ErrorKind.PERMISSION_DENIED, refusal(() -> update(caller(BOB), user("bob@x", CAN_MANAGE))));
    }

    @Test
    void groupsPassTheirLevelsOn() {
        update(caller(ADA), new Change(PrincipalKind.GROUP, "team", CAN_USE));
        assertTrue(may(caller(BOB, TEAM), CAN_USE, HOUSE));
        assertEquals(ErrorKind.NOT_FOUND, refusal(caller(BOB), CAN_USE, HOUSE));
    }

    @Test
    void replacingTheListKeepsTheOwner() {
        update(caller(ADA), user("bob@x", CAN_USE));
        assertEquals(Map.of("ada@x", IS_OWNER), own(set(caller(ADA))));
        assertEquals(ErrorKind.NOT_FOUND, refusal(caller(BOB), CAN_VIEW, HOUSE));
    }

    @Test
    void aNewOwnerReplacesTheFormerOne() {
        AccessList list = update(caller(ADA), user("bob@x", IS_OWNER));
        assertEquals(Map.of("ada@x", CAN_MANAGE, "bob@x", IS_OWNER), own(list));
        assertEquals(ErrorKind.PERMISSION_DENIED, refusal(() -> update(caller(ADA), user("ada@x", IS_OWNER))));
        assertEquals(
                Map.of("root@x", IS_OWNER),
                own(set(caller(ROOT), user("root@x", CAN_MANAGE), user("root@x", IS_OWNER))));
    }

    @Test
    void wrongChangesChangeNothing() {
        assertEquals(
                ErrorKind.INVALID_ARGUMENT, refusal(() -> set(caller(ADA), user("bob@x", PermissionLevel.CAN_RUN))));
        assertEquals(ErrorKind.NOT_FOUND, refusal(() -> set(caller(ADA), user("nobody@x", CAN_USE))));
        assertEquals(ErrorKind.NOT_FOUND, refusal(() -> set(caller(ADA), user("team", CAN_USE))));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                refusal(() -> set(caller(ADA), new Change(PrincipalKind.GROUP, "admins", CAN_USE))));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                refusal(() -> set(caller(ADA), new Change(PrincipalKind.GROUP, "team", IS_OWNER))));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                refusal(() -> set(caller(ADA), user("ada@x", IS_OWNER), user("bob@x", IS_OWNER))));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                refusal(() -> access.objectPermissions().get(caller(ADA), "spaceships", "1")));
        assertEquals(Map.of("ada@x", IS_OWNER), own(access.objectPermissions().get(caller(ADA), "warehouses", "w1")));
    }

    @Test
    void whatLiesInAFolderInheritsFromIt() {
        assertTrue(may(caller(ADA), CAN_MANAGE, INNER));
        assertEquals(1, visible(caller(BOB)));
        assertEquals(2, visible(caller(ADA)));
        access.objectPermissions()
                .update(caller(ADA), "directories", "1", List.of(new Change(PrincipalKind.GROUP, "team", CAN_VIEW)));
        assertTrue(may(caller(BOB, TEAM), CAN_VIEW, OUTER));
        assertEquals(2, visible(caller(BOB, TEAM)));
        AccessList list = access.objectPermissions().get(caller(ADA), "directories", "2");
        var team = list.lines().stream()
                .filter(line -> line.principal().equals(TEAM))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(new Held(CAN_VIEW, Optional.of("/directories/1"))), team.levels());
    }

    @Test
    void anObjectThatIsGoneLeavesNothingBehind() {
        db.change(tx -> {
            var house = access.objects().require(tx, caller(ADA), CAN_MANAGE, Optional.of(HOUSE), this::missing);
            access.objects().unregister(tx, caller(ADA), house);
            access.objects().register(tx, caller(BOB), HOUSE, "Again");
        });
        assertEquals(Map.of("bob@x", IS_OWNER), own(access.objectPermissions().get(caller(BOB), "warehouses", "w1")));
    }

    @Test
    void refusalsAndChangesAreAudited() {
        refusal(caller(BOB), CAN_USE, HOUSE);
        update(caller(ADA), user("bob@x", CAN_USE));
        var events = access.audit().list(caller(ROOT), PageRequest.first(10)).items();
        assertTrue(events.stream().anyMatch(e -> e.principalId().equals(BOB.id()) && !e.allowed()));
        assertTrue(events.stream()
                .anyMatch(e ->
                        e.action().equals("updatePermissions") && e.parameters().equals(Map.of("bob@x", "CAN_USE"))));
    }
}
