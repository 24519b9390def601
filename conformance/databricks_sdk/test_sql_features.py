"""What Delta and SQL offer through the statements API, that REST shows the same, and that a second principal is refused."""

from __future__ import annotations

import pytest
from databricks.sdk.service import iam
from databricks.sdk.service import catalog as uc


def give(admin, person, kind, full_name, *privileges):
    admin.client.grants.update(
        kind,
        full_name,
        changes=[uc.PermissionsChange(principal=person.name, add=[uc.Privilege(each) for each in privileges])],
    )


def enter(admin, person, schema, *privileges):
    """Lets somebody into the schema, with privileges on it."""
    give(admin, person, "catalog", schema.split(".")[0], "USE_CATALOG")
    give(admin, person, "schema", schema, "USE_SCHEMA", *privileges)


def columns(admin, table):
    return [(column.name, column.type_text, column.nullable) for column in admin.client.tables.get(table).columns]


def test_rest_shows_the_columns_after_each_alter(admin, schema):
    table = f"{schema}.altered"
    admin.run(f"CREATE TABLE {table} (a INT, b STRING NOT NULL) TBLPROPERTIES ('delta.enableTypeWidening' = 'true')")
    assert columns(admin, table) == [("a", "int", True), ("b", "string", False)]
    admin.run(f"ALTER TABLE {table} ALTER COLUMN a TYPE BIGINT")
    admin.run(f"ALTER TABLE {table} ALTER COLUMN b DROP NOT NULL")
    admin.run(f"ALTER TABLE {table} ADD COLUMNS (c DATE COMMENT 'when' AFTER a)")
    assert columns(admin, table) == [("a", "bigint", True), ("c", "date", True), ("b", "string", True)]
    admin.run(f"ALTER TABLE {table} SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')")
    admin.run(f"ALTER TABLE {table} RENAME COLUMN b TO d")
    admin.run(f"ALTER TABLE {table} DROP COLUMN a")
    admin.run(f"COMMENT ON COLUMN {table}.c IS 'the day'")
    read = admin.client.tables.get(table)
    assert [(column.name, column.comment) for column in read.columns] == [("c", "the day"), ("d", None)]
    admin.run(
        f"MERGE WITH SCHEMA EVOLUTION INTO {table} t USING (SELECT 'x' AS d, 1.5D AS e) s ON t.d = s.d WHEN NOT MATCHED THEN INSERT *"
    )
    assert columns(admin, table) == [("c", "date", True), ("d", "string", True), ("e", "double", True)]


def test_show_create_table_makes_the_table_again(admin, newcomer, schema):
    table = f"{schema}.original"
    admin.run(
        f"CREATE TABLE {table} (id BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5), a INT NOT NULL COMMENT 'it''s', "
        "b INT GENERATED ALWAYS AS (a * 2), c STRING DEFAULT 'd') CLUSTER BY (a) COMMENT 'first' "
        "TBLPROPERTIES ('delta.feature.allowColumnDefaults' = 'supported', 'team' = 'x')"
    )
    statement = admin.rows(f"SHOW CREATE TABLE {table}")[0][0]
    assert "CLUSTER BY (a)" in statement and "'team' = 'x'" in statement
    assert newcomer.refusal(f"SHOW CREATE TABLE {table}")
    admin.run(statement.replace("original", "again"))
    again = f"{schema}.again"
    assert columns(admin, again) == columns(admin, table)
    admin.run(f"INSERT INTO {again} (a) VALUES (1), (2)")
    assert admin.rows(f"SELECT id, a, b, c FROM {again} ORDER BY a")[0][1:] == ["1", "2", "d"]
    assert admin.rows(f"SHOW CREATE TABLE {again}")[0][0] == statement.replace("original", "again")


def test_a_clone_needs_the_right_to_read_its_source(admin, newcomer, schema, table):
    enter(admin, newcomer, schema, "CREATE_TABLE")
    assert "TABLE_OR_VIEW_NOT_FOUND" in newcomer.refusal(f"CREATE TABLE {schema}.mine SHALLOW CLONE {table}")
    give(admin, newcomer, "table", table, "MODIFY")
    assert newcomer.refusal(f"CREATE TABLE {schema}.mine SHALLOW CLONE {table}")
    assert f"{schema}.mine" not in [each.full_name for each in admin.client.tables.list(*schema.split("."))]
    give(admin, newcomer, "table", table, "SELECT")
    newcomer.run(f"CREATE TABLE {schema}.mine SHALLOW CLONE {table} VERSION AS OF 1")
    newcomer.run(f"DELETE FROM {schema}.mine WHERE id = 1")
    assert newcomer.rows(f"SELECT count(*) FROM {schema}.mine") == [["2"]]
    assert admin.rows(f"SELECT count(*) FROM {table}") == [["3"]]
    assert columns(admin, f"{schema}.mine") == columns(admin, table)
    assert newcomer.refusal(f"CREATE OR REPLACE TABLE {table} SHALLOW CLONE {schema}.mine")
    assert admin.rows(f"SELECT count(*) FROM {table}") == [["3"]]


