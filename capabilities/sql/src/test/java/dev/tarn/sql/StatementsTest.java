package dev.tarn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.PageRequest;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.Statement;
import dev.tarn.sql.SqlConfig.ResultLimits;
import dev.tarn.sql.StatementRequest.OnTimeout;
import dev.tarn.sql.StatementRequest.ResultOptions;
import dev.tarn.sql.StatementRequest.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements from submission to expiry, on an engine whose work a test controls. */
class StatementsTest {
    private static final ResultLimits SMALL =
            new ResultLimits(4_000_000, 1L << 40, 100_000, 50_000, 20_000, 1_000_000, 50_000_000);

    @TempDir
    Path folder;

    private final ArrayEngine engine = new ArrayEngine();
    private SqlRoom room;

    @BeforeEach
    void open() {
        room = new SqlRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), config(2, 3, SMALL), engine);
    }

    @AfterEach
    void close() {
        engine.release();
        room.close();
    }

    private SqlConfig config(int slots, int queue, ResultLimits limits) {
        SqlConfig defaults = SqlConfig.defaults(folder);
        return new SqlConfig(
                folder.resolve("results"),
                slots,
                queue,
                defaults.queueTimeout(),
                defaults.statementTimeout(),
                limits,
                defaults.resultRetention(),
                defaults.linkLifetime(),
                defaults.historyRetention());
    }

    private StatementInfo run(String text) {
        return room.sql.statements().execute(room.ada, room.request(text));
    }

    private static ResultOptions links(ResultFormat format) {
        return new ResultOptions(Disposition.EXTERNAL_LINKS, format, Optional.empty(), Optional.empty());
    }

    private ResultFile fetch(ResultChunk.Link link) {
        String[] parts = link.path().substring(Statements.RESULT_PATH.length()).split("[/?=&]");
        return room.sql
                .statements()
                .file(parts[0], Integer.parseInt(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[3])), parts[5]);
    }

    private static ErrorKind kind(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(AppException.class, call).kind();
    }

    @Test
    void aSmallResultComesInTheAnswer() {
        StatementInfo info = run("rows 5");
        assertEquals(StatementState.SUCCEEDED, info.state());
        ResultManifest manifest = info.manifest().orElseThrow();
        assertEquals(5, manifest.rows());
        assertEquals(1, manifest.chunks().size());
        assertFalse(manifest.truncated());
        assertEquals(
                List.of(
                        List.of("0", "n0"),
                        List.of("1", "n1"),
                        List.of("2", "n2"),
                        Arrays.asList("3", null),
                        List.of("4", "n4")),
                info.first().orElseThrow().rows().orElseThrow());
        assertEquals(0, engine.sessions.get());
        assertFalse(Files.exists(folder.resolve("results/statements").resolve(info.id())));
    }

    @Test
    void aCommandHasNoColumnsAndNoRows() {
        StatementInfo info = run("done");
        assertEquals(StatementState.SUCCEEDED, info.state());
        assertTrue(info.manifest().orElseThrow().columns().isEmpty());
        assertTrue(info.first().isEmpty());
    }

    @Test
    void anEmptyResultHasColumnsAndNoChunk() {
        StatementInfo info = run("rows 0");
        assertEquals(2, info.manifest().orElseThrow().columns().size());
        assertEquals(0, info.manifest().orElseThrow().chunks().size());
        assertTrue(info.first().isEmpty());
    }

    @Test
    void chunksOfALargeInlineResultComeInAnyOrder() {
        StatementInfo info = run("rows 20000 by 500");
        ResultManifest manifest = info.manifest().orElseThrow();
        assertTrue(manifest.chunks().size() > 3);
        List<String> ids = new ArrayList<>();
        for (int i = manifest.chunks().size() - 1; i >= 0; i--) {
            ResultChunk chunk = room.sql.statements().chunk(room.ada, info.id(), i);
            assertEquals(chunk.chunk().rows(), chunk.rows().orElseThrow().size());
            assertEquals(i + 1 < manifest.chunks().size() ? Optional.of(i + 1) : Optional.empty(), chunk.next());
            List<String> part =
                    chunk.rows().orElseThrow().stream().map(row -> row.get(0)).toList();
            ids.addAll(0, part);
        }
        assertEquals(IntStream.range(0, 20000).mapToObj(Integer::toString).toList(), ids);
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> room.sql
                        .statements()
                        .chunk(room.ada, info.id(), manifest.chunks().size())));
    }

    @Test
    void aResultTooLargeForTheAnswerFailsInTheVendorsWords() {
        StatementInfo info = run("rows 40000 by 1000 wide 100");
        assertEquals(StatementState.FAILED, info.state());
        StatementInfo.Failure error = info.error().orElseThrow();
        assertEquals("BAD_REQUEST", error.code());
        assertTrue(error.message().startsWith("Inline byte limit exceeded."), error.message());
        assertFalse(Files.exists(folder.resolve("results/statements").resolve(info.id())));
        assertTrue(engine.batches.get() < 40, "the engine's work was stopped");
    }

    @Test
    void arrowChunksAreStreamsThatAnArrowReaderReads() throws IOException {
        StatementInfo info = room.sql
                .statements()
                .execute(room.ada, room.request("rows 20000 by 500", links(ResultFormat.ARROW_STREAM)));
        long next = 0;
        for (ResultManifest.Chunk chunk : info.manifest().orElseThrow().chunks()) {
            ResultChunk.Link link = room.sql
                    .statements()
                    .chunk(room.ada, info.id(), chunk.index())
                    .link()
                    .orElseThrow();
            ResultFile file = fetch(link);
            assertEquals(chunk.bytes(), Files.size(file.file()));
            try (var allocator = new RootAllocator();
                    var reader = new ArrowStreamReader(Files.newInputStream(file.file()), allocator)) {
                while (reader.loadNextBatch()) {
                    BigIntVector id =
                            (BigIntVector) reader.getVectorSchemaRoot().getVector("id");
                    for (int i = 0; i < id.getValueCount(); i++) {
                        assertEquals(next++, id.get(i));
                    }
                }
            }
        }
        assertEquals(20000, next);
    }

    @Test
    void csvHasOneHeaderLineAndTheWordNull() throws IOException {
        StatementInfo info = room.sql.statements().execute(room.ada, room.request("rows 5", links(ResultFormat.CSV)));
        ResultFile file = fetch(info.first().orElseThrow().link().orElseThrow());
        assertEquals("id,name\r\n0,n0\r\n1,n1\r\n2,n2\r\n3,null\r\n4,n4\r\n", Files.readString(file.file()));
    }

    @Test
    void jsonBehindLinksIsOneArrayPerChunk() throws IOException {
        StatementInfo info =
                room.sql.statements().execute(room.ada, room.request("rows 4", links(ResultFormat.JSON_ARRAY)));
        ResultFile file = fetch(info.first().orElseThrow().link().orElseThrow());
        assertEquals("[[\"0\",\"n0\"],[\"1\",\"n1\"],[\"2\",\"n2\"],[\"3\",null]]", Files.readString(file.file()));
    }

    @Test
    void theDriversDispositionIsInlineIfSmallAndLinksIfLarge() {
        ResultOptions either = new ResultOptions(
                Disposition.INLINE_OR_EXTERNAL_LINKS, ResultFormat.ARROW_STREAM, Optional.empty(), Optional.empty());
        StatementInfo small = room.sql.statements().execute(room.ada, room.request("rows 5", either));
        assertEquals(ResultFormat.JSON_ARRAY, small.manifest().orElseThrow().format());
        assertEquals(5, small.first().orElseThrow().rows().orElseThrow().size());
        StatementInfo large = room.sql.statements().execute(room.ada, room.request("rows 20000", either));
        assertEquals(ResultFormat.ARROW_STREAM, large.manifest().orElseThrow().format());
        assertTrue(large.first().orElseThrow().link().isPresent());
    }

    @Test
    void aLinkThatWasChangedOrHasExpiredIsRefused() {
        StatementInfo info = room.sql.statements().execute(room.ada, room.request("rows 5", links(ResultFormat.CSV)));
        ResultChunk.Link link = info.first().orElseThrow().link().orElseThrow();
        String signature = link.path().substring(link.path().indexOf("signature=") + 10);
        Statements statements = room.sql.statements();
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> statements.file(info.id(), 1, link.expires(), signature)));
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> statements.file(info.id(), 0, link.expires().plusSeconds(60), signature)));
        assertEquals(
                ErrorKind.PERMISSION_DENIED,
                kind(() -> statements.file(info.id(), 0, link.expires(), signature.replace(signature.charAt(0), 'z'))));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> statements.file("another", 0, link.expires(), signature)));
        fetch(link);
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofMinutes(15));
        assertEquals(ErrorKind.PERMISSION_DENIED, kind(() -> fetch(link)));
        fetch(statements.chunk(room.ada, info.id(), 0).link().orElseThrow());
    }

    @Test
    void limitsCutTheResultAndSaySo() {
        StatementInfo rows = room.sql
                .statements()
                .execute(
                        room.ada,
                        room.request(
                                "rows 5000 by 100",
                                new ResultOptions(
                                        Disposition.INLINE,
                                        ResultFormat.JSON_ARRAY,
                                        Optional.of(250L),
                                        Optional.empty())));
        assertEquals(250, rows.manifest().orElseThrow().rows());
        assertTrue(rows.manifest().orElseThrow().truncated());
        assertEquals(3, engine.batches.get());
        StatementInfo exact = room.sql
                .statements()
                .execute(
                        room.ada,
                        room.request(
                                "rows 300 by 100",
                                new ResultOptions(
                                        Disposition.INLINE,
                                        ResultFormat.JSON_ARRAY,
                                        Optional.of(300L),
                                        Optional.empty())));
        assertEquals(300, exact.manifest().orElseThrow().rows());
        assertFalse(exact.manifest().orElseThrow().truncated());
        StatementInfo bytes = room.sql
                .statements()
                .execute(
                        room.ada,
                        room.request(
                                "rows 5000 by 100",
                                new ResultOptions(
                                        Disposition.EXTERNAL_LINKS,
                                        ResultFormat.ARROW_STREAM,
                                        Optional.empty(),
                                        Optional.of(10_000L))));
        assertTrue(bytes.manifest().orElseThrow().truncated());
        assertTrue(bytes.manifest().orElseThrow().rows() > 100);
        assertTrue(bytes.manifest().orElseThrow().bytes() < 12_000);
    }

    @Test
    void anErrorOfTheEngineHasItsClassAndSqlState() {
        StatementInfo info = run("missing");
        assertEquals(StatementState.FAILED, info.state());
        assertEquals(
                new StatementInfo.Failure(
                        "BAD_REQUEST",
                        "[TABLE_OR_VIEW_NOT_FOUND] The table `t` cannot be found.; line 1 pos 14",
                        "42P01"),
                info.error().orElseThrow());
    }

    @Test
    void aBugInsideAStatementShowsNothingOfItself() {
        StatementInfo.Failure error = run("crash").error().orElseThrow();
        assertEquals("INTERNAL_ERROR", error.code());
        assertFalse(error.message().contains("secret"));
    }

    @Test
    void anUnknownCatalogFailsTheStatement() {
        StatementInfo info = room.sql
                .statements()
                .execute(
                        room.ada,
                        new StatementRequest(
                                room.warehouse,
                                Statement.of("rows 1"),
                                new SessionOptions(Optional.of("nowhere"), Optional.empty(), Map.of()),
                                ResultOptions.DEFAULT,
                                Waiting.DEFAULT));
        assertEquals(
                "[CATALOG_NOT_FOUND] The catalog nowhere was not found.",
                info.error().orElseThrow().message());
        assertEquals("42704", info.error().orElseThrow().sqlState());
    }

    @Test
    void parametersArriveWithNamesTypesAndNulls() {
        var parameters = List.of(
                new Statement.Parameter(Optional.of("a"), Optional.of("1.5"), "DECIMAL(10,2)"),
                new Statement.Parameter(Optional.of("b"), Optional.empty(), "DATE"));
        StatementInfo info = room.sql
                .statements()
                .execute(
                        room.ada,
                        new StatementRequest(
                                room.warehouse,
                                new Statement("echo", parameters),
                                SessionOptions.DEFAULT,
                                ResultOptions.DEFAULT,
                                Waiting.DEFAULT));
        assertEquals(
                List.of(List.of("a", "1.5:DECIMAL(10,2)"), List.of("b", "NULL:DATE")),
                info.first().orElseThrow().rows().orElseThrow());
    }

    @Test
    void requestsOfTheWrongFormAreRefused() {
        for (String type : List.of("INT) --", "ARRAY<INT>", "", "DECIMAL(1000,2)")) {
            var parameter = new Statement.Parameter(Optional.of("a"), Optional.of("1"), type);
            assertEquals(
                    ErrorKind.INVALID_ARGUMENT,
                    kind(() -> new StatementRequest(
                            "w",
                            new Statement("echo", List.of(parameter)),
                            SessionOptions.DEFAULT,
                            ResultOptions.DEFAULT,
                            Waiting.DEFAULT)));
        }
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> room.request(" ")));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> room.request("x".repeat(SqlConfig.STATEMENT_BYTES + 1))));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT, kind(() -> room.request("ü".repeat(SqlConfig.STATEMENT_BYTES / 2 + 1))));
        for (String wait : List.of("4s", "51s", "10", "s", "-5s", "1m", "99999999999s")) {
            assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> Waiting.parse(wait, OnTimeout.CONTINUE)), wait);
        }
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> Waiting.parse("0s", OnTimeout.CANCEL)));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() ->
                        new ResultOptions(Disposition.INLINE, ResultFormat.CSV, Optional.empty(), Optional.empty())));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> new ResultOptions(
                        Disposition.INLINE, ResultFormat.JSON_ARRAY, Optional.of(0L), Optional.empty())));
    }

    @Test
    void cancellingStopsTheWorkAndFreesTheSlot() {
        String id = room.submit(room.ada, "block");
        SqlRoom.await(() -> engine.running.get() == 1);
        assertEquals(StatementState.RUNNING, room.state(room.ada, id));
        room.sql.statements().cancel(room.ada, id);
        assertEquals(StatementState.CANCELED, room.state(room.ada, id));
        SqlRoom.await(() -> engine.running.get() == 0 && engine.sessions.get() == 0);
        room.sql.statements().cancel(room.ada, id);
        assertEquals(StatementState.SUCCEEDED, run("rows 1").state());
    }

    @Test
    void statementsBeyondTheSlotsWaitInOrder() {
        String first = room.submit(room.ada, "block");
        String second = room.submit(room.ada, "block");
        SqlRoom.await(() -> engine.running.get() == 2);
        String third = room.submit(room.ada, "block");
        String fourth = room.submit(room.ada, "block");
        assertEquals(StatementState.PENDING, room.state(room.ada, third));
        room.sql.statements().cancel(room.ada, first);
        SqlRoom.await(() -> room.state(room.ada, third) == StatementState.RUNNING);
        assertEquals(StatementState.PENDING, room.state(room.ada, fourth));
        room.sql.statements().cancel(room.ada, fourth);
        assertEquals(StatementState.CANCELED, room.state(room.ada, fourth));
        assertEquals(StatementState.RUNNING, room.state(room.ada, second));
    }

    @Test
    void aFullQueueRefusesWithResourceExhausted() {
        for (int i = 0; i < 5; i++) {
            room.submit(room.ada, "block");
        }
        assertEquals(ErrorKind.RESOURCE_EXHAUSTED, kind(() -> room.submit(room.ada, "rows 1")));
    }

    @Test
    void waitingTooLongInTheQueueFails() {
        room.submit(room.ada, "block");
        room.submit(room.ada, "block");
        String third = room.submit(room.ada, "rows 1");
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofMinutes(10));
        room.sql.statements().sweep();
        StatementInfo info = room.sql.statements().get(room.ada, third);
        assertEquals(StatementState.FAILED, info.state());
        assertEquals("DEADLINE_EXCEEDED", info.error().orElseThrow().code());
    }

    @Test
    void runningTooLongFailsAndStopsTheWork() {
        String id = room.submit(room.ada, "block");
        SqlRoom.await(() -> engine.running.get() == 1);
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofDays(2));
        room.sql.statements().sweep();
        assertEquals(
                "DEADLINE_EXCEEDED",
                room.sql.statements().get(room.ada, id).error().orElseThrow().code());
        SqlRoom.await(() -> engine.running.get() == 0);
    }

    @Test
    void aClientThatWaitsNoLongerLeavesItsStatementRunningOrCancelsIt() {
        StatementInfo kept = room.sql
                .statements()
                .execute(
                        room.ada,
                        room.request(
                                "block",
                                ResultOptions.DEFAULT,
                                new Waiting(Duration.ofSeconds(5), OnTimeout.CONTINUE)));
        assertEquals(StatementState.RUNNING, kept.state());
        StatementInfo cancelled = room.sql
                .statements()
                .execute(
                        room.ada,
                        room.request(
                                "block", ResultOptions.DEFAULT, new Waiting(Duration.ofSeconds(5), OnTimeout.CANCEL)));
        assertEquals(StatementState.CANCELED, cancelled.state());
        engine.release();
        SqlRoom.await(() -> room.state(room.ada, kept.id()) == StatementState.SUCCEEDED);
    }

    @Test
    void aResultExpiresAfterAnHourAndItsFilesAreDeleted() {
        StatementInfo info = run("rows 20000");
        Path files = folder.resolve("results/statements").resolve(info.id());
        assertTrue(Files.exists(files));
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofMinutes(59));
        room.sql.statements().sweep();
        assertEquals(StatementState.SUCCEEDED, room.state(room.ada, info.id()));
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofMinutes(1));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> room.state(room.ada, info.id())));
        room.sql.statements().sweep();
        assertFalse(Files.exists(files));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> room.sql.statements().chunk(room.ada, info.id(), 0)));
    }

    @Test
    void closingFreesTheResultAtOnce() {
        StatementInfo info = run("rows 20000");
        room.sql.statements().close(room.ada, info.id());
        assertEquals(StatementState.CLOSED, room.state(room.ada, info.id()));
        assertFalse(Files.exists(folder.resolve("results/statements").resolve(info.id())));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> room.sql.statements().chunk(room.ada, info.id(), 0)));
    }

    @Test
    void aStatementExistsForItsSubmitterOnly() {
        StatementInfo info = room.sql.statements().execute(room.ada, room.request("rows 5", links(ResultFormat.CSV)));
        Statements statements = room.sql.statements();
        for (var other : List.of(room.bob, room.admin)) {
            assertEquals(ErrorKind.NOT_FOUND, kind(() -> statements.get(other, info.id())));
            assertEquals(ErrorKind.NOT_FOUND, kind(() -> statements.chunk(other, info.id(), 0)));
            assertEquals(ErrorKind.NOT_FOUND, kind(() -> statements.cancel(other, info.id())));
            assertEquals(ErrorKind.NOT_FOUND, kind(() -> statements.close(other, info.id())));
        }
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> statements.execute(room.bob, room.request("rows 1"))));
    }

    @Test
    void theDisksQuotaFailsAStatementAndLeavesNothingBehind() {
        StatementInfo info = room.sql
                .statements()
                .execute(room.ada, room.request("rows 600000 by 5000 wide 100", links(ResultFormat.ARROW_STREAM)));
        assertEquals(StatementState.FAILED, info.state());
        assertEquals("RESOURCE_EXHAUSTED", info.error().orElseThrow().code());
        assertFalse(Files.exists(folder.resolve("results/statements").resolve(info.id())));
        assertEquals(StatementState.SUCCEEDED, run("rows 20000").state());
    }

    @Test
    void afterARestartResultsAreClosedAndUnfinishedStatementsHaveFailed() throws IOException {
        StatementInfo done = run("rows 20000");
        StatementInfo failed = run("missing");
        room.close();
        Files.createDirectories(folder.resolve("results/statements/orphan"));
        room = new SqlRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), config(2, 3, SMALL), engine);
        assertEquals(StatementState.CLOSED, room.state(room.ada, done.id()));
        StatementInfo after = room.sql.statements().get(room.ada, failed.id());
        assertEquals(StatementState.FAILED, after.state());
        assertEquals("42P01", after.error().orElseThrow().sqlState());
        assertFalse(Files.exists(folder.resolve("results/statements/orphan")));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> room.state(room.bob, done.id())));
    }

    @Test
    void whatRanWhenTheProcessWasKilledHasFailedAtTheNextStart() {
        String id = room.submit(room.ada, "block");
        SqlRoom.await(() -> engine.running.get() == 1);
        room.sql.history().list(room.ada, QueryFilter.ALL, PageRequest.first(10));
        try (var next =
                new SqlRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), config(2, 3, SMALL), new ArrayEngine())) {
            StatementInfo info = next.sql.statements().get(next.ada, id);
            assertEquals(StatementState.FAILED, info.state());
            assertEquals("ABORTED", info.error().orElseThrow().code());
        }
    }

    @Test
    void stoppingTheServerCancelsWhatRuns() {
        String id = room.submit(room.ada, "block");
        SqlRoom.await(() -> engine.running.get() == 1);
        room.close();
        assertEquals(0, engine.running.get());
        room = new SqlRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), config(2, 3, SMALL), engine);
        assertEquals(StatementState.CANCELED, room.state(room.ada, id));
    }
}
