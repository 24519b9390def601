-- Statements that must be refused, each before a file outside the open places is touched. One to a paragraph; the line above
-- says the error's code and a word of its message. ${canary} is a folder outside, ${open} one that everybody may read.

--! PERMISSION_DENIED reflect
SELECT reflect('java.lang.System', 'getProperty', 'user.home');

--! PERMISSION_DENIED java_method
SELECT java_method('java.lang.Runtime', 'version');

--! PERMISSION_DENIED try_reflect
SELECT try_reflect('java.lang.System', 'getenv', 'PATH');

--! PERMISSION_DENIED reflect
SELECT system.builtin.reflect('java.lang.System', 'getProperty', 'user.home');

--! PERMISSION_DENIED reflect
SELECT identifier('reflect')('java.lang.System', 'getProperty', 'user.home');

--! PERMISSION_DENIED reflect
SELECT identifier('re' || 'flect')('java.lang.System', 'getProperty', 'user.home');

--! PERMISSION_DENIED reflect
SELECT transform(array(1), x -> reflect('java.lang.System', 'getProperty', 'user.home'));

--! PERMISSION_DENIED reflect
SELECT (SELECT max(reflect('java.lang.System', 'getProperty', 'user.home')));

--! PERMISSION_DENIED reflect
WITH x AS (SELECT reflect('java.lang.System', 'getProperty', 'user.home') AS a) SELECT * FROM x;

--! PERMISSION_DENIED reflect
EXECUTE IMMEDIATE 'SELECT reflect(''java.lang.System'', ''getProperty'', ''user.home'')';

--! PERMISSION_DENIED reflect
EXPLAIN SELECT reflect('java.lang.System', 'getProperty', 'user.home');

--! PERMISSION_DENIED reflect
DECLARE VARIABLE leak STRING DEFAULT reflect('java.lang.System', 'getProperty', 'user.home');

--! PERMISSION_DENIED reflect
CREATE TABLE main.default.leak (a INT, b STRING DEFAULT reflect('java.lang.System', 'getProperty', 'user.home')) USING delta;

--! PERMISSION_DENIED reflect
CREATE TEMPORARY FUNCTION leak() RETURNS STRING RETURN reflect('java.lang.System', 'getProperty', 'user.home');

--! PERMISSION_DENIED reflect
CREATE VIEW main.default.leak AS SELECT reflect('java.lang.System', 'getProperty', 'user.home') AS a;

--! PERMISSION_DENIED reflect
VALUES (reflect('java.lang.System', 'getProperty', 'user.home'));

--! PERMISSION_DENIED reflect
SELECT 1 |> SELECT reflect('java.lang.System', 'getProperty', 'user.home');

--! PERMISSION_DENIED from_protobuf
SELECT from_protobuf(x'00', 'M', '${canary}/secret.txt');

--! PERMISSION_DENIED rowValidationXSDPath
SELECT from_xml('<p><a>1</a></p>', 'a INT', map('rowValidationXSDPath', '${canary}/secret.txt'));

--! PERMISSION_DENIED python_worker_logs
SELECT * FROM python_worker_logs();

--! PERMISSION_DENIED table_changes_by_path
SELECT * FROM table_changes_by_path('${canary}/delta', 0);

--! PERMISSION_DENIED delta
SELECT * FROM table_changes('delta.`${canary}/delta`', 0);

--! PERMISSION_DENIED csv
SELECT * FROM csv.`${canary}/secret.csv`;

--! PERMISSION_DENIED READ
SELECT * FROM csv.`${canary}`;

--! PERMISSION_DENIED READ
SELECT * FROM CSV.`file:${canary}/secret.csv`;

--! PERMISSION_DENIED READ
SELECT * FROM json.`${canary}/secret.csv`;

--! PERMISSION_DENIED READ
SELECT * FROM text.`${canary}/secret.txt`;

