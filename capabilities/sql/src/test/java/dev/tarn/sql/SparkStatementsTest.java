package dev.tarn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.engine.QueryProfile;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.SqlEngine;
import dev.tarn.engine.Statement;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.spark.SparkEngine;
import dev.tarn.engine.spark.SparkEngineConfig;
import dev.tarn.sql.StatementRequest.OnTimeout;
import dev.tarn.sql.StatementRequest.ResultOptions;
import dev.tarn.sql.StatementRequest.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements on the real engine. */
class SparkStatementsTest {
    @TempDir
    static Path folder;

    private static SqlEngine engine;
    private static SqlRoom room;

    @BeforeAll
    static void start() {
        AtomicReference<SqlRoom> made = new AtomicReference<>();
        engine = new SparkEngine(
                new SparkEngineConfig(folder.resolve("spark"), "local[2]", 2),
                new BareLakehouse(caller -> made.get().sql.history().rows(caller)),
                (caller, command) -> new CommandResult(command.columns(), List.of()));
        room = new SqlRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")), SqlRoom.config(folder), engine);
        made.set(room);
    }

    @AfterAll
    static void stop() {
        room.close();
        engine.close();
    }

    private static StatementInfo run(String sql) {
        return room.sql
                .statements()
                .execute(
                        room.ada,
                        room.request(
                                sql, ResultOptions.DEFAULT, new Waiting(Duration.ofSeconds(50), OnTimeout.CONTINUE)));
    }

    private static List<List<String>> rows(String sql) {
        StatementInfo info = run(sql);
        assertEquals(StatementState.SUCCEEDED, info.state(), () -> String.valueOf(info.error()));
        return new ArrayList<>(info.first().orElseThrow().rows().orElseThrow());
    }

    private static StatementInfo.Failure failure(String sql) {
        return run(sql).error().orElseThrow();
    }

    @Test
    void aStatementsProfileIsThereWhenItsEndIsSeenAndOutlivesIt() {
        StatementInfo info = run("SELECT id % 7 AS k, count(*) AS n FROM range(10000) GROUP BY 1 ORDER BY 1");
        assertEquals(StatementState.SUCCEEDED, info.state(), () -> String.valueOf(info.error()));
        QueryProfile profile = room.sql.profiles().profile(room.ada, info.id());
        assertTrue(profile.toString().contains("HashAggregate"), profile::toString);
        room.clocks.advance(SqlRoom.WORKSPACE, Duration.ofHours(2));
        room.sql.statements().sweep();
        assertEquals(profile, room.sql.profiles().profile(room.ada, info.id()));
    }

    @Test
    void aFailureHasItsPlaceInTheText() {
        assertEquals(
                Optional.of(new StatementInfo.Position(2, 6)),
                failure("SELECT *\nFROM nowhere_at_all").position());
    }

    @Test
    void everyTypeHasItsTextAndItsName() {
        StatementInfo info = run("""
                SELECT true AS a, 1Y AS b, 2S AS c, 3 AS d, 4L AS e, 1.5F AS f, 2.5D AS g, 12.30BD AS h, 'text' AS i,
                  X'00FF' AS j, DATE'2024-02-29' AS k, TIMESTAMP'2024-01-01T00:00:00Z' AS l,
                  TIMESTAMP_NTZ'2024-01-01 00:00:00.5' AS m, array(1, 2) AS n, map('k', 1) AS o,
                  named_struct('x', 1, 'y', 'z') AS p, INTERVAL '1-2' YEAR TO MONTH AS q,
                  INTERVAL '1 02:03:04' DAY TO SECOND AS r, NULL AS s, CAST('NaN' AS DOUBLE) AS t
                """);
        assertEquals(StatementState.SUCCEEDED, info.state(), () -> String.valueOf(info.error()));
        List<String> values =
                new ArrayList<>(info.first().orElseThrow().rows().orElseThrow().get(0));
        assertEquals(
                java.util.Arrays.asList(
                        "true",
                        "1",
                        "2",
                        "3",
                        "4",
                        "1.5",
                        "2.5",
                        "12.30",
                        "text",
                        "AP8=",
                        "2024-02-29",
                        "2024-01-01T00:00:00.000Z",
                        "2024-01-01T00:00:00.500",
                        "[1,2]",
                        "{\"k\":1}",
                        "{\"x\":1,\"y\":\"z\"}",
                        "1-2",
                        "1 02:03:04.000000000",
                        null,
                        "NaN"),
                values);
        assertEquals(
                List.of(
                        "BOOLEAN",
                        "BYTE",
                        "SHORT",
                        "INT",
                        "LONG",
                        "FLOAT",
                        "DOUBLE",
                        "DECIMAL",
                        "STRING",
                        "BINARY",
                        "DATE",
                        "TIMESTAMP",
                        "TIMESTAMP_NTZ",
                        "ARRAY",
                        "MAP",
                        "STRUCT",
                        "INTERVAL",
                        "INTERVAL",
                        "NULL",
                        "DOUBLE"),
                info.manifest().orElseThrow().columns().stream()
                        .map(column -> column.typeName())
                        .toList());
    }

