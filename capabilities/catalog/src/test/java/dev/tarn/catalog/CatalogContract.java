package dev.tarn.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.access.Grants;
import dev.tarn.access.Privilege;
import dev.tarn.access.SecurableType;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.engine.catalog.NewTable;
import dev.tarn.engine.catalog.NewView;
import dev.tarn.engine.catalog.PathAccess;
import dev.tarn.engine.catalog.Placement;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the room does, through its doors, whatever the store. */
abstract class CatalogContract {
    private CatalogRoom room;
    private CatalogModule catalog;

    abstract DatabaseConfig store();

    @BeforeEach
    void open() {
        room = new CatalogRoom(store());
        catalog = room.catalog;
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static void assertRefused(String code, Executable use) {
        assertEquals(code, assertThrows(AppException.class, use).code());
    }

    private static void assertOverlap(Executable use) {
        assertTrue(assertThrows(AppException.class, use).message().startsWith("LOCATION_OVERLAP"));
    }

    private static Catalogs.Draft newCatalog(String name) {
        return new Catalogs.Draft(name, Optional.empty(), Map.of(), Optional.empty());
    }

    private static Catalogs.Change rename(String name) {
        return new Catalogs.Change(
                Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static final Schemas.Draft EMPTY = new Schemas.Draft(Optional.empty(), Map.of(), Optional.empty());

    private static ObjectName name(String text) {
        return ObjectName.parse("table", text);
    }

    private static SchemaName schema(String text) {
        return SchemaName.parse(text);
    }

    // ---- metastore, catalogs and schemas

    @Test
    void aNewMetastoreHasTheCatalogsMainAndSystem() {
        assertEquals(
                List.of("main", "system"),
                catalog.catalogs().list(room.admin, PageRequest.first(10)).items().stream()
                        .map(owned -> owned.value().name())
                        .toList());
        assertEquals("admins", catalog.metastores().current(room.ada).owner());
        assertEquals(List.of("default", "information_schema"), room.engine.schemas(room.admin, "main"));
    }

    @Test
    void whoHasNoGrantSeesNoCatalog() {
        assertTrue(
                catalog.catalogs().list(room.ada, PageRequest.first(10)).items().isEmpty());
        assertRefused("CATALOG_DOES_NOT_EXIST", () -> catalog.catalogs().get(room.ada, "main"));
        assertRefused("CATALOG_DOES_NOT_EXIST", () -> catalog.catalogs().get(room.ada, "nosuch"));
    }

    @Test
    void aCatalogIsKeptInLowerCaseAndBelongsToItsMaker() {
        room.grant(SecurableType.METASTORE, "", room.ada, Privilege.CREATE_CATALOG);
        Owned<Catalog> made = catalog.catalogs().create(room.ada, newCatalog("Sales"));
        assertEquals("sales", made.value().name());
        assertEquals("ada@x.example", made.owner());
        assertEquals(
                made.value().id(),
                catalog.catalogs().get(room.ada, "SALES").value().id());
        assertRefused("CATALOG_ALREADY_EXISTS", () -> catalog.catalogs().create(room.ada, newCatalog("sALES")));
        assertTrue(catalog.schemas()
                .get(room.ada, schema("sales.default"))
                .value()
                .comment()
                .isEmpty());
    }

    @Test
    void whoMayNotCreateACatalogIsRefused() {
        assertThrows(AppException.class, () -> catalog.catalogs().create(room.ada, newCatalog("sales")));
        assertRefused("CATALOG_DOES_NOT_EXIST", () -> catalog.catalogs().get(room.admin, "sales"));
    }

    @Test
    void namesOfTheWrongFormAreRefused() {
        for (String bad : List.of("", "a.b", "a/b", "a b", "a\u0000b", "a\tb", "x".repeat(256), "..", "a\u007f")) {
            assertRefused("INVALID_PARAMETER_VALUE", () -> catalog.catalogs().create(room.admin, newCatalog(bad)));
        }
        String odd = "größe-'\"--;`$";
        catalog.catalogs().create(room.admin, newCatalog(odd));
        assertEquals(odd, catalog.catalogs().get(room.admin, odd).value().name());
        assertEquals(
                "x".repeat(255),
                catalog.catalogs()
                        .create(room.admin, newCatalog("x".repeat(255)))
                        .value()
                        .name());
    }

    @Test
    void aCommentThatNoStoreCanKeepIsRefused() {
        assertRefused(
                "INVALID_PARAMETER_VALUE",
                () -> catalog.catalogs()
                        .create(
                                room.admin,
                                new Catalogs.Draft("c", Optional.of("a\u0000b"), Map.of(), Optional.empty())));
    }

    @Test
    void aCatalogThatIsNotEmptyIsDeletedByForceOnly() {
        catalog.catalogs().create(room.admin, newCatalog("sales"));
        room.table(room.admin, "sales.default.orders");
        assertRefused("INVALID_STATE", () -> catalog.catalogs().delete(room.admin, "sales", false));
        catalog.catalogs().delete(room.admin, "sales", true);
        assertRefused("CATALOG_DOES_NOT_EXIST", () -> catalog.catalogs().get(room.admin, "sales"));
        catalog.catalogs().create(room.admin, newCatalog("sales"));
        assertTrue(catalog.tables()
                .list(room.admin, schema("sales.default"), PageRequest.first(10))
                .items()
                .isEmpty());
    }

    @Test
    void theSystemCatalogCannotBeChanged() {
        assertRefused("PERMISSION_DENIED", () -> catalog.catalogs().delete(room.admin, "system", true));
        assertRefused("PERMISSION_DENIED", () -> catalog.schemas().create(room.admin, schema("system.mine"), EMPTY));
        assertRefused("PERMISSION_DENIED", () -> catalog.catalogs().update(room.admin, "system", rename("other")));
        assertRefused(
                "PERMISSION_DENIED",
                () -> catalog.schemas().create(room.admin, schema("main.information_schema"), EMPTY));
    }

    @Test
    void aRenamedCatalogTakesItsContentAndGrantsAlong() {
        catalog.catalogs().create(room.admin, newCatalog("sales"));
        room.table(room.admin, "sales.default.orders");
        room.enter(room.bob, "sales.default", Privilege.SELECT);
        catalog.catalogs().update(room.admin, "sales", rename("retail"));
        assertEquals(
                "retail.default.orders",
                catalog.tables()
                        .get(room.bob, name("retail.default.orders"))
                        .value()
                        .name()
                        .toString());
        assertEquals(
                List.of("retail.default"),
                catalog
                        .grants()
                        .effective(room.admin, SecurableType.TABLE, "retail.default.orders", Optional.empty())
                        .stream()
                        .filter(grant -> grant.privilege() == Privilege.SELECT)
                        .map(grant -> grant.inheritedFrom().orElse(""))
                        .toList());
    }

    @Test
    void anOwnerHandsACatalogOver() {
        catalog.catalogs().create(room.admin, newCatalog("sales"));
        catalog.catalogs()
                .update(
                        room.admin,
                        "sales",
                        new Catalogs.Change(
                                Optional.empty(),
                                Optional.of("ours"),
                                Optional.of(Map.of("a", "b")),
                                Optional.empty(),
                                Optional.of("ada@x.example")));
        Owned<Catalog> after = catalog.catalogs().get(room.ada, "sales");
        assertEquals("ada@x.example", after.owner());
        assertEquals(Optional.of("ours"), after.value().comment());
        assertEquals(Map.of("a", "b"), after.value().properties());
        catalog.schemas().create(room.ada, schema("sales.north"), EMPTY);
        assertRefused("CATALOG_DOES_NOT_EXIST", () -> catalog.catalogs().get(room.bob, "sales"));
    }

    // ---- tables

    @Test
    void aManagedTableLiesBelowTheNearestRoot() {
        assertTrue(room.table(room.admin, "main.default.t")
                .value()
                .location()
                .orElse("")
                .startsWith("file:/lake/"));
        catalog.catalogs()
                .create(
                        room.admin,
                        new Catalogs.Draft("own", Optional.empty(), Map.of(), Optional.of("file:/ext/own")));
        assertTrue(room.table(room.admin, "own.default.t")
                .value()
                .location()
                .orElse("")
                .startsWith("file:/ext/own/"));
        catalog.schemas()
                .create(
                        room.admin,
                        schema("own.near"),
                        new Schemas.Draft(Optional.empty(), Map.of(), Optional.of("file:/ext/near")));
        assertTrue(room.table(room.admin, "own.near.t")
                .value()
                .location()
                .orElse("")
                .startsWith("file:/ext/near/"));
    }

    @Test
    void aPageHoldsOnlyWhatTheCallerMaySee() {
        for (int i = 0; i < 25; i++) {
            room.table(room.admin, "main.default.t%02d".formatted(i));
        }
        room.enter(room.bob, "main.default");
        for (int i = 0; i < 25; i += 2) {
            room.grant(SecurableType.TABLE, "main.default.t%02d".formatted(i), room.bob, Privilege.SELECT);
        }
        List<String> seen = new ArrayList<>();
        Page<Owned<Table>> page = catalog.tables().list(room.bob, schema("main.default"), PageRequest.first(5));
        while (true) {
            assertTrue(page.items().size() <= 5);
            page.items().forEach(table -> seen.add(table.value().name().name()));
            if (page.next().isEmpty()) {
                break;
            }
            page = catalog.tables().list(room.bob, schema("main.default"), new PageRequest(5, page.next()));
        }
        assertEquals(13, seen.size());
        assertEquals(List.of("t00", "t02"), seen.subList(0, 2));
    }

    @Test
    void aTableOutOfSightLooksLikeNone() {
        room.table(room.admin, "main.default.secret");
        room.enter(room.bob, "main.default");
        assertRefused("TABLE_DOES_NOT_EXIST", () -> catalog.tables().get(room.bob, name("main.default.secret")));
        room.grant(SecurableType.TABLE, "main.default.secret", room.bob, Privilege.MODIFY);
        catalog.tables().get(room.bob, name("main.default.secret"));
        assertRefused(
                "PERMISSION_DENIED",
                () -> catalog.tables().find(room.bob, name("main.default.secret"), CatalogAction.SELECT_TABLE));
    }

    @Test
    void twoTablesCannotHaveOneName() {
        room.table(room.admin, "main.default.t");
        assertRefused("TABLE_ALREADY_EXISTS", () -> room.table(room.admin, "main.default.T"));
    }

    @Test
    void twoTablesCannotShareAPlace() {
        room.table(room.admin, "main.default.a", "file:/ext/a");
        assertOverlap(() -> room.table(room.admin, "main.default.b", "file:/ext/a"));
        assertOverlap(() -> room.table(room.admin, "main.default.b", "file:/ext/a/inner"));
        assertOverlap(() -> catalog.volumes()
                .create(room.admin, name("main.default.v"), Optional.of("file:/ext/a/inner"), Optional.empty()));
        room.table(room.admin, "main.default.b", "file:/ext/ab");
    }

    @Test
    void aDroppedTableComesBackWithItsGrants() {
        Table table = room.table(room.admin, "main.default.t").value();
        room.enter(room.bob, "main.default");
        room.grant(SecurableType.TABLE, "main.default.t", room.bob, Privilege.SELECT);
        catalog.tables().drop(room.admin, table.name());
        assertRefused("TABLE_DOES_NOT_EXIST", () -> catalog.tables().get(room.admin, table.name()));
        assertEquals(
                1, catalog.tables().dropped(room.admin, schema("main.default")).size());
        assertTrue(catalog.tables().dropped(room.bob, schema("main.default")).isEmpty());
        catalog.tables().undrop(room.admin, table.name());
        assertEquals(
                table.id(), catalog.tables().get(room.bob, table.name()).value().id());
    }

    @Test
    void aDroppedTableIsFoundByItsIdThoughItsNameIsTaken() {
        Table old = room.table(room.admin, "main.default.t").value();
        catalog.tables().drop(room.admin, old.name());
        room.table(room.admin, "main.default.t");
        assertRefused("TABLE_ALREADY_EXISTS", () -> catalog.tables().undropById(room.admin, old.id()));
        catalog.tables().drop(room.admin, old.name());
        catalog.tables().undropById(room.admin, old.id());
        assertEquals(
                old.id(), catalog.tables().get(room.admin, old.name()).value().id());
    }

    @Test
    void afterSevenDaysADroppedTableIsGoneForGood() {
        Table table = room.table(room.admin, "main.default.t").value();
        Table external = room.table(room.admin, "main.default.e", "file:/ext/e").value();
        catalog.tables().drop(room.admin, table.name());
        catalog.tables().drop(room.admin, external.name());
        List<String> deleted = new ArrayList<>();
        room.clocks.advance(room.workspace, Duration.ofDays(6));
        assertEquals(0, catalog.tables().purgeExpired(room.admin, deleted::add));
        room.clocks.advance(room.workspace, Duration.ofDays(2));
        assertRefused("TABLE_DOES_NOT_EXIST", () -> catalog.tables().undrop(room.admin, table.name()));
        assertEquals(2, catalog.tables().purgeExpired(room.admin, deleted::add));
        assertEquals(List.of(table.location().orElse("")), deleted);
        assertEquals(0, catalog.tables().purgeExpired(room.admin, deleted::add));
    }

    // ---- volumes and functions

    @Test
    void aVolumeIsMadeListedChangedAndDeleted() {
        ObjectName landing = name("main.default.landing");
        Volume made = catalog.volumes()
                .create(room.admin, landing, Optional.empty(), Optional.of("files"))
                .value();
        assertTrue(made.managed() && made.location().startsWith("file:/lake/"));
        assertRefused(
                "VOLUME_ALREADY_EXISTS",
                () -> catalog.volumes().create(room.admin, landing, Optional.empty(), Optional.empty()));
        room.enter(room.bob, "main.default");
        assertRefused("VOLUME_DOES_NOT_EXIST", () -> catalog.volumes().get(room.bob, landing));
        room.grant(SecurableType.VOLUME, "main.default.landing", room.bob, Privilege.READ_VOLUME);
        assertEquals(made.location(), catalog.volumes().location(room.bob, landing, false));
        assertRefused("PERMISSION_DENIED", () -> catalog.volumes().location(room.bob, landing, true));
        catalog.volumes().update(room.admin, landing, Optional.of("inbox"), Optional.of(""), Optional.empty());
        assertEquals(
                Optional.empty(),
                catalog.volumes()
                        .get(room.bob, name("main.default.inbox"))
                        .value()
                        .comment());
        catalog.volumes().delete(room.admin, name("main.default.inbox"));
        assertTrue(catalog.volumes()
                .list(room.admin, schema("main.default"), PageRequest.first(5))
                .items()
                .isEmpty());
    }

    // ---- grants

    @Test
    void grantsComeAndGoAndAreShownToThoseTheyConcern() {
        room.table(room.admin, "main.default.t");
        room.enter(room.bob, "main.default", Privilege.SELECT);
        room.grant(SecurableType.TABLE, "main.default.t", room.ada, Privilege.SELECT);
        assertEquals(
                Set.of("bob@x.example"),
                Set.copyOf(
                        catalog
                                .grants()
                                .effective(room.bob, SecurableType.TABLE, "main.default.t", Optional.empty())
                                .stream()
                                .map(grant -> grant.principal().name())
                                .toList()));
        catalog.grants()
                .change(
                        room.admin,
                        SecurableType.SCHEMA,
                        "main.default",
                        List.of(new Grants.Change("bob@x.example", Set.of(), Set.of(Privilege.SELECT))));
        assertRefused("TABLE_DOES_NOT_EXIST", () -> catalog.tables().get(room.bob, name("main.default.t")));
        assertRefused(
                "PRINCIPAL_DOES_NOT_EXIST",
                () -> catalog.grants()
                        .change(
                                room.admin,
                                SecurableType.TABLE,
                                "main.default.t",
                                List.of(new Grants.Change("nobody", Set.of(Privilege.SELECT), Set.of()))));
    }

    @Test
    void aMetastoreAdministratorReadsNoDataButMayTakeItOver() {
        room.enter(room.ada, "main.default", Privilege.CREATE_TABLE);
        room.table(room.ada, "main.default.mine");
        assertRefused(
                "PERMISSION_DENIED",
                () -> catalog.tables().find(room.admin, name("main.default.mine"), CatalogAction.SELECT_TABLE));
        catalog.grants().transfer(room.admin, SecurableType.TABLE, "main.default.mine", "root@x.example");
        assertTrue(catalog.tables()
                .find(room.admin, name("main.default.mine"), CatalogAction.SELECT_TABLE)
                .isPresent());
    }

    @Test
    void aPathInAVolumeIsResolvedForWhoMayReadIt() {
        catalog.volumes().create(room.admin, name("main.default.v"), Optional.empty(), Optional.empty());
        String root = catalog.volumes().location(room.admin, name("main.default.v"), false);
        assertEquals(
                root + "/a/b.csv",
                room.engine
                        .authorizePath(room.admin, "/Volumes/main/default/v/a//b.csv", PathAccess.READ)
                        .toString());
        assertRefused(
                "VOLUME_DOES_NOT_EXIST",
                () -> room.engine.authorizePath(room.bob, "/Volumes/main/default/v/a", PathAccess.READ));
        for (String bad :
                List.of("/Volumes/main/default", "/Volumes/main/default/v/../x", "/Volumes/main/default/v/%2e")) {
            assertRefused(
                    "INVALID_PARAMETER_VALUE", () -> room.engine.authorizePath(room.admin, bad, PathAccess.WRITE));
        }
    }

    @Test
    void theInformationSchemaHasItsPlaceInEveryPage() {
        for (String more : List.of("alpha", "inner", "zeta")) {
            catalog.schemas().create(room.admin, schema("main." + more), EMPTY);
        }
        for (int size = 1; size <= 6; size++) {
            List<String> seen = new ArrayList<>();
            Page<Owned<Schema>> page = catalog.schemas().listWithSystem(room.admin, "main", PageRequest.first(size));
            page.items().forEach(found -> seen.add(found.value().name().schema()));
            while (page.next().isPresent()) {
                page = catalog.schemas().listWithSystem(room.admin, "main", new PageRequest(size, page.next()));
                assertTrue(page.items().size() <= size);
                page.items().forEach(found -> seen.add(found.value().name().schema()));
            }
            assertEquals(List.of("alpha", "default", "information_schema", "inner", "zeta"), seen);
        }
        assertRefused(
                "CATALOG_DOES_NOT_EXIST", () -> catalog.schemas().get(room.bob, schema("main.information_schema")));
    }

    @Test
    void keysAreKeptForInformation() {
        Owned<Table> parent = room.table(room.admin, "main.default.parent");
        Owned<Table> child = room.table(room.admin, "main.default.child");
        TableConstraints keys = catalog.constraints();
        TableConstraints.Draft foreign = new TableConstraints.Draft(
                "child_fk", List.of("id"), Optional.of(name("main.default.parent")), List.of(), false);
        assertRefused("INVALID_PARAMETER_VALUE", () -> keys.create(room.admin, name("main.default.child"), foreign));
        TableConstraints.Draft primary =
                new TableConstraints.Draft("parent_pk", List.of("ID"), Optional.empty(), List.of(), true);
        keys.create(room.admin, name("main.default.parent"), primary);
        assertRefused("CONSTRAINT_ALREADY_EXISTS", () -> keys.create(room.admin, name("main.default.parent"), primary));
        keys.create(room.admin, name("main.default.child"), foreign);
        assertEquals(2, keys.of(room.admin, List.of(parent, child)).size());
        assertEquals(
                "main.default.parent",
                keys.of(room.admin, List.of(child))
                        .get(0)
                        .parent()
                        .orElseThrow()
                        .name()
                        .orElseThrow()
                        .toString());
        assertRefused("INVALID_STATE", () -> keys.delete(room.admin, name("main.default.parent"), "parent_pk", false));
        keys.delete(room.admin, name("main.default.parent"), "parent_pk", true);
        assertTrue(keys.of(room.admin, List.of(parent, child)).isEmpty());
        assertRefused(
                "CONSTRAINT_DOES_NOT_EXIST",
                () -> keys.delete(room.admin, name("main.default.parent"), "parent_pk", true));
    }

    @Test
    void managedStorageHasNoPaths() {
        catalog.catalogs()
                .create(
                        room.admin,
                        new Catalogs.Draft("own", Optional.empty(), Map.of(), Optional.of("file:/ext/own")));
        assertRefused(
                "PERMISSION_DENIED", () -> room.engine.authorizePath(room.admin, "file:/ext/own/x", PathAccess.READ));
        room.engine.authorizePath(room.admin, "file:/ext/other", PathAccess.READ);
    }

    @Test
    void aMetastoreThatIsDroppedLeavesNothing() {
        room.table(room.admin, "main.default.t");
        catalog.tables().drop(room.admin, name("main.default.t"));
        room.table(room.admin, "main.default.t");
        room.db.change(tx -> catalog.metastores().drop(tx, Caller.system(room.workspace, room.metastore)));
        assertRefused("METASTORE_DOES_NOT_EXIST", () -> catalog.metastores().current(room.admin));
        room.db.read(tx -> {
            for (String table : List.of("catalog_catalog", "catalog_table", "access_securable")) {
                assertEquals(
                        0,
                        tx.number(
                                "SELECT count(*) FROM " + table + " WHERE metastore = :metastore",
                                Map.of("metastore", room.metastore)));
            }
            return true;
        });
    }

    @Test
    void whoOnlyHoldsAPrivilegeCannotGiveItOn() {
        room.table(room.admin, "main.default.t");
        room.enter(room.bob, "main.default", Privilege.ALL_PRIVILEGES);
        assertRefused(
                "PERMISSION_DENIED",
                () -> catalog.grants()
                        .change(
                                room.bob,
                                SecurableType.TABLE,
                                "main.default.t",
                                List.of(new Grants.Change("ada@x.example", Set.of(Privilege.SELECT), Set.of()))));
        room.grant(SecurableType.TABLE, "main.default.t", room.bob, Privilege.MANAGE);
        catalog.grants()
                .change(
                        room.bob,
                        SecurableType.TABLE,
                        "main.default.t",
                        List.of(new Grants.Change("ada@x.example", Set.of(Privilege.SELECT), Set.of())));
    }

    // ---- the engine's side

    @Test
    void anEngineMakesATableInTwoStepsAndRestSeesIt() {
        RelationName orders = new RelationName("Main", "Default", "Orders");
        NewTable table = new NewTable(
                orders,
                "delta",
                Optional.empty(),
                List.of(CatalogRoom.column("id", "long")),
                Map.of("p", "1"),
                Optional.of("all orders"));
        Placement placement = room.engine.placeTable(room.admin, table);
        assertTrue(placement.managed());
        assertTrue(room.engine.relation(room.admin, orders, RelationAccess.READ).isEmpty());
        room.engine.createTable(room.admin, placement, table);
        Table stored =
                catalog.tables().get(room.admin, name("main.default.orders")).value();
        assertEquals(placement.id(), stored.id());
        assertEquals(Optional.of("all orders"), stored.comment());
        room.engine.updateTable(
                room.admin,
                stored.id(),
                List.of(CatalogRoom.column("id", "long"), CatalogRoom.column("extra", "string")),
                Map.of("p", "2"),
                Optional.empty());
        assertEquals(
                2,
                catalog.tables()
                        .get(room.admin, stored.name())
                        .value()
                        .columns()
                        .size());
        room.engine.dropRelation(room.admin, orders);
        assertTrue(room.engine
                .relation(room.admin, orders, RelationAccess.DESCRIBE)
                .isEmpty());
    }

    @Test
    void aViewReadsWithItsOwnersRights() {
        room.table(room.admin, "main.default.secret");
        RelationName secret = new RelationName("main", "default", "secret");
        RelationName open = new RelationName("main", "default", "open");
        room.engine.createView(
                room.admin,
                new NewView(
                        open,
                        "select id from secret",
                        "main",
                        "default",
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        false,
                        List.of(secret)));
        room.enter(room.bob, "main.default");
        room.grant(SecurableType.TABLE, "main.default.open", room.bob, Privilege.SELECT);
        Relation.View view = (Relation.View)
                room.engine.relation(room.bob, open, RelationAccess.READ).orElseThrow();
        assertTrue(room.engine.relation(room.bob, secret, RelationAccess.READ).isEmpty());
        assertTrue(room.engine.relationThroughView(room.bob, view.id(), secret).isPresent());
        catalog.grants().transfer(room.admin, SecurableType.TABLE, "main.default.open", "ada@x.example");
        assertTrue(room.engine.relationThroughView(room.bob, view.id(), secret).isEmpty());
    }

    @Test
    void theInformationSchemaShowsWhatTheCallerMaySee() {
        room.table(room.admin, "main.default.seen");
        room.table(room.admin, "main.default.hidden");
        room.enter(room.bob, "main.default");
        room.grant(SecurableType.TABLE, "main.default.seen", room.bob, Privilege.SELECT);
        Relation.System tables = (Relation.System) room.engine
                .relation(room.bob, new RelationName("main", "information_schema", "tables"), RelationAccess.READ)
                .orElseThrow();
        List<Object> names = new ArrayList<>();
        tables.rows().read().forEach(row -> names.add(row.get(2)));
        assertTrue(names.contains("seen"));
        assertFalse(names.contains("hidden"));
    }
}