--! PERMISSION_DENIED READ
SELECT * FROM text.`/etc/passwd`;

--! PERMISSION_DENIED READ
SELECT * FROM text.`${canary}/not-there`;

--! PERMISSION_DENIED READ
SELECT * FROM parquet.`${canary}/secret.csv`;

--! PERMISSION_DENIED READ
SELECT * FROM orc.`${canary}/secret.csv`;

--! PERMISSION_DENIED READ
SELECT * FROM binaryFile.`${canary}/secret.csv`;

--! PERMISSION_DENIED READ
SELECT * FROM xml.`${canary}/secret.csv`;

--! PERMISSION_DENIED READ
SELECT * FROM delta.`${canary}/delta`;

--! PERMISSION_DENIED READ
SELECT * FROM delta.`${canary}/delta` VERSION AS OF 0;

--! PERMISSION_DENIED READ
SELECT * FROM delta.`${canary}/delta@v0`;

--! PERMISSION_DENIED READ
SELECT * FROM identifier('csv.`${canary}/secret.csv`');

--! PERMISSION_DENIED READ
SELECT * FROM identifier('te' || 'xt.`${canary}/secret.txt`');

--! PERMISSION_DENIED READ
SELECT (SELECT count(*) FROM text.`${canary}/secret.txt`);

--! PERMISSION_DENIED READ
SELECT * FROM range(3) WHERE id IN (SELECT 1 FROM text.`${canary}/secret.txt`);

--! PERMISSION_DENIED READ
WITH x AS (SELECT * FROM text.`${canary}/secret.txt`) SELECT * FROM x;

--! PERMISSION_DENIED READ
EXECUTE IMMEDIATE 'SELECT * FROM text.`${canary}/secret.txt`';

--! PERMISSION_DENIED READ
EXPLAIN SELECT * FROM text.`${canary}/secret.txt`;

--! PERMISSION_DENIED READ
DESCRIBE QUERY SELECT * FROM text.`${canary}/secret.txt`;

--! PERMISSION_DENIED READ
CREATE VIEW main.default.leak AS SELECT * FROM text.`${canary}/secret.txt`;

--! PERMISSION_DENIED READ
CREATE TEMPORARY VIEW leak AS SELECT * FROM text.`${canary}/secret.txt`;

--! PERMISSION_DENIED READ
CREATE TABLE main.default.leak AS SELECT * FROM text.`${canary}/secret.txt`;

--! PERMISSION_DENIED READ
CREATE TEMPORARY FUNCTION leak() RETURNS BIGINT RETURN (SELECT count(*) FROM text.`${canary}/secret.txt`);

--! PERMISSION_DENIED READ
INSERT INTO main.default.mine SELECT 1 FROM text.`${canary}/secret.txt`;

--! PERMISSION_DENIED READ
MERGE INTO main.default.mine USING text.`${canary}/secret.txt` s ON false WHEN NOT MATCHED THEN INSERT (a) VALUES (1);

--! PERMISSION_DENIED READ
DELETE FROM main.default.mine WHERE a IN (SELECT 1 FROM text.`${canary}/secret.txt`);

--! PERMISSION_DENIED READ
UPDATE main.default.mine SET a = (SELECT count(*) FROM text.`${canary}/secret.txt`);

--! INVALID_PARAMETER_VALUE ..
SELECT * FROM text.`${open}/../canary/secret.txt`;

--! INVALID_PARAMETER_VALUE ..
SELECT * FROM text.`${open}/*/../../canary/secret.txt`;

--! INVALID_PARAMETER_VALUE ..
SELECT * FROM text.`${open}/{x,../canary/secret.txt}`;

--! INVALID_PARAMETER_VALUE ..
SELECT * FROM text.`${open}/%2e%2e/canary/secret.txt`;

--! PERMISSION_DENIED READ
SELECT * FROM text.`${canary}/*`;

