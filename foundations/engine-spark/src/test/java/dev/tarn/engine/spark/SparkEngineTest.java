package dev.tarn.engine.spark;

import static dev.tarn.engine.spark.EngineRig.failure;
import static dev.tarn.engine.spark.EngineRig.rows;
import static dev.tarn.engine.spark.EngineRig.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.ErrorKind;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.Statement;
import dev.tarn.engine.catalog.Column;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationAccess;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Statements on governed Delta tables through the engine's door. */
class SparkEngineTest {
    private static List<String> columns(String table) {
        return EngineRig.LAKEHOUSE.stored(table).orElseThrow().columns().stream()
                .map(Column::name)
                .toList();
    }

    @Test
    void aTableIsMadeFilledAndRead() {
        try (EngineSession ada = session("ada")) {
            rows(
                    ada,
                    "CREATE TABLE main.default.first (id BIGINT NOT NULL, name STRING COMMENT 'what') COMMENT 'things'");
            rows(ada, "INSERT INTO main.default.first VALUES (1, 'a'), (2, 'b')");
            assertEquals(List.of(List.of("1", "a"), List.of("2", "b")), rows(ada, "SELECT * FROM first ORDER BY id"));
            Relation.Table stored = (Relation.Table)
                    EngineRig.LAKEHOUSE.stored("main.default.first").orElseThrow();
            assertTrue(stored.managed());
            assertEquals("delta", stored.format());
            assertEquals("bigint", stored.columns().get(0).typeText());
            assertEquals(Optional.of("what"), stored.columns().get(1).comment());
            assertEquals(Optional.of("things"), stored.comment());
        }
    }

    @Test
    void aTableIsMadeFromAQueryAndReplaced() {
        try (EngineSession ada = session("ada")) {
            rows(ada, "CREATE TABLE derived PARTITIONED BY (k) AS SELECT id, id % 2 AS k FROM range(10)");
            assertEquals("10", rows(ada, "SELECT count(*) FROM derived").get(0).get(0));
            assertEquals(List.of("id", "k"), columns("main.default.derived"));
            rows(ada, "CREATE OR REPLACE TABLE derived AS SELECT 'x' AS only");
            assertEquals(List.of(List.of("x")), rows(ada, "SELECT * FROM derived"));
            assertEquals(List.of("only"), columns("main.default.derived"));
            assertEquals(2, rows(ada, "DESCRIBE HISTORY derived").size());
        }
    }

    @Test
    void rowsAreChangedMergedAndReadInOldVersions() {
        try (EngineSession ada = session("ada")) {
            rows(ada, "CREATE TABLE changing (id INT, v STRING)");
            rows(ada, "INSERT INTO changing VALUES (1, 'a'), (2, 'b'), (3, 'c')");
            rows(ada, "UPDATE changing SET v = 'z' WHERE id = 1");
            rows(ada, "DELETE FROM changing WHERE id = 2");
            rows(ada, """
                    MERGE INTO changing t USING (SELECT * FROM VALUES (3, 'm'), (4, 'n') AS v(id, v)) AS s ON t.id = s.id
                    WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *""");
            assertEquals(
                    "[[1, z], [3, m], [4, n]]",
                    rows(ada, "SELECT * FROM changing ORDER BY id").toString());
            assertEquals(
                    "3",
                    rows(ada, "SELECT count(*) FROM changing VERSION AS OF 1")
                            .get(0)
                            .get(0));
            rows(ada, "RESTORE TABLE changing TO VERSION AS OF 1");
            assertEquals(
                    "[[1, a], [2, b], [3, c]]",
                    rows(ada, "SELECT * FROM changing ORDER BY id").toString());
            rows(ada, "OPTIMIZE changing");
            rows(ada, "INSERT OVERWRITE changing VALUES (9, 'i')");
            assertEquals(1, rows(ada, "SELECT * FROM changing").size());
            assertEquals(
                    "DELTA_VACUUM_RETENTION_PERIOD_TOO_SHORT",
                    failure(ada, "VACUUM changing RETAIN 0 HOURS").code());
        }
    }

