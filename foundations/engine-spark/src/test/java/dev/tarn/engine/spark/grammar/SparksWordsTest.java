package dev.tarn.engine.spark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparksWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "use catalog c | SET CATALOG c",
                "SELECT * FROM t@v12 x | SELECT * FROM t VERSION AS OF 12 x",
                "SELECT * FROM `a b`@V0, c.s.u@v3 | SELECT * FROM `a b` VERSION AS OF 0, c.s.u VERSION AS OF 3",
                "SELECT '😀' FROM t@v1 | SELECT '😀' FROM t VERSION AS OF 1",
                "SELECT * FROM t@20260131123456789 | SELECT * FROM t TIMESTAMP AS OF '2026-01-31 12:34:56.789'",
                "COMMENT ON COLUMN c.s.t.x IS 'it''s' | ALTER TABLE c.s.t ALTER COLUMN x COMMENT 'it''s'",
                "comment on column t.`x y` is null | ALTER TABLE t ALTER COLUMN `x y` COMMENT ''"
            })
    void aShortFormIsWrittenOut(String sql, String spark) {
        assertEquals(spark, SparksWords.of(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a@v1', \"b@v2\" FROM `c@v3` -- d@v4",
                "SELECT 1 /* t@v1 */",
                "SELECT a @v1",
                "SELECT a@ v1",
                "SELECT 'x'@v1",
                "SELECT t@w1",
                "COMMENT ON COLUMN x IS 'no table'",
                "COMMENT ON COLUMN t.x",
                "use catalog"
            })
    void anyOtherTextStaysAsItIs(String sql) {
        assertEquals(sql, SparksWords.of(sql));
    }
}