--! INVALID_PARAMETER_VALUE wildcards
SELECT * FROM text.`/*/passwd`;

--! INVALID_PARAMETER_VALUE empty
SELECT * FROM json.` `;

--! PERMISSION_DENIED jdbc
SELECT * FROM jdbc.`jdbc:h2:mem:x`;

--! PERMISSION_DENIED not allowed
SELECT * FROM `org.apache.spark.sql.execution.datasources.jdbc.JdbcRelationProvider`.`x`;

--! PERMISSION_DENIED not allowed
SELECT * FROM `org.apache.spark.sql.execution.datasources.text.TextFileFormat`.`${canary}/secret.txt`;

--! PERMISSION_DENIED socket
SELECT * FROM socket.`127.0.0.1:22`;

--! PERMISSION_DENIED WRITE
INSERT INTO csv.`${canary}/out` SELECT 1;

--! PERMISSION_DENIED WRITE
INSERT INTO delta.`${canary}/delta` SELECT 1;

--! PERMISSION_DENIED WRITE
DELETE FROM delta.`${canary}/delta`;

--! PERMISSION_DENIED WRITE
UPDATE delta.`${canary}/delta` SET a = 1;

--! PERMISSION_DENIED WRITE
OPTIMIZE delta.`${canary}/delta`;

--! PERMISSION_DENIED WRITE
OPTIMIZE '${canary}/delta';

--! PERMISSION_DENIED WRITE
VACUUM delta.`${canary}/delta`;

--! PERMISSION_DENIED WRITE
VACUUM '${canary}/delta' DRY RUN;

--! PERMISSION_DENIED READ
DESCRIBE DETAIL '${canary}/delta';

--! PERMISSION_DENIED READ
DESCRIBE DETAIL delta.`${canary}/delta`;

--! PERMISSION_DENIED READ
DESCRIBE HISTORY delta.`${canary}/delta`;

--! PERMISSION_DENIED READ
DESCRIBE HISTORY '${canary}/delta';

--! PERMISSION_DENIED READ
DESCRIBE TABLE delta.`${canary}/delta`;

--! PERMISSION_DENIED CONVERT
CONVERT TO DELTA parquet.`${canary}/delta`;

--! PERMISSION_DENIED delta
RESTORE TABLE delta.`${canary}/delta` TO VERSION AS OF 0;

--! PERMISSION_DENIED delta
CREATE TABLE main.default.leak SHALLOW CLONE delta.`${canary}/delta`;

--! PERMISSION_DENIED delta
ALTER TABLE delta.`${canary}/delta` SET TBLPROPERTIES ('a' = 'b');

--! PERMISSION_DENIED delta
ALTER TABLE delta.`${canary}/delta` ADD COLUMN b INT;

--! PERMISSION_DENIED delta
DROP TABLE delta.`${canary}/delta`;

--! PERMISSION_DENIED delta
GENERATE symlink_format_manifest FOR TABLE delta.`${canary}/delta`;

--! PERMISSION_DENIED delta
REORG TABLE delta.`${canary}/delta` APPLY (PURGE);

--! PERMISSION_DENIED WRITE
CREATE TABLE delta.`${canary}/new` (a INT) USING delta;

--! PERMISSION_DENIED canary
CREATE TABLE main.default.leak (a STRING) USING csv LOCATION '${canary}';

--! PERMISSION_DENIED canary
CREATE TABLE main.default.leak USING delta LOCATION '${canary}/delta';

--! PERMISSION_DENIED canary
CREATE TABLE main.default.leak USING delta LOCATION '${canary}/new' AS SELECT 1 AS a;

--! INVALID_PARAMETER_VALUE ..
CREATE TABLE main.default.leak (a INT) USING delta LOCATION '${open}/../canary/new';

--! PERMISSION_DENIED canary
CREATE TABLE main.default.leak (a STRING) USING text OPTIONS (path '${canary}');

