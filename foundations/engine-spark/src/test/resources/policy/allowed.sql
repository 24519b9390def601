-- Statements that must work, one to a paragraph, for a user who owns main.default.mine (a INT, b STRING), may read
-- main.sales.shared and everything below ${open}.

SELECT 1;

SELECT env.x FROM (SELECT '${env:HOME}' AS x) env WHERE x = '${' || 'env:HOME}';

WITH x AS (SELECT 1 AS a), y AS (SELECT a + 1 AS b FROM x) SELECT * FROM x, y;

WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT * FROM n;

SELECT a, (SELECT max(a) FROM main.default.mine) FROM main.default.mine m WHERE EXISTS (SELECT 1 FROM main.sales.shared s WHERE s.a = m.a);

SELECT a, row_number() OVER (PARTITION BY b ORDER BY a) FROM mine QUALIFY row_number() OVER (ORDER BY a) = 1;

SELECT * FROM mine |> WHERE a > 0 |> AGGREGATE count(*) AS n GROUP BY b;

SELECT * FROM range(3) CROSS JOIN LATERAL explode(array(1, 2)) AS t(x);

SELECT explode(sequence(1, 3)), current_user(), current_catalog(), current_schema();

SELECT posexplode(array('a')), json_tuple('{"a":1}', 'a');

SELECT * FROM VALUES (1, 'a') AS t(x, y) UNION ALL SELECT 2, 'b' ORDER BY x LIMIT 1;

SELECT * FROM (SELECT a, b FROM mine) PIVOT (count(a) FOR b IN ('x', 'y'));

SELECT parse_json('{"a": 1}'):a::int, try_variant_get(parse_json('[1]'), '$[0]', 'int');

SELECT * FROM variant_explode(parse_json('[1, 2]'));

SELECT from_json('{"a":1}', 'a INT'), to_json(struct(1 AS a)), from_csv('1', 'a INT'), from_xml('<p><a>1</a></p>', 'a INT');

SELECT 'a' COLLATE UNICODE_CI = 'A', input_file_name(), uuid() IS NOT NULL FROM mine;

SELECT * FROM identifier('main.default.mine');

SELECT identifier('upper')('a');

EXECUTE IMMEDIATE 'SELECT :x + 1' USING 1 AS x;

EXECUTE IMMEDIATE 'SELECT * FROM main.default.mine';

BEGIN DECLARE n INT DEFAULT 0; WHILE n < 3 DO SET n = n + 1; END WHILE; SELECT n; END;

BEGIN INSERT INTO main.default.mine VALUES (7, 'script'); SELECT count(*) FROM main.default.mine; END;

DECLARE OR REPLACE VARIABLE v INT DEFAULT 5;

SET VAR v = (SELECT max(a) FROM mine);

SELECT v;

DROP TEMPORARY VARIABLE v;

CREATE OR REPLACE TEMPORARY VIEW tv AS SELECT a FROM mine;

SELECT * FROM tv;

DESCRIBE tv;

DROP VIEW tv;

CREATE OR REPLACE TEMPORARY FUNCTION twice(x INT) RETURNS INT RETURN x * 2;

SELECT twice(a) FROM mine;

DROP TEMPORARY FUNCTION twice;

INSERT INTO mine VALUES (1, 'x'), (2, 'y');

INSERT INTO mine (a) SELECT id FROM range(2);

INSERT OVERWRITE mine SELECT a, b FROM main.sales.shared;

DELETE FROM mine WHERE a = 99;

UPDATE mine SET b = 'z' WHERE a = 2;

MERGE INTO mine t USING main.sales.shared s ON t.a = s.a WHEN MATCHED THEN UPDATE SET b = s.b WHEN NOT MATCHED THEN INSERT *;

MERGE WITH SCHEMA EVOLUTION INTO mine t USING (SELECT 3 AS a, 'q' AS b) s ON t.a = s.a WHEN NOT MATCHED THEN INSERT *;

OPTIMIZE mine;

OPTIMIZE mine ZORDER BY (a);

VACUUM mine DRY RUN;

DESCRIBE HISTORY mine;

DESCRIBE DETAIL mine;

RESTORE TABLE mine TO VERSION AS OF 1;

SELECT * FROM mine VERSION AS OF 0;

CREATE TABLE cdf (a INT) USING delta TBLPROPERTIES (delta.enableChangeDataFeed = true);

INSERT INTO cdf VALUES (1);

SELECT * FROM table_changes('main.default.cdf', 0);

ALTER TABLE cdf ADD COLUMN b INT COMMENT 'x';

ALTER TABLE cdf SET TBLPROPERTIES ('owner.team' = 'x');

ALTER TABLE cdf ADD CONSTRAINT positive CHECK (a > 0);

ALTER TABLE cdf DROP CONSTRAINT positive;

COMMENT ON TABLE cdf IS 'changes';

