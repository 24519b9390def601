package dev.tarn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.sql.QueryRecord.Status;
import dev.tarn.sql.WarehouseSettings.Channel;
import dev.tarn.sql.WarehouseSettings.Tag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warehouses and the query history, the same on every store. */
abstract class SqlRoomContract {
    private static final PageRequest TEN = PageRequest.first(10);
    private static final WarehouseSettings RICH = new WarehouseSettings(
            "Large",
            2,
            5,
            30,
            "PRO",
            false,
            Optional.of(true),
            Optional.of("RELIABILITY_OPTIMIZED"),
            Optional.of(new Channel(Optional.of("CHANNEL_NAME_PREVIEW"), Optional.empty())),
            Optional.of("arn:x"),
            List.of(new Tag("team", "data"), new Tag("empty", "")));

    @TempDir
    Path folder;

    final ArrayEngine engine = new ArrayEngine();
    SqlRoom room;

    abstract DatabaseConfig store();

    @BeforeEach
    void open() {
        SqlRoom.clear(store());
        room = new SqlRoom(store(), SqlRoom.config(folder), engine);
    }

    @AfterEach
    void close() {
        engine.release();
        room.close();
    }

    private Warehouses warehouses() {
        return room.sql.warehouses();
    }

    private WarehouseState state(String id) {
        return warehouses().get(room.admin, id).activity().state();
    }

    private static ErrorKind kind(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(AppException.class, call).kind();
    }

    private void run(Caller caller, String text) {
        room.sql.statements().execute(caller, room.request(text));
    }

    @Test
    void everySettingIsGivenBackAsItWasSent() {
        Warehouse created = warehouses().create(room.admin, "Rich", RICH);
        Warehouse read = warehouses().get(room.admin, created.id());
        assertEquals(RICH, read.settings());
        assertEquals("Rich", read.name());
        assertEquals("admin@x", read.creator().name());
        assertTrue(read.id().matches("[0-9a-f]{16}"));
        assertEquals(WarehouseState.RUNNING, read.activity().state());
        assertEquals(2, read.activity().clusters());
    }

    @Test
    void onlyAdministratorsCreateWarehousesAndNamesAreUnique() {
        assertEquals(
                ErrorKind.PERMISSION_DENIED, kind(() -> warehouses().create(room.ada, "X", WarehouseSettings.DEFAULT)));
        assertEquals(
                ErrorKind.ALREADY_EXISTS, kind(() -> warehouses().create(room.admin, "W", WarehouseSettings.DEFAULT)));
        for (String name : List.of("", " ", "x".repeat(101), "a\nb")) {
            assertEquals(
                    ErrorKind.INVALID_ARGUMENT,
                    kind(() -> warehouses().create(room.admin, name, WarehouseSettings.DEFAULT)));
        }
        warehouses().create(room.admin, "O'Brien; DROP TABLE sql_warehouse --ü", WarehouseSettings.DEFAULT);
        assertEquals(2, warehouses().list(room.admin, TEN).items().size());
    }