--! PERMISSION_DENIED canary
CREATE TEMPORARY VIEW leak USING text OPTIONS (path '${canary}/secret.txt');

--! PERMISSION_DENIED jdbc
CREATE TEMPORARY VIEW leak USING jdbc OPTIONS (url 'jdbc:h2:mem:x', dbtable 'x');

--! PERMISSION_DENIED jdbc
CREATE TABLE main.default.leak (a INT) USING jdbc OPTIONS (url 'jdbc:h2:mem:x', dbtable 'x');

--! PERMISSION_DENIED not allowed
CREATE TABLE main.default.leak (a INT) USING `org.apache.spark.sql.execution.datasources.jdbc.JdbcRelationProvider`;

--! PERMISSION_DENIED STORED AS
CREATE TABLE main.default.leak (a INT) STORED AS PARQUET;

--! PERMISSION_DENIED ROW FORMAT
CREATE TABLE main.default.leak (a INT) ROW FORMAT SERDE 'x.Y';

--! PERMISSION_DENIED fs.
CREATE TABLE main.default.leak (a INT) USING delta TBLPROPERTIES ('fs.s3a.endpoint' = 'x');

--! PERMISSION_DENIED fs.
CREATE TABLE main.default.leak (a INT) USING csv OPTIONS ('fs.s3a.endpoint' 'x');

--! PERMISSION_DENIED fs.
SELECT * FROM main.default.mine WITH ('fs.file.impl' = 'x.Y');

--! PERMISSION_DENIED INSERT INTO DIR
INSERT OVERWRITE DIRECTORY '${canary}/out' USING csv SELECT 1;

--! PERMISSION_DENIED INSERT INTO DIR
INSERT OVERWRITE LOCAL DIRECTORY '${canary}/out' USING text SELECT 'x';

--! PERMISSION_DENIED LOAD DATA
LOAD DATA INPATH '${canary}/secret.csv' INTO TABLE main.default.mine;

--! PERMISSION_DENIED TRANSFORM
SELECT TRANSFORM(1) USING 'touch ${canary}/out' AS (a) FROM range(1);

--! PERMISSION_DENIED ADD JARS
ADD JAR '${canary}/evil.jar';

--! PERMISSION_DENIED ADD FILES
ADD FILE '${canary}/secret.txt';

--! PERMISSION_DENIED ADD ARCHIVES
ADD ARCHIVE '${canary}/secret.txt';

--! PERMISSION_DENIED LIST JARS
LIST JARS;

--! PERMISSION_DENIED LIST FILES
LIST FILES;

--! PERMISSION_DENIED CREATE FUNCTION
CREATE TEMPORARY FUNCTION leak AS 'x.Y' USING JAR '${canary}/evil.jar';

--! PERMISSION_DENIED CREATE FUNCTION
CREATE FUNCTION main.default.leak AS 'x.Y';

--! PERMISSION_DENIED CACHE
CACHE TABLE main.default.mine;

--! PERMISSION_DENIED CACHE
CACHE TABLE leak AS SELECT current_user();

--! PERMISSION_DENIED CLEAR CACHE
CLEAR CACHE;

--! PERMISSION_DENIED REFRESH
REFRESH '${canary}';

--! PERMISSION_DENIED GLOBAL
CREATE GLOBAL TEMPORARY VIEW leak AS SELECT 1;

--! PERMISSION_DENIED global_temp
SELECT * FROM global_temp.leak;

--! PERMISSION_DENIED spark.sql.catalog
SET spark.sql.catalog.evil = x.Y;

--! PERMISSION_DENIED singlePassResolver
SET spark.sql.analyzer.singlePassResolver.enabled = true;

--! PERMISSION_DENIED fs.file.impl
SET fs.file.impl = x.Y;

--! PERMISSION_DENIED spark.hadoop
SET spark.hadoop.fs.file.impl = x.Y;

--! PERMISSION_DENIED spark.local.dir
SET spark.local.dir;