ALTER TABLE cdf ALTER COLUMN b COMMENT 'y';

SHOW TBLPROPERTIES cdf;

SHOW COLUMNS IN cdf;

DESCRIBE TABLE EXTENDED cdf;

DESCRIBE TABLE cdf a;

TRUNCATE TABLE cdf;

ALTER TABLE cdf RENAME TO main.default.cdf2;

DROP TABLE cdf2;

DROP TABLE IF EXISTS never_there;

CREATE TABLE ctas AS SELECT * FROM mine;

CREATE OR REPLACE TABLE ctas AS SELECT 1 AS z;

CREATE OR REPLACE TABLE ctas (a INT NOT NULL, b STRING DEFAULT 'x') USING delta TBLPROPERTIES ('delta.feature.allowColumnDefaults' = 'supported');

CREATE TABLE liquid (a INT, b INT) CLUSTER BY (a);

CREATE TABLE parts (a INT, p STRING) PARTITIONED BY (p);

INSERT INTO parts PARTITION (p = 'x') VALUES (1);

INSERT INTO parts REPLACE WHERE p = 'x' SELECT 2, 'x';

CREATE VIEW vw AS SELECT a, b FROM mine;

SELECT * FROM vw;

CREATE OR REPLACE VIEW vw AS SELECT a FROM mine;

DESCRIBE vw;

DROP VIEW vw;

SHOW TABLES;

SHOW TABLES IN main.sales LIKE 'sh*';

SHOW SCHEMAS IN main;

SHOW SCHEMAS;

SHOW FUNCTIONS LIKE 'abs';

SHOW CURRENT NAMESPACE;

DESCRIBE SCHEMA main.sales;

DESCRIBE FUNCTION upper;

CREATE SCHEMA main.made COMMENT 'x';

DROP SCHEMA main.made;

USE CATALOG main;

USE SCHEMA sales;

USE main.default;

SET spark.sql.shuffle.partitions = 2;

SET spark.sql.session.timeZone;

SET TIME ZONE 'Europe/Rome';

SET ansi_mode = true;

RESET spark.sql.session.timeZone;

EXPLAIN SELECT * FROM mine;

EXPLAIN FORMATTED INSERT INTO mine VALUES (1, 'x');

DESCRIBE QUERY SELECT * FROM mine;

SELECT * FROM csv.`${open}/people.csv`;

SELECT * FROM csv.`file:${open}/*.csv`;

SELECT * FROM csv.`/Volumes/main/sales/files/people.csv`;

SELECT * FROM text.`${open}`;

SELECT * FROM csv.`/Volumes/main/sales/managed/people.csv`;

SELECT * FROM text.`/Volumes/main/sales/managed`;

SELECT * FROM csv.`/Volumes/main/sales/managed/*.csv` a JOIN csv.`/Volumes/main/sales/managed` b ON a._c0 = b._c0;

CREATE TEMPORARY VIEW kept USING csv OPTIONS (path '/Volumes/main/sales/managed/people.csv', header 'true');

SELECT count(*) FROM kept;

CREATE TEMPORARY VIEW people USING csv OPTIONS (path '${open}/people.csv', header 'true');

SELECT count(*) FROM people;

REFRESH TABLE mine;

SHOW GRANTS ON TABLE mine;

CREATE VIEW renamed AS SELECT a FROM mine;

ALTER VIEW renamed AS SELECT a, a + 1 AS next FROM mine;

ALTER VIEW renamed SET TBLPROPERTIES ('x' = 'y');

SELECT * FROM renamed;

ALTER VIEW renamed RENAME TO renamed2;

SELECT * FROM renamed2;

DROP VIEW renamed2;

CREATE TABLE cloned SHALLOW CLONE mine;

SELECT a, b FROM cloned;

INSERT INTO cloned VALUES (8, 'own');

CREATE TABLE cloned0 SHALLOW CLONE mine VERSION AS OF 0;

CREATE TABLE IF NOT EXISTS cloned SHALLOW CLONE main.sales.shared;

SELECT * FROM mine@v1 AS m;

SELECT * FROM main.default.`mine`@v0 WHERE b <> 'x@v1';

COMMENT ON COLUMN main.default.mine.a IS 'it''s a number';

COMMENT ON COLUMN mine.a IS NULL;

CREATE TABLE marked (a INT) TBLPROPERTIES (delta.enableDeletionVectors = true);

INSERT INTO marked SELECT id FROM range(10);

DELETE FROM marked WHERE a = 5;

REORG TABLE marked APPLY (PURGE);

CREATE TABLE alike LIKE mine;

INSERT INTO alike VALUES (1, 'x');

CREATE TABLE IF NOT EXISTS alike LIKE parts;

CREATE TABLE alike_marked LIKE marked;

CREATE TABLE alike_liquid LIKE liquid;

SHOW PARTITIONS parts;