    @Test
    void alteringATableReachesTheCatalog() {
        try (EngineSession ada = session("ada")) {
            rows(ada, "CREATE TABLE altered (id INT)");
            rows(ada, "ALTER TABLE altered ADD COLUMN note STRING");
            assertEquals(List.of("id", "note"), columns("main.default.altered"));
            rows(ada, "ALTER TABLE altered SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')");
            rows(ada, "ALTER TABLE altered RENAME COLUMN note TO remark");
            rows(ada, "ALTER TABLE altered DROP COLUMN id");
            assertEquals(List.of("remark"), columns("main.default.altered"));
            rows(ada, "ALTER TABLE altered ADD CONSTRAINT short CHECK (length(remark) < 3)");
            assertEquals(
                    "DELTA_VIOLATE_CONSTRAINT_WITH_VALUES",
                    failure(ada, "INSERT INTO altered VALUES ('long')").code());
            rows(ada, "ALTER TABLE altered RENAME TO renamed");
            assertEquals(0, rows(ada, "SELECT * FROM renamed").size());
            rows(ada, "DROP TABLE renamed");
            assertEquals(
                    "TABLE_OR_VIEW_NOT_FOUND",
                    failure(ada, "SELECT * FROM renamed").code());
        }
    }

    @Test
    void aBadRowIsRefusedAndNothingIsWritten() {
        try (EngineSession ada = session("ada")) {
            rows(ada, "CREATE TABLE strict (id INT NOT NULL, d DATE)");
            assertEquals(
                    "CAST_INVALID_INPUT",
                    failure(ada, "INSERT INTO strict VALUES (1, 'soon')").code());
            assertTrue(failure(ada, "INSERT INTO strict VALUES (NULL, DATE'2026-01-01')")
                    .code()
                    .contains("NULL"));
            assertEquals(0, rows(ada, "SELECT * FROM strict").size());
        }
    }

    @Test
    void schemaEvolutionReachesTheCatalog() {
        try (EngineSession ada = session("ada")) {
            rows(ada, "CREATE TABLE evolving (id INT)");
            rows(ada, """
                    MERGE WITH SCHEMA EVOLUTION INTO evolving t USING (SELECT 1 AS id, 'x' AS extra) s ON t.id = s.id
                    WHEN NOT MATCHED THEN INSERT *""");
            assertEquals(List.of("id", "extra"), columns("main.default.evolving"));
        }
    }

    @Test
    void changesAreFedBack() {
        try (EngineSession ada = session("ada")) {
            rows(ada, "CREATE TABLE fed (id INT) TBLPROPERTIES (delta.enableChangeDataFeed = true)");
            rows(ada, "INSERT INTO fed VALUES (1)");
            assertEquals(
                    "[[1, insert]]",
                    rows(ada, "SELECT id, _change_type FROM table_changes('main.default.fed', 1)")
                            .toString());
        }
    }

    @Test
    void errorsHaveTheirClassStateAndPosition() {
        try (EngineSession ada = session("ada")) {
            var missing = failure(ada, "SELECT *\nFROM nowhere");
            assertEquals("TABLE_OR_VIEW_NOT_FOUND", missing.code());
            assertEquals("42P01", missing.sqlState());
            assertTrue(missing.message().contains("line 2"), missing.message());
            assertFalse(missing.message().contains("\tat "), missing.message());
            assertEquals("PARSE_SYNTAX_ERROR", failure(ada, "SELEC 1").code());
            assertEquals(
                    "DIVIDE_BY_ZERO",
                    failure(ada, "SELECT 1 / (id - id) FROM range(3)").code());
        }
    }

    @Test
    void parametersAreValuesAndNeverText() {
        try (EngineSession ada = session("ada")) {
            var named = new Statement(
                    "SELECT :s AS s, :d + 1 AS d, :n IS NULL AS n",
                    List.of(
                            new Statement.Parameter(Optional.of("s"), Optional.of("' OR 1=1 --"), "STRING"),
                            new Statement.Parameter(Optional.of("d"), Optional.of("1.50"), "DECIMAL(5,2)"),
                            new Statement.Parameter(Optional.of("n"), Optional.empty(), "INT")));
            assertEquals("[[' OR 1=1 --, 2.50, true]]", rows(ada, named).toString());
            var positional = new Statement(
                    "SELECT ? + ?",
                    List.of(
                            new Statement.Parameter(Optional.empty(), Optional.of("1"), "INT"),
                            new Statement.Parameter(Optional.empty(), Optional.of("2"), "INT")));
            assertEquals("[[3]]", rows(ada, positional).toString());
        }
    }