--! PERMISSION_DENIED spark.sql.warehouse.dir
SET spark.sql.warehouse.dir;

--! PERMISSION_DENIED SET without a name
SET;

--! PERMISSION_DENIED -v
SET -v;

--! PERMISSION_DENIED RESET without a name
RESET;

--! PERMISSION_DENIED spark.sql.catalog
RESET spark.sql.catalog.main;

--! PERMISSION_DENIED spark.sql.variable.substitute
SET spark.sql.variable.substitute = true;

--! PERMISSION_DENIED spark.sql.adaptive.customCostEvaluatorClass
SET spark.sql.adaptive.customCostEvaluatorClass = x.Y;

--! PERMISSION_DENIED spark.sql.optimizer.excludedRules
SET spark.sql.optimizer.excludedRules = x.Y;

--! PERMISSION_DENIED spark.sql.extensions
SET spark.sql.extensions = x.Y;

--! PERMISSION_DENIED LOCATION
CREATE SCHEMA main.leak LOCATION '${canary}/out';

--! PERMISSION_DENIED where a table lies
ALTER TABLE main.default.mine SET LOCATION '${canary}/delta';

--! CATALOG_NOT_FOUND spark_catalog
CREATE TABLE spark_catalog.default.covert (a INT) USING delta;

--! CATALOG_NOT_FOUND spark_catalog
CREATE SCHEMA spark_catalog.covert;

--! CATALOG_NOT_FOUND spark_catalog
SHOW TABLES IN spark_catalog.default;

--! CATALOG_NOT_FOUND spark_catalog
USE spark_catalog.default;

--! PERMISSION_DENIED STREAM
SELECT * FROM STREAM main.default.mine;

--! PERMISSION_DENIED control characters
SELECT * FROM `viewxmainsales`.sales.shared;

--! PERMISSION_DENIED control characters
DESCRIBE TABLE `viewxmainsales`.sales.shared;

--! PERMISSION_DENIED volume
SELECT * FROM csv.`${volume}/people.csv`;

--! PERMISSION_DENIED volume
SELECT * FROM csv.`/Volumes/main/sales/managed/people.csv` UNION ALL SELECT * FROM csv.`file:${volume}/people.csv`;

--! PERMISSION_DENIED volume
CREATE TEMPORARY VIEW leak USING csv OPTIONS (path '${volume}/people.csv');

--! PERMISSION_DENIED /Volumes/main/sales/others
SELECT * FROM csv.`/Volumes/main/sales/others/people.csv`;

--! PERMISSION_DENIED /Volumes/main/sales/others
CREATE TEMPORARY VIEW leak USING csv OPTIONS (path '/Volumes/main/sales/others/people.csv');

--! PERMISSION_DENIED READ
CREATE TABLE main.default.leak SHALLOW CLONE main.sales.described;

--! PERMISSION_DENIED READ
CREATE TABLE main.default.leak SHALLOW CLONE main.sales.described VERSION AS OF 0;

--! TABLE_OR_VIEW_NOT_FOUND hidden
CREATE TABLE main.default.leak SHALLOW CLONE main.sales.hidden;

--! PERMISSION_DENIED MANAGE
CREATE OR REPLACE TABLE main.sales.shared SHALLOW CLONE main.default.mine;

--! PERMISSION_DENIED path
CREATE TABLE delta.`${open}/leak` SHALLOW CLONE main.default.mine;

--! PERMISSION_DENIED ALTER
COMMENT ON COLUMN main.sales.shared.a IS 'mine now';

--! PERMISSION_DENIED READ
SELECT * FROM main.sales.described@v0;

--! PERMISSION_DENIED READ
CREATE TABLE main.default.leak LIKE main.sales.described;

--! TABLE_OR_VIEW_NOT_FOUND hidden
CREATE TABLE main.default.leak LIKE main.sales.hidden;