    @Test
    void errorsCarryTheirClassSqlStateAndPosition() {
        StatementInfo.Failure unknown = failure("SELECT * FROM main.default.nowhere");
        assertTrue(unknown.message().startsWith("[TABLE_OR_VIEW_NOT_FOUND]"), unknown.message());
        assertTrue(unknown.message().contains("pos 14"), unknown.message());
        assertEquals("42P01", unknown.sqlState());
        assertEquals("BAD_REQUEST", unknown.code());
        assertEquals("42601", failure("SELEC 1").sqlState());
        StatementInfo.Failure late = failure("SELECT 1 / (id - 5) FROM range(10)");
        assertTrue(late.message().startsWith("[DIVIDE_BY_ZERO"), late.message());
        assertEquals("22012", late.sqlState());
    }

    @Test
    void parametersAreValues() {
        var parameters = List.of(
                new Statement.Parameter(Optional.of("word"), Optional.of("x' OR '1'='1"), "STRING"),
                new Statement.Parameter(Optional.of("number"), Optional.of("41"), "INT"),
                new Statement.Parameter(Optional.of("none"), Optional.empty(), "DATE"));
        StatementInfo info = room.sql
                .statements()
                .execute(
                        room.ada,
                        new StatementRequest(
                                room.warehouse,
                                new Statement("SELECT :word, :number + 1, :none", parameters),
                                SessionOptions.DEFAULT,
                                ResultOptions.DEFAULT,
                                Waiting.DEFAULT));
        assertEquals(
                java.util.Arrays.asList("x' OR '1'='1", "42", null),
                info.first().orElseThrow().rows().orElseThrow().get(0));
    }

    @Test
    void aLargeResultComesInChunks() {
        StatementInfo info = run("SELECT id, concat('row ', id) AS text FROM range(0, 250000)");
        ResultManifest manifest = info.manifest().orElseThrow();
        assertEquals(250_000, manifest.rows());
        assertTrue(manifest.chunks().size() > 1);
        var last = room.sql
                .statements()
                .chunk(room.ada, info.id(), manifest.chunks().size() - 1);
        var rows = last.rows().orElseThrow();
        assertEquals(List.of("249999", "row 249999"), rows.get(rows.size() - 1));
    }

    @Test
    void cancellingStopsSparksWork() {
        String id = room.submit(
                room.ada, "SELECT sum(a.id * b.id) FROM range(0, 10000000) a CROSS JOIN range(0, 10000000) b");
        SqlRoom.await(() -> room.state(room.ada, id) == StatementState.RUNNING);
        room.sql.statements().cancel(room.ada, id);
        SqlRoom.await(() -> {
            room.sql.statements().sweep();
            return room.sql
                            .warehouses()
                            .get(room.admin, room.warehouse)
                            .activity()
                            .sessions()
                    == 0;
        });
        assertEquals(List.of(List.of("1")), rows("SELECT 1"));
    }

    @Test
    void nothingOfOneStatementIsSeenByTheNext() {
        assertEquals(
                StatementState.SUCCEEDED,
                run("CREATE TEMPORARY VIEW mine AS SELECT 1 AS x").state());
        assertTrue(failure("SELECT * FROM mine").message().contains("TABLE_OR_VIEW_NOT_FOUND"));
        assertEquals(List.of(List.of("ada@x")), rows("SELECT current_user()"));
    }

    @Test
    void theHistoryIsATable() {
        run("SELECT 'marker-7'");
        List<List<String>> rows = rows(
                "SELECT executed_by, execution_status, produced_rows FROM system.query.history WHERE statement_text = 'SELECT ''marker-7'''");
        assertEquals(List.of(List.of("ada@x", "FINISHED", "1")), rows);
    }
}