    @Test
    void sessionsOfTwoCallersSeeNothingOfEachOther() {
        try (EngineSession ada = session("ada");
                EngineSession bob = session("bob")) {
            rows(ada, "CREATE TEMP VIEW mine AS SELECT 1 AS one");
            assertEquals(
                    "TABLE_OR_VIEW_NOT_FOUND",
                    failure(bob, "SELECT * FROM mine").code());
            assertEquals("[[ada]]", rows(ada, "SELECT current_user()").toString());
            assertEquals("[[bob]]", rows(bob, "SELECT current_user()").toString());
            rows(ada, "CREATE TABLE private_table (id INT)");
            assertEquals(
                    "TABLE_OR_VIEW_NOT_FOUND",
                    failure(bob, "SELECT * FROM private_table").code());
            EngineRig.LAKEHOUSE.grant("bob", "main.default.private_table", RelationAccess.READ);
            assertEquals(0, rows(bob, "SELECT * FROM private_table").size());
            assertEquals(
                    ErrorKind.PERMISSION_DENIED,
                    failure(bob, "INSERT INTO private_table VALUES (1)").kind());
            rows(bob, "USE other.default");
            assertEquals("other", bob.currentCatalog());
            assertEquals("main", ada.currentCatalog());
        }
    }

    @Test
    void aViewReadsWithTheRightsOfItsOwner() {
        try (EngineSession ada = session("ada");
                EngineSession bob = session("bob")) {
            rows(ada, "CREATE TABLE salaries (who STRING, pay INT)");
            rows(ada, "INSERT INTO salaries VALUES ('x', 10), ('y', 20)");
            rows(ada, "CREATE VIEW total AS SELECT sum(pay) AS pay FROM salaries");
            assertEquals("[[30]]", rows(ada, "SELECT * FROM total").toString());
            assertEquals(
                    "TABLE_OR_VIEW_NOT_FOUND",
                    failure(bob, "SELECT * FROM total").code());
            EngineRig.LAKEHOUSE.grant("bob", "main.default.total", RelationAccess.READ);
            assertEquals("[[30]]", rows(bob, "SELECT * FROM main.default.total").toString());
            assertEquals(
                    "TABLE_OR_VIEW_NOT_FOUND",
                    failure(bob, "SELECT * FROM salaries").code());
            EngineRig.LAKEHOUSE.grant("bob", "main.default.salaries", RelationAccess.DESCRIBE);
            assertEquals(
                    ErrorKind.PERMISSION_DENIED,
                    failure(bob, "SELECT pay FROM total UNION ALL SELECT pay FROM salaries")
                            .kind());
        }
    }

    @Test
    void largeResultsComeBatchByBatch() {
        try (EngineSession ada = session("ada");
                var result = ada.execute(Statement.of("SELECT id, id * 2 AS twice FROM range(0, 3000000, 1, 20)"))) {
            long rows = 0;
            for (var batch = result.next(); batch.isPresent(); batch = result.next()) {
                assertTrue(batch.get().rows() <= 10_000);
                rows += batch.get().rows();
            }
            assertEquals(3_000_000, rows);
        }
    }

    @Test
    void cancellingStopsTheWork() throws Exception {
        try (EngineSession ada = session("ada")) {
            var work = CompletableFuture.supplyAsync(
                    () -> failure(ada, "SELECT count(*) FROM range(100000000) a CROSS JOIN range(100000000) b"));
            // a cancel that comes before the work begins cancels nothing, so it is repeated
            ErrorKind end = null;
            while (end == null) {
                ada.cancel();
                try {
                    end = work.get(100, TimeUnit.MILLISECONDS).kind();
                } catch (TimeoutException e) {
                    // not yet
                }
            }
            assertEquals(ErrorKind.CANCELLED, end);
            assertEquals("[[1]]", rows(ada, "SELECT 1").toString());
        }
    }
}
