package dev.tarn.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.queries.QueryContent.Place;
import dev.tarn.queries.QueryContent.Settings;
import dev.tarn.queries.Visualization.Drawing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Saved queries, the same on every store. */
abstract class QueriesContract {
    private static final PageRequest TEN = PageRequest.first(10);
    private static final Settings RICH = new Settings(
            "What \"it\" does",
            new Place(Optional.of("w1"), Optional.of("main"), Optional.of("s")),
            "[{\"name\":\"p\"}]",
            List.of("a", "b"),
            QueryContent.RunAs.OWNER,
            true);

    @TempDir
    Path folder;

    QueriesRoom room;

    abstract DatabaseConfig store();

    @BeforeEach
    void open() {
        QueriesRoom.clear(store());
        room = new QueriesRoom(store());
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SavedQueries queries() {
        return room.module.queries();
    }

    private SavedQuery make(Caller caller, String name) {
        return queries().create(caller, content(name, "SELECT 1"), Optional.empty(), false);
    }

    private static QueryContent content(String name, String text) {
        return new QueryContent(name, text, Settings.NONE);
    }

    private static QueryChange text(String text) {
        return QueryChange.of(old -> new QueryContent(old.name(), text, old.settings()));
    }

    private static ErrorKind kind(Executable call) {
        return assertThrows(AppException.class, call).kind();
    }

    private List<String> names(Caller caller, QuerySearch search) {
        return queries().list(caller, search, TEN).items().stream()
                .map(query -> query.content().name())
                .toList();
    }

    private static QuerySearch words(String words) {
        return new QuerySearch(words, Optional.empty(), false);
    }

    @Test
    void aQueryIsGivenBackAsItWasSaved() {
        QueryContent content = new QueryContent("Überblick", "SELECT '☃'", RICH);
        SavedQuery made = queries().create(room.ada, content, Optional.empty(), false);
        SavedQuery read = queries().get(room.ada, made.id());
        assertEquals(content, read.content());
        assertEquals("/Workspace/Users/ada@x", read.folder().path());
        assertEquals("ada@x", read.people().ownerName());
        assertEquals(1, read.version());
        assertEquals(PermissionLevel.CAN_MANAGE, queries().level(room.ada, made.id()));
    }

    @Test
    void whoHasNoPermissionSeesNothing() {
        SavedQuery made = make(room.ada, "mine");
        Drawing drawing = new Drawing("CHART", "c", "{}", "");
        Visualization chart = room.module.visualizations().create(room.ada, made.id(), drawing);
        assertEquals(List.of(), names(room.bob, QuerySearch.ALL));
        for (Executable call : List.<Executable>of(
                () -> queries().get(room.bob, made.id()),
                () -> queries().level(room.bob, made.id()),
                () -> queries().update(room.bob, made.id(), text("x"), false),
                () -> queries().trash(room.bob, made.id()),
                () -> queries().restore(room.bob, made.id()),
                () -> queries().versions(room.bob, made.id()),
                () -> queries().revert(room.bob, made.id(), 1),
                () -> room.module.visualizations().create(room.bob, made.id(), drawing),
                () -> room.module.visualizations().list(room.bob, made.id(), TEN),
                () -> room.module.visualizations().update(room.bob, chart.id(), old -> old),
                () -> room.module.visualizations().delete(room.bob, chart.id()),
                () -> queries().get(room.elsewhere, made.id()))) {
            assertEquals(ErrorKind.NOT_FOUND, kind(call));
        }
    }

    @Test
    void eachLevelAllowsWhatItSays() {
        SavedQuery made = make(room.ada, "shared");
        room.permit(QueriesRoom.BOB, made, PermissionLevel.CAN_VIEW);
        assertEquals(List.of("shared"), names(room.bob, QuerySearch.ALL));
        assertEquals("SELECT 1", queries().get(room.bob, made.id()).content().text());
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> queries().update(room.bob, made.id(), text("x"), false)));
        room.permit(QueriesRoom.BOB, made, PermissionLevel.CAN_RUN);
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> queries().revert(room.bob, made.id(), 1)));
        room.permit(QueriesRoom.BOB, made, PermissionLevel.CAN_EDIT);
        SavedQuery changed = queries().update(room.bob, made.id(), text("SELECT 2"), false);
        assertEquals("bob@x", changed.people().modifierName());
        assertEquals("ada@x", changed.people().ownerName());
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> queries().trash(room.bob, made.id())));
        room.permit(QueriesRoom.BOB, made, PermissionLevel.CAN_MANAGE);
        queries().trash(room.bob, made.id());
        assertTrue(queries().get(room.ada, made.id()).inTrash());
        assertEquals("shared", queries().get(room.admin, made.id()).content().name());
    }

    @Test
    void everyChangeOfTheContentIsAVersionToWhichOneCanGoBack() {
        SavedQuery made = make(room.ada, "q");
        queries().update(room.ada, made.id(), text("SELECT 2"), false);
        queries().update(room.ada, made.id(), text("SELECT 2"), false);
        queries().update(room.ada, made.id(), text("SELECT 3"), false);
        assertEquals(
                List.of("3 SELECT 3", "2 SELECT 2", "1 SELECT 1"),
                queries().versions(room.ada, made.id()).stream()
                        .map(version ->
                                version.version() + " " + version.content().text())
                        .toList());
        SavedQuery reverted = queries().revert(room.ada, made.id(), 1);
        assertEquals("SELECT 1", reverted.content().text());
        assertEquals(4, reverted.version());
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> queries().revert(room.ada, made.id(), 99)));
    }

    @Test
    void onlyTheNewestVersionsAreKept() {
        SavedQuery made = make(room.ada, "q");
        for (int i = 0; i < SavedQueries.KEPT_VERSIONS + 5; i++) {
            queries().update(room.ada, made.id(), text("SELECT " + (100 + i)), false);
        }
        List<QueryVersion> versions = queries().versions(room.ada, made.id());
        assertEquals(SavedQueries.KEPT_VERSIONS, versions.size());
        assertEquals(7, versions.get(versions.size() - 1).version());
    }

    @Test
    void aChangeOfAnOlderVersionIsAConflict() {
        SavedQuery made = make(room.ada, "q");
        QueryChange first = new QueryChange(
                old -> content("q", "SELECT 2"), Optional.empty(), Optional.empty(), Optional.of(made.version()));
        queries().update(room.ada, made.id(), first, false);
        AppException conflict =
                assertThrows(AppException.class, () -> queries().update(room.ada, made.id(), first, false));
        assertEquals(ErrorKind.CONFLICT, conflict.kind());
        assertTrue(conflict.message().contains("version 2"), conflict.message());
    }

    @Test
    void aNameIsUniqueInItsFolderUnlessItMayBeNumbered() {
        make(room.ada, "q");
        assertEquals(ErrorKind.ALREADY_EXISTS, kind(() -> make(room.ada, "q")));
        assertEquals("q", make(room.bob, "q").content().name());
        SavedQuery second = queries().create(room.ada, content("q", ""), Optional.empty(), true);
        assertEquals("q (1)", second.content().name());
        queries().trash(room.ada, second.id());
        SavedQuery third = queries().create(room.ada, content("q (1)", ""), Optional.empty(), false);
        assertEquals("q (1)", third.content().name());
        assertEquals(
                "q (1) (1)", queries().restore(room.ada, second.id()).content().name());
    }

    @Test
    void queriesLieInOnesOwnFolderOrASharedOne() {
        QueryContent content = content("q", "");
        for (String path : List.of("/Users/ada@x/reports", "/Workspace/Shared", "/Shared/team/2024")) {
            SavedQuery made = queries().create(room.ada, content, Optional.of(QueryFolder.parse(path)), true);
            assertTrue(made.folder().path().startsWith("/Workspace/"), path);
        }
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> queries().create(room.ada, content, Optional.of(QueryFolder.parse("/Users/bob@x")), false)));
        for (String path : List.of("", "x", "/", "/etc", "/Users/../Shared", "/Shared//x", "/Workspace/Users/")) {
            assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> QueryFolder.parse(path)), path);
        }
    }

    @Test
    void theTrashHidesAQueryAndGivesItBackOrForgetsItAfterThirtyDays() {
        SavedQuery made = make(room.ada, "q");
        queries().trash(room.ada, made.id());
        queries().trash(room.ada, made.id());
        assertEquals(List.of(), names(room.ada, QuerySearch.ALL));
        assertEquals(List.of("q"), names(room.ada, new QuerySearch("", Optional.empty(), true)));
        assertEquals(
                ErrorKind.FAILED_PRECONDITION, kind(() -> queries().update(room.ada, made.id(), text("x"), false)));
        queries().restore(room.ada, made.id());
        assertEquals(List.of("q"), names(room.ada, QuerySearch.ALL));
        queries().trash(room.ada, made.id());
        Caller system = Caller.system(QueriesRoom.WORKSPACE, "m");
        assertEquals(0, queries().purge(system));
        room.clocks.advance(QueriesRoom.WORKSPACE, Duration.ofDays(31));
        assertEquals(1, queries().purge(system));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> queries().get(room.admin, made.id())));
    }

    @Test
    void aSearchFindsNamesTextsAndDescriptionsButNoPatterns() {
        queries().create(room.ada, content("Flights per Day", "SELECT 1"), Optional.empty(), false);
        queries().create(room.ada, content("other", "SELECT carrier FROM FLIGHTS"), Optional.empty(), false);
        queries()
                .create(
                        room.ada,
                        new QueryContent("third", "", RICH),
                        Optional.of(QueryFolder.parse("/Shared/team")),
                        false);
        assertEquals(List.of("Flights per Day", "other"), names(room.ada, words("flights")));
        assertEquals(List.of("third"), names(room.ada, words("what \\\"it")));
        assertEquals(List.of(), names(room.ada, words("%")));
        assertEquals(List.of(), names(room.ada, words("fl_ghts")));
        assertEquals(
                List.of("third"),
                names(room.ada, new QuerySearch("", Optional.of(QueryFolder.parse("/Shared")), false)));
    }

    @Test
    void aListIsPagedInTheOrderOfCreation() {
        for (int i = 0; i < 7; i++) {
            make(i % 2 == 0 ? room.ada : room.bob, "q" + i);
            room.clocks.advance(QueriesRoom.WORKSPACE, Duration.ofMillis(5));
        }
        List<String> seen = new ArrayList<>();
        PageRequest request = PageRequest.first(2);
        while (true) {
            Page<SavedQuery> page = queries().list(room.ada, QuerySearch.ALL, request);
            page.items().forEach(query -> seen.add(query.content().name()));
            if (page.next().isEmpty()) {
                break;
            }
            request = new PageRequest(2, page.next());
        }
        assertEquals(List.of("q0", "q2", "q4", "q6"), seen);
    }

    @Test
    void theOwnerHandsAQueryOverAndNobodyElse() {
        SavedQuery made = make(room.ada, "q");
        QueryChange toBob = new QueryChange(old -> old, Optional.of("bob@x"), Optional.empty(), Optional.empty());
        room.permit(QueriesRoom.BOB, made, PermissionLevel.CAN_EDIT);
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> queries().update(room.bob, made.id(), toBob, false)));
        assertEquals(
                "bob@x",
                queries().update(room.ada, made.id(), toBob, false).people().ownerName());
        assertEquals(PermissionLevel.CAN_MANAGE, queries().level(room.bob, made.id()));
        QueryChange toNobody = new QueryChange(old -> old, Optional.of("nobody@x"), Optional.empty(), Optional.empty());
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> queries().update(room.admin, made.id(), toNobody, false)));
    }

    @Test
    void visualizationsBelongToTheirQuery() {
        SavedQuery made = make(room.ada, "q");
        Visualizations charts = room.module.visualizations();
        Visualization chart = charts.create(room.ada, made.id(), new Drawing("CHART", "c", "{\"x\":1}", ""));
        room.permit(QueriesRoom.BOB, made, PermissionLevel.CAN_VIEW);
        assertEquals(
                List.of(chart.drawing()),
                charts.list(room.bob, made.id(), TEN).items().stream()
                        .map(Visualization::drawing)
                        .toList());
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> charts.delete(room.bob, chart.id())));
        charts.update(room.ada, chart.id(), old -> new Drawing(old.type(), "d", old.options(), old.queryPlan()));
        assertEquals(
                "d",
                charts.list(room.ada, made.id(), TEN).items().get(0).drawing().name());
        charts.delete(room.ada, chart.id());
        assertEquals(List.of(), charts.list(room.ada, made.id(), TEN).items());
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> charts.delete(room.ada, chart.id())));
    }

    @Test
    void aDroppedWorkspaceLeavesNothing() {
        SavedQuery made = make(room.ada, "q");
        room.module.visualizations().create(room.ada, made.id(), new Drawing("TABLE", "t", "{}", ""));
        SavedQuery other = make(room.elsewhere, "theirs");
        room.db.change(tx -> queries().deleteWorkspace(tx, QueriesRoom.WORKSPACE));
        assertEquals(List.of(), names(room.admin, QuerySearch.ALL));
        assertEquals(
                "theirs", queries().get(room.elsewhere, other.id()).content().name());
    }

    @Test
    void contentOfTheWrongFormIsRefused() {
        for (Executable call : List.<Executable>of(
                () -> content("", "x"),
                () -> content("a/b", "x"),
                () -> content("a\u0000b", "x"),
                () -> content("x".repeat(256), "x"),
                () -> content("x", "y".repeat(QueryContent.LONGEST_TEXT + 1)),
                () -> new Drawing("", "n", "{}", ""))) {
            assertEquals(ErrorKind.INVALID_ARGUMENT, kind(call));
        }
    }
}
