package dev.tarn.engine.spark.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.access.SecurableType;
import dev.tarn.core.AppException;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.engine.command.SqlCommand;
import dev.tarn.engine.command.SqlCommand.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementParserTest {
    private static final Target ORDERS = new Target(SecurableType.TABLE, "main.sales.orders");

    @Test
    void aGrantNamesPrivilegesOfSeveralWords() {
        assertEquals(
                new SqlCommand.Grant(
                        List.of("USE SCHEMA", "SELECT"), new Target(SecurableType.SCHEMA, "main.s"), "a@b.c"),
                parse("grant use schema, Select on schema s to `a@b.c`;"));
    }

    @Test
    void allPrivilegesMayBeShortened() {
        assertEquals(
                new SqlCommand.Grant(List.of("ALL PRIVILEGES"), ORDERS, "admins"),
                parse("GRANT ALL ON orders TO admins"));
        assertEquals(
                new SqlCommand.Revoke(List.of("ALL PRIVILEGES"), ORDERS, "admins"),
                parse("REVOKE ALL PRIVILEGES ON TABLE sales.orders FROM admins"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "METASTORE | METASTORE |",
                "CATALOG c | CATALOG | c",
                "CATALOG | CATALOG | main",
                "DATABASE s | SCHEMA | main.s",
                "SCHEMA `c`.`s` | SCHEMA | c.s",
                "t | TABLE | main.sales.t",
                "TABLE c.s.t | TABLE | c.s.t",
                "VIEW s.v | TABLE | main.s.v",
                "MATERIALIZED VIEW v | TABLE | main.sales.v",
                "VOLUME v | VOLUME | main.sales.v",
                "FUNCTION f | FUNCTION | main.sales.f",
                "EXTERNAL LOCATION l | EXTERNAL_LOCATION | l",
                "STORAGE CREDENTIAL k | STORAGE_CREDENTIAL | k",
                "CREDENTIAL k | STORAGE_CREDENTIAL | k",
                "CONNECTION k | CONNECTION | k",
                "SHARE s | SHARE | s"
            })
    void everyKindOfObjectCanBeNamed(String words, SecurableType type, String name) {
        assertEquals(
                new Target(type, name == null ? "" : name),
                ((SqlCommand.Grant) parse("GRANT MANAGE ON " + words + " TO u")).target());
    }

    @Test
    void grantsAreShownOfAllOrOfOnePrincipal() {
        assertEquals(new SqlCommand.ShowGrants(Optional.empty(), ORDERS), parse("SHOW GRANTS ON TABLE orders"));
        assertEquals(
                new SqlCommand.ShowGrants(Optional.of("x y"), new Target(SecurableType.CATALOG, "main")),
                parse("SHOW GRANT `x y` ON CATALOG main"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE orders OWNER TO `o`", "alter table sales.orders set owner to o;"})
    void ownershipIsHandedOver(String sql) {
        assertEquals(new SqlCommand.SetOwner(ORDERS, "o"), parse(sql));
    }

    @Test
    void catalogsAreMadeWithClausesInAnyOrder() {
        assertEquals(
                new SqlCommand.CreateCatalog(
                        "c", true, Optional.of("file:/x"), Optional.of("it's"), Map.of("a.b", "1", "k", "2")),
                parse(
                        "CREATE CATALOG IF NOT EXISTS c COMMENT 'it''s' OPTIONS (a.b = '1', 'k' '2') MANAGED LOCATION 'file:/x'"));
        assertEquals(new SqlCommand.DropCatalog("c", true, true), parse("DROP CATALOG IF EXISTS c CASCADE"));
        assertEquals(new SqlCommand.ShowCatalogs(Optional.of("m*")), parse("SHOW CATALOGS LIKE 'm*'"));
        assertEquals(new SqlCommand.DescribeCatalog("c", true), parse("DESC CATALOG EXTENDED c"));
        assertEquals(
                new SqlCommand.CommentOn(new Target(SecurableType.CATALOG, "c"), Optional.empty()),
                parse("COMMENT ON CATALOG c IS NULL"));
    }

    @Test
    void schemasWithAManagedLocationAreOurs() {
        assertEquals(
                new SqlCommand.CreateSchema(
                        "main", "s", false, Optional.of("s3://b/p"), Optional.empty(), Map.of("k", "v")),
                parse("CREATE SCHEMA s WITH DBPROPERTIES ('k'='v') MANAGED LOCATION \"s3://b/p\""));
    }

    @Test
    void volumesAreMadeShownAndDropped() {
        RelationName v = new RelationName("main", "sales", "v");
        assertEquals(
                new SqlCommand.CreateVolume(v, false, Optional.empty(), Optional.of("c")),
                parse("CREATE VOLUME v COMMENT 'c'"));
        assertEquals(
                new SqlCommand.CreateVolume(v, true, Optional.of("s3://b/p"), Optional.empty()),
                parse("CREATE EXTERNAL VOLUME IF NOT EXISTS v LOCATION 's3://b/p'"));
        assertEquals(new SqlCommand.DropVolume(v, true), parse("DROP VOLUME IF EXISTS main.sales.v"));
        assertEquals(new SqlCommand.ShowVolumes("main", "sales", Optional.empty()), parse("SHOW VOLUMES"));
        assertEquals(new SqlCommand.ShowVolumes("c", "s", Optional.of("a*")), parse("SHOW VOLUMES IN c.s LIKE 'a*'"));
        assertEquals(new SqlCommand.ListFiles("/Volumes/c/s/v/a", Optional.empty()), parse("LIST '/Volumes/c/s/v/a'"));
        assertEquals(new SqlCommand.ListFiles("dbfs:/a", Optional.of(5)), parse("list 'dbfs:/a' limit 5"));
        assertEquals(new SqlCommand.DescribeVolume(v), parse("DESCRIBE VOLUME v"));
        assertThrows(AppException.class, () -> parse("CREATE VOLUME v LOCATION 's3://b'"));
        assertThrows(AppException.class, () -> parse("CREATE EXTERNAL VOLUME v"));
    }

    @Test
    void locationsAndCredentialsAreManaged() {
        assertEquals(
                new SqlCommand.CreateExternalLocation("l", false, "s3://b/p", "k", Optional.of("c")),
                parse("CREATE EXTERNAL LOCATION l URL 's3://b/p' WITH (STORAGE CREDENTIAL `k`) COMMENT 'c'"));
        assertEquals(new SqlCommand.DropExternalLocation("l", false, true), parse("DROP EXTERNAL LOCATION l FORCE"));
        assertEquals(new SqlCommand.ShowExternalLocations(Optional.empty()), parse("SHOW EXTERNAL LOCATIONS"));
        assertEquals(new SqlCommand.DescribeExternalLocation("l"), parse("DESCRIBE EXTERNAL LOCATION l"));
        assertEquals(new SqlCommand.ShowStorageCredentials(Optional.empty()), parse("SHOW STORAGE CREDENTIALS"));
        assertEquals(new SqlCommand.DescribeStorageCredential("k"), parse("DESCRIBE STORAGE CREDENTIAL k"));
    }

    @Test
    void droppedTablesComeBackByNameOrId() {
        assertEquals(
                new SqlCommand.Undrop(Optional.of(new RelationName("main", "sales", "orders")), Optional.empty()),
                parse("UNDROP TABLE orders"));
        assertEquals(new SqlCommand.Undrop(Optional.empty(), Optional.of("7-8")), parse("UNDROP TABLE WITH ID '7-8'"));
        assertEquals(
                new SqlCommand.ShowTablesDropped("main", "s", Optional.of(5)),
                parse("SHOW TABLES DROPPED IN s LIMIT 5"));
        assertEquals(new SqlCommand.ShowUsers(Optional.empty()), parse("SHOW USERS"));
        assertEquals(new SqlCommand.ShowGroups(Optional.of("x")), parse("SHOW GROUPS LIKE 'x'"));
    }

    @Test
    void commentsAndSpacesMayStandAnywhere() {
        assertEquals(
                new SqlCommand.Grant(List.of("SELECT"), ORDERS, "u"),
                parse("-- why\n/* a /* nested */ one */ GRANT\tSELECT -- x\nON orders TO u ; ;"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "",
                "-- only a comment",
                "SHOW TABLES IN c.s",
                "SHOW SCHEMAS IN c",
                "SHOW DATABASES",
                "SHOW TABLES LIKE 'DROPPED'",
                "DESCRIBE volume",
                "DESCRIBE catalog;",
                "DESCRIBE catalog.s.t",
                "DESC TABLE EXTENDED t",
                "CREATE SCHEMA s",
                "CREATE SCHEMA IF NOT EXISTS s COMMENT 'managed location'",
                "CREATE EXTERNAL TABLE t (a INT)",
                "CREATE TABLE grant (a INT)",
                "DROP TABLE catalog",
                "COMMENT ON TABLE t IS 'x'",
                "COMMENT ON SCHEMA t IS 'x'",
                "ALTER TABLE t SET TBLPROPERTIES ('owner' = 'to')",
                "ALTER TABLE t ADD COLUMN owner INT",
                "WITH x AS (SELECT 1) SELECT * FROM x",
                "EXPLAIN GRANT SELECT ON t TO u",
                "`GRANT` x",
                "'unclosed",
                "CREATE /* unclosed"
            })
    void otherStatementsGoToTheNextParser(String sql) {
        assertEquals(Optional.empty(), StatementParser.parse(sql, () -> {
            throw new AssertionError("the session was asked for its namespace");
        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRANT SELECT TO u | TO | 13",
                "GRANT ON TABLE t TO u | ON | 6",
                "GRANT SELECT ON TABLE t | end of input | 23",
                "SHOW GRANTS TABLE t | t | 18",
                "CREATE CATALOG c LOCATION 'x' | LOCATION | 17",
                "DROP VOLUME | end of input | 11",
                "UNDROP SCHEMA s | SCHEMA | 7",
                "GRANT SELECT ON t TO 'u' | 'u' | 21",
                "GRANT SELECT ON t TO u; GRANT SELECT ON t TO v | GRANT | 24"
            })
    void syntaxErrorsAreSparksOwn(String sql, String near, int position) {
        ParseException error = assertThrows(ParseException.class, () -> parse(sql));
        assertEquals("PARSE_SYNTAX_ERROR", error.getCondition());
        assertEquals("42601", error.getSqlState());
        assertEquals(1, error.line().get());
        assertEquals(position, error.startPosition().get(), error.getMessage());
        assertTrue(error.getMessage().contains(near), error.getMessage());
    }

    @Test
    void aDotInBackticksCannotMakeOneNameLookLikeAnother() {
        AppException error = assertThrows(AppException.class, () -> parse("GRANT SELECT ON TABLE `main.sales`.t TO u"));
        assertEquals("INVALID_PARAMETER_VALUE", error.code());
        assertThrows(AppException.class, () -> parse("GRANT SELECT ON TABLE a.b.c.d TO u"));
        assertThrows(AppException.class, () -> parse("GRANT USE SCHEMA ON SCHEMA a.b.c TO u"));
        assertThrows(AppException.class, () -> parse("GRANT SELECT ON TABLE `` TO u"));
    }

    private static SqlCommand parse(String sql) {
        return StatementParser.parse(sql, () -> new CurrentNamespace("main", "sales"))
                .orElseThrow();
    }
}