def test_the_past_is_read_and_brought_back(admin, newcomer, schema, table):
    admin.run(f"DELETE FROM {table} WHERE id < 3")
    for past in (f"{table}@v1", f"{table} VERSION AS OF 1"):
        assert admin.rows(f"SELECT count(*) FROM {past} AS t") == [["3"]]
    enter(admin, newcomer, schema)
    give(admin, newcomer, "table", table, "SELECT")
    assert newcomer.rows(f"SELECT count(*) FROM {table}@v1") == [["3"]]
    for change in ("RESTORE TABLE {} TO VERSION AS OF 1", "OPTIMIZE {}", "VACUUM {}", "REORG TABLE {} APPLY (PURGE)"):
        assert newcomer.refusal(change.format(table))
    admin.run(f"RESTORE TABLE {table} TO VERSION AS OF 1")
    assert admin.rows(f"SELECT count(*) FROM {table}") == [["3"]]
    assert "168" in admin.refusal(f"VACUUM {table} RETAIN 0 HOURS")
    admin.run(f"DROP TABLE {table}")
    admin.run(f"UNDROP TABLE {table}")
    assert admin.rows(f"SELECT count(*) FROM {table}") == [["3"]]


def test_a_view_keeps_its_place_when_it_is_altered_and_renamed(admin, newcomer, schema, table):
    catalog, short = schema.split(".")
    there = {"catalog": catalog, "schema": short}
    admin.run(f"CREATE VIEW v AS SELECT id FROM {table.split('.')[2]}", **there)
    admin.run("ALTER VIEW v SET TBLPROPERTIES ('x' = 'y')", **there)
    admin.run(f"ALTER VIEW v AS SELECT id, name FROM {table.split('.')[2]}", **there)
    admin.run("ALTER VIEW v RENAME TO w", **there)
    enter(admin, newcomer, schema)
    give(admin, newcomer, "table", f"{schema}.w", "SELECT")
    assert newcomer.rows(f"SELECT count(name) FROM {schema}.w") == [["3"]]
    assert newcomer.refusal(f"SELECT * FROM {table}")
    assert "AS SELECT id, name FROM" in newcomer.rows(f"SHOW CREATE TABLE {schema}.w")[0][0]


def test_partitions_and_functions_are_described(admin, newcomer, schema):
    catalog, short = schema.split(".")
    there = {"catalog": catalog, "schema": short}
    admin.run("CREATE TABLE p (a INT, d STRING) PARTITIONED BY (d)", **there)
    admin.run("INSERT INTO p VALUES (1, 'x'), (2, 'y')", **there)
    assert sorted(admin.rows("SHOW PARTITIONS p", **there)) == [["x"], ["y"]]
    assert newcomer.refusal(f"SHOW PARTITIONS {schema}.p")
    admin.run("CREATE FUNCTION twice(x INT) RETURNS INT RETURN x * 2", **there)
    assert ["Body: x * 2"] in admin.rows("DESCRIBE FUNCTION twice", **there)
    assert "upper" in str(admin.rows("DESCRIBE FUNCTION upper", **there))


@pytest.mark.parametrize("words", ["REPLACE", "IF NOT EXISTS"])
def test_a_table_that_is_there_keeps_its_id_whatever_makes_it_again(admin, schema, table, words):
    before = admin.client.tables.get(table)
    create = "CREATE OR REPLACE TABLE" if words == "REPLACE" else "CREATE TABLE IF NOT EXISTS"
    admin.run(f"{create} {table} (other INT)")
    after = admin.client.tables.get(table)
    assert after.table_id == before.table_id
    assert [column.name for column in after.columns] == (["other"] if words == "REPLACE" else ["id", "name"])


def test_a_view_hides_from_those_outside_a_group(admin, newcomer, schema, table, name):
    group = name("team")
    team = admin.client.groups.create(display_name=group)
    admin.run(
        f"CREATE VIEW {schema}.masked AS SELECT id, CASE WHEN is_account_group_member('{group}') THEN name END AS name"
        f" FROM {table} WHERE is_member('{group}') OR id = 1"
    )
    enter(admin, newcomer, schema)
    give(admin, newcomer, "table", f"{schema}.masked", "SELECT")
    assert newcomer.rows(f"SELECT * FROM {schema}.masked") == [["1", None]]
    person = newcomer.client.current_user.me()
    admin.client.groups.patch(
        team.id,
        operations=[iam.Patch(op=iam.PatchOp.ADD, value={"members": [{"value": person.id}]})],
        schemas=[iam.PatchSchema.URN_IETF_PARAMS_SCIM_API_MESSAGES_2_0_PATCH_OP],
    )
    assert newcomer.rows(f"SELECT count(name) FROM {schema}.masked") == [["3"]]
    assert newcomer.rows(f"SELECT is_member(upper('{group}')), is_member('nobody'), is_member(NULL)") == [
        ["true", "false", None]
    ]
    assert "WRONG_NUM_ARGS" in newcomer.refusal("SELECT is_member()")
    assert newcomer.rows("SELECT current_metastore()")[0][0].endswith(admin.client.metastores.current().metastore_id)