    @Test
    void settingsOutsideTheVendorsRangesAreRefused() {
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> sized("Enormous", 1, 1, 120)));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> sized("Small", 0, 1, 120)));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> sized("Small", 2, 1, 120)));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> sized("Small", 1, 41, 120)));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> sized("Small", 1, 1, 9)));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> sized("Small", 1, 1, -1)));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> new Tag("", "v")));
        sized("5X-Large", 30, 40, 0);
    }

    private static WarehouseSettings sized(String size, long min, long max, long autoStop) {
        WarehouseSettings d = WarehouseSettings.DEFAULT;
        return new WarehouseSettings(
                size,
                min,
                max,
                autoStop,
                d.type(),
                d.photon(),
                d.serverless(),
                d.spotPolicy(),
                d.channel(),
                d.instanceProfile(),
                d.tags());
    }

    @Test
    void eachLevelAllowsWhatItSaysAndNoMore() {
        String id = room.warehouse;
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> warehouses().get(room.bob, id)));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> warehouses().start(room.bob, id)));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> warehouses().delete(room.bob, id)));
        assertTrue(warehouses().list(room.bob, TEN).items().isEmpty());

        room.permit(SqlRoom.BOB, PermissionLevel.CAN_VIEW);
        assertEquals("W", warehouses().get(room.bob, id).name());
        assertEquals(1, warehouses().list(room.bob, TEN).items().size());
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> warehouses().start(room.bob, id)));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> run(room.bob, "rows 1")));

        room.permit(SqlRoom.BOB, PermissionLevel.CAN_USE);
        warehouses().start(room.bob, id);
        run(room.bob, "rows 1");
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> warehouses().stop(room.bob, id)));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> warehouses().delete(room.bob, id)));
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> warehouses().edit(room.bob, id, new WarehouseChange(Optional.of("Mine"), s -> s))));

        room.permit(SqlRoom.BOB, PermissionLevel.CAN_MANAGE);
        warehouses().stop(room.bob, id);
        warehouses().delete(room.bob, id);
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> warehouses().get(room.admin, id)));
    }

    @Test
    void aWarehouseOfAnotherWorkspaceDoesNotExist() {
        Caller elsewhere = new Caller(
                SqlRoom.ADMIN,
                Set.of(),
                new WorkspaceId(2),
                "m",
                true,
                room.admin.authentication(),
                room.admin.request());
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> warehouses().get(elsewhere, room.warehouse)));
        assertTrue(warehouses().list(elsewhere, TEN).items().isEmpty());
    }

    @Test
    void aNewWorkspaceHasItsStarterWarehouseAndLosesItWithItself() {
        Caller system = Caller.system(new WorkspaceId(7), "m");
        room.db.change(tx -> warehouses().createDefault(tx, system, Optional.of(SqlRoom.BOB.id())));
        Caller bob = new Caller(
                SqlRoom.BOB, Set.of(), new WorkspaceId(7), "m", false, room.bob.authentication(), room.bob.request());
        assertEquals(
                "Starter Warehouse", warehouses().list(bob, TEN).items().get(0).name());
        room.db.change(tx -> warehouses().deleteWorkspace(tx, new WorkspaceId(7)));
        assertTrue(warehouses().list(bob, TEN).items().isEmpty());
    }

    @Test
    void editingChangesWhatIsSentAndKeepsTheRest() {
        warehouses().create(room.admin, "Taken", WarehouseSettings.DEFAULT);
        Warehouse edited =
                warehouses().edit(room.admin, room.warehouse, new WarehouseChange(Optional.of("New"), old -> RICH));
        assertEquals("New", edited.name());
        assertEquals(RICH, warehouses().get(room.admin, room.warehouse).settings());
        assertEquals(
                ErrorKind.ALREADY_EXISTS,
                kind(() -> warehouses()
                        .edit(room.admin, room.warehouse, new WarehouseChange(Optional.of("Taken"), s -> s))));
        warehouses().edit(room.admin, room.warehouse, new WarehouseChange(Optional.empty(), s -> s));
        assertEquals("New", warehouses().get(room.admin, room.warehouse).name());
    }

    @Test
    void stoppingCancelsStatementsAndAStatementStartsItAgain() {
        String id = room.submit(room.ada, "block");
        SqlRoom.await(() -> engine.running.get() == 1);
        warehouses().stop(room.admin, room.warehouse);
        assertEquals(StatementState.CANCELED, room.state(room.ada, id));
        SqlRoom.await(() -> state(room.warehouse) == WarehouseState.STOPPED);
        assertEquals(0, warehouses().get(room.admin, room.warehouse).activity().clusters());
        run(room.ada, "rows 1");
        assertEquals(WarehouseState.RUNNING, state(room.warehouse));
    }

    @Test
    void anIdleWarehouseStopsByItselfAndABusyOneDoesNot() {
        String id = room.submit(room.ada, "block");
        SqlRoom.await(() -> engine.running.get() == 1);
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofMinutes(121));
        warehouses().stopIdle();
        assertEquals(WarehouseState.RUNNING, state(room.warehouse));
        room.sql.statements().cancel(room.ada, id);
        SqlRoom.await(
                () -> warehouses().get(room.admin, room.warehouse).activity().sessions() == 0);
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofMinutes(119));
        assertEquals(WarehouseState.RUNNING, state(room.warehouse));
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofMinutes(1));
        assertEquals(WarehouseState.STOPPED, state(room.warehouse));
        warehouses().stopIdle();
        assertEquals(WarehouseState.STOPPED, state(room.warehouse));
        warehouses().start(room.ada, room.warehouse);
        assertEquals(WarehouseState.RUNNING, state(room.warehouse));
    }

    @Test
    void aWarehouseIsStartingUntilTheEngineIsUp() {
        engine.ready(false);
        assertEquals(WarehouseState.STARTING, state(room.warehouse));
        engine.ready(true);
        assertEquals(WarehouseState.RUNNING, state(room.warehouse));
    }

    @Test
    void listsArePagedByName() {
        for (String name : List.of("C", "A", "B")) {
            warehouses().create(room.admin, name, WarehouseSettings.DEFAULT);
        }
        Page<Warehouse> first = warehouses().list(room.admin, PageRequest.first(3));
        assertEquals(
                List.of("A", "B", "C"),
                first.items().stream().map(Warehouse::name).toList());
        Page<Warehouse> second = warehouses().list(room.admin, new PageRequest(3, first.next()));
        assertEquals(List.of("W"), second.items().stream().map(Warehouse::name).toList());
        assertTrue(second.next().isEmpty());
    }

    @Test
    void workspaceSettingsAreForAdministrators() {
        assertTrue(warehouses().workspaceConfig(room.admin).isEmpty());
        warehouses().setWorkspaceConfig(room.admin, "{\"security_policy\":\"NONE\"}");
        warehouses().setWorkspaceConfig(room.admin, "{\"security_policy\":\"DATA_ACCESS_CONTROL\"}");
        assertEquals(
                "{\"security_policy\":\"DATA_ACCESS_CONTROL\"}",
                warehouses().workspaceConfig(room.admin).orElseThrow());
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> warehouses().workspaceConfig(room.ada)));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> warehouses().setWorkspaceConfig(room.ada, "{}")));
    }

    @Test
    void theHistoryKeepsEveryStatementWithItsEnd() {
        // the history goes by time, and two statements of one millisecond have no order
        run(room.ada, "rows 7");
        room.clocks.advance(room.ada.workspace(), Duration.ofSeconds(1));
        run(room.ada, "missing");
        room.clocks.advance(room.ada.workspace(), Duration.ofSeconds(1));
        String blocked = room.submit(room.ada, "block");
        SqlRoom.await(() -> engine.running.get() == 1);
        List<QueryRecord> queries =
                room.sql.history().list(room.ada, QueryFilter.ALL, TEN).items();
        assertEquals(
                List.of("block", "missing", "rows 7"),
                queries.stream().map(QueryRecord::text).toList());
        assertEquals(
                List.of(Status.RUNNING, Status.FAILED, Status.FINISHED),
                queries.stream().map(QueryRecord::status).toList());
        QueryRecord done = queries.get(2);
        assertEquals(7, done.work().rowsProduced());
        assertEquals(7, done.work().rowsRead());
        assertEquals("SELECT", done.work().type());
        assertEquals("ada@x", done.user().name());
        assertTrue(done.times().ended().isPresent());
        assertEquals("42P01", queries.get(1).error().orElseThrow().sqlState());
        room.sql.statements().cancel(room.ada, blocked);
        assertEquals(
                Status.CANCELED,
                room.sql
                        .history()
                        .list(room.ada, QueryFilter.ALL, TEN)
                        .items()
                        .get(0)
                        .status());
    }

    @Test
    void othersQueriesAreSeenByAdministratorsAndMonitorsOnly() {
        run(room.ada, "rows 1");
        assertEquals(
                1,
                room.sql
                        .history()
                        .list(room.admin, QueryFilter.ALL, TEN)
                        .items()
                        .size());
        assertTrue(
                room.sql.history().list(room.bob, QueryFilter.ALL, TEN).items().isEmpty());
        room.permit(SqlRoom.BOB, PermissionLevel.CAN_USE);
        assertTrue(
                room.sql.history().list(room.bob, QueryFilter.ALL, TEN).items().isEmpty());
        room.permit(SqlRoom.BOB, PermissionLevel.CAN_MONITOR);
        assertEquals(
                1,
                room.sql.history().list(room.bob, QueryFilter.ALL, TEN).items().size());
    }

    @Test
    void theHistoryIsFilteredAndPaged() {
        for (int i = 0; i < 5; i++) {
            room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofMinutes(1));
            run(room.ada, "rows " + i);
        }
        run(room.admin, "missing");
        assertEquals(
                1,
                filtered(new QueryFilter(
                        Set.of("1"), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty())));
        assertEquals(
                5,
                filtered(new QueryFilter(
                        Set.of(),
                        Set.of(room.warehouse),
                        Set.of(),
                        Set.of(Status.FINISHED),
                        Optional.empty(),
                        Optional.empty())));
        assertEquals(
                0,
                filtered(new QueryFilter(
                        Set.of(), Set.of("other"), Set.of(), Set.of(), Optional.empty(), Optional.empty())));
        var now = room.clocks.now(room.ada);
        assertEquals(
                4,
                filtered(new QueryFilter(
                        Set.of(), Set.of(), Set.of(), Set.of(), Optional.of(now.minusSeconds(150)), Optional.of(now))));
        List<String> texts = new ArrayList<>();
        Page<QueryRecord> page = room.sql.history().list(room.ada, QueryFilter.ALL, PageRequest.first(2));
        texts.addAll(page.items().stream().map(QueryRecord::text).toList());
        while (page.next().isPresent()) {
            page = room.sql.history().list(room.ada, QueryFilter.ALL, new PageRequest(2, page.next()));
            texts.addAll(page.items().stream().map(QueryRecord::text).toList());
        }
        assertEquals(List.of("rows 4", "rows 3", "rows 2", "rows 1", "rows 0"), texts);
    }

    private int filtered(QueryFilter filter) {
        return room.sql.history().list(room.admin, filter, TEN).items().size();
    }

    @Test
    void theSystemRelationShowsTheSameRows() {
        run(room.ada, "rows 3");
        var relation = room.sql.history().rows(room.ada);
        assertEquals("system.query.history", relation.name().toString());
        var names = relation.columns().stream().map(column -> column.name()).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
        List<List<Object>> rows = new ArrayList<>();
        relation.rows().read().forEach(rows::add);
        assertEquals(1, rows.size());
        assertEquals(names.size(), rows.get(0).size());
        assertEquals("rows 3", rows.get(0).get(names.indexOf("statement_text")));
        assertEquals(3L, rows.get(0).get(names.indexOf("produced_rows")));
        assertFalse(room.sql.history().rows(room.bob).rows().read().iterator().hasNext());
    }

    @Test
    void theHistoryForgetsAfterItsRetention() {
        run(room.ada, "rows 3");
        room.sql.history().list(room.ada, QueryFilter.ALL, TEN);
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofDays(29));
        room.sql.history().prune();
        assertEquals(1, filtered(QueryFilter.ALL));
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofDays(2));
        room.sql.history().prune();
        assertEquals(0, filtered(QueryFilter.ALL));
    }
}
