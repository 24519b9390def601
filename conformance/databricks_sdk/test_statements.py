"""Statements: results in each form, parameters, limits, errors, cancel, history."""

import csv
import io
import time

import pytest
import requests
from databricks.sdk.errors import BadRequest, DatabricksError, NotFound
from databricks.sdk.service import sql as dbsql

ROWS = "SELECT id, concat('row ', id) AS text FROM range(0, 250000)"


def test_a_query_answers_within_the_call(admin):
    response = admin.run("SELECT 1 AS one, 'two' AS two, CAST(NULL AS INT) AS three, DATE'2026-01-02' AS four")
    assert response.result.data_array == [["1", "two", None, "2026-01-02"]]
    assert [c.type_text for c in response.manifest.schema.columns] == ["INT", "STRING", "INT", "DATE"]
    assert response.manifest.total_row_count == 1


def test_a_statement_goes_on_when_the_call_does_not_wait(admin):
    response = admin.client.statement_execution.execute_statement("SELECT 1", admin.warehouse, wait_timeout="0s")
    assert response.statement_id
    give_up = time.monotonic() + 60
    while response.status.state in (dbsql.StatementState.PENDING, dbsql.StatementState.RUNNING):
        assert time.monotonic() < give_up
        response = admin.client.statement_execution.get_statement(response.statement_id)
    assert response.result.data_array == [["1"]]


def test_a_large_result_comes_in_chunks_in_any_order(admin):
    response = admin.run(ROWS)
    chunks = response.manifest.total_chunk_count
    assert chunks > 1 and response.manifest.total_row_count == 250_000
    rows = {}
    for index in reversed(range(chunks)):
        chunk = admin.client.statement_execution.get_statement_result_chunk_n(response.statement_id, index)
        rows[index] = chunk.data_array
    every = [row for index in range(chunks) for row in rows[index]]
    assert len(every) == 250_000
    assert every[123_456] == ["123456", "row 123456"]


def test_a_result_is_fetched_by_links_without_the_token(admin):
    response = admin.run(ROWS, disposition=dbsql.Disposition.EXTERNAL_LINKS, format=dbsql.Format.CSV)
    total, index = 0, 0
    while index is not None:
        chunk = admin.client.statement_execution.get_statement_result_chunk_n(response.statement_id, index)
        for link in chunk.external_links:
            reply = requests.get(link.external_link, timeout=60)
            assert reply.status_code == 200
            total += sum(1 for _ in csv.reader(io.StringIO(reply.text)))
            index = link.next_chunk_index
    assert total in (250_000, 250_001)


def test_a_changed_link_is_refused(admin):
    response = admin.run("SELECT 1", disposition=dbsql.Disposition.EXTERNAL_LINKS, format=dbsql.Format.CSV)
    link = response.result.external_links[0].external_link
    assert requests.get(link[:-4] + "AAAA", timeout=60).status_code in (400, 401, 403, 404)


def test_arrow_results_start_an_arrow_stream(admin):
    response = admin.run("SELECT 1", disposition=dbsql.Disposition.EXTERNAL_LINKS, format=dbsql.Format.ARROW_STREAM)
    reply = requests.get(response.result.external_links[0].external_link, timeout=60)
    assert reply.content[:4] == b"\xff\xff\xff\xff"


def test_parameters_are_values_and_never_sql(admin):
    response = admin.run(
        "SELECT :word AS word, :number + 1 AS number",
        parameters=[
            dbsql.StatementParameterListItem(name="word", value="x' OR '1'='1"),
            dbsql.StatementParameterListItem(name="number", value="41", type="INT"),
        ],
    )
    assert response.result.data_array == [["x' OR '1'='1", "42"]]


def test_a_row_limit_cuts_and_says_so(admin):
    response = admin.run("SELECT * FROM range(100)", row_limit=10)
    assert len(response.result.data_array) == 10
    assert response.manifest.truncated


def test_catalog_and_schema_of_the_request_resolve_names(admin, table):
    catalog, schema, short = table.split(".")
    assert admin.rows(f"SELECT count(*) FROM {short}", catalog=catalog, schema=schema) == [["3"]]


def test_errors_carry_their_class_and_position(admin):
    response = admin.attempt("SELECT nothing_of_that_name FROM range(1)")
    assert response.status.state is dbsql.StatementState.FAILED
    assert "UNRESOLVED_COLUMN" in response.status.error.message
    assert "PARSE_SYNTAX_ERROR" in admin.refusal("SELEC 1")
    assert "TABLE_OR_VIEW_NOT_FOUND" in admin.refusal("SELECT * FROM main.default.no_such_table")
    assert "DIVIDE_BY_ZERO" in admin.refusal("SELECT 1 / 0")


def test_cancel_stops_the_work(admin):
    response = admin.client.statement_execution.execute_statement(
        "SELECT sum(a.id * b.id) FROM range(0, 10000000) a CROSS JOIN range(0, 10000000) b",
        admin.warehouse,
        wait_timeout="0s",
    )
    admin.client.statement_execution.cancel_execution(response.statement_id)
    give_up = time.monotonic() + 30
    while (
        admin.client.statement_execution.get_statement(response.statement_id).status.state
        is not dbsql.StatementState.CANCELED
    ):
        assert time.monotonic() < give_up, "it still runs"
        time.sleep(0.1)


def test_a_wait_that_ends_in_cancel_cancels(admin):
    response = admin.client.statement_execution.execute_statement(
        "SELECT sum(a.id * b.id) FROM range(0, 10000000) a CROSS JOIN range(0, 10000000) b",
        admin.warehouse,
        wait_timeout="5s",
        on_wait_timeout=dbsql.ExecuteStatementRequestOnWaitTimeout.CANCEL,
    )
    assert response.status.state is dbsql.StatementState.CANCELED


@pytest.mark.parametrize("wait", ["4s", "51s", "soon", "-1s"])
def test_a_wait_outside_its_bounds_is_a_clear_error(admin, wait):
    with pytest.raises(BadRequest):
        admin.client.statement_execution.execute_statement("SELECT 1", admin.warehouse, wait_timeout=wait)


def test_an_unknown_statement_is_not_found(admin):
    with pytest.raises(NotFound):
        admin.client.statement_execution.get_statement("01f00000-0000-1000-8000-000000000000")


def test_a_statement_belongs_to_the_one_who_ran_it(admin, second):
    response = admin.run("SELECT 42")
    with pytest.raises(DatabricksError):
        second.client.statement_execution.get_statement(response.statement_id)


def test_the_history_shows_what_ran(admin):
    marker = f"marker{time.time_ns()}"
    admin.run(f"SELECT '{marker}'")
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        history = admin.client.query_history.list(max_results=50)
        found = [query for query in history.res if marker in query.query_text]
        if found and found[0].status is dbsql.QueryStatus.FINISHED:
            return
        time.sleep(0.2)
    raise AssertionError("the statement is not in the history")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT reflect('java.lang.System', 'getProperty', 'user.home')",
        "SELECT java_method('java.lang.System', 'getProperty', 'user.home')",
        "ADD JAR '/tmp/x.jar'",
        "SELECT TRANSFORM(1) USING 'cat'",
        "SELECT * FROM text.`/etc/passwd`",
        "SELECT * FROM delta.`/tmp/x`",
        "INSERT OVERWRITE DIRECTORY '/tmp/out' USING csv SELECT 1",
        "CREATE TABLE main.default.leak USING jdbc OPTIONS (url 'jdbc:sqlite:/tmp/x', dbtable 't')",
        "SET spark.sql.extensions = x",
    ],
)
def test_what_reaches_around_the_catalog_is_refused(admin, statement):
    admin.refusal(statement)


def test_a_delta_table_lives_through_its_commands(admin, table):
    admin.run(f"MERGE INTO {table} t USING (SELECT * FROM VALUES (3, 'drei'), (4, 'vier') AS v(id, name)) s ON t.id = s.id "
              "WHEN MATCHED THEN UPDATE SET name = s.name WHEN NOT MATCHED THEN INSERT *")
    admin.run(f"UPDATE {table} SET name = 'eins' WHERE id = 1")
    admin.run(f"DELETE FROM {table} WHERE id = 2")
    assert admin.rows(f"SELECT * FROM {table} ORDER BY id") == [["1", "eins"], ["3", "drei"], ["4", "vier"]]
    assert len(admin.rows(f"SELECT * FROM {table} VERSION AS OF 1")) == 3
    operations = [row[4] for row in admin.rows(f"DESCRIBE HISTORY {table}")]
    assert operations == ["DELETE", "UPDATE", "MERGE", "WRITE", "CREATE TABLE"]
    admin.run(f"OPTIMIZE {table}")
    admin.run(f"RESTORE TABLE {table} TO VERSION AS OF 1")
    assert admin.rows(f"SELECT count(*) FROM {table}") == [["3"]]
    assert "168" in admin.refusal(f"VACUUM {table} RETAIN 0 HOURS")


def test_a_row_of_the_wrong_shape_is_refused(admin, table):
    admin.refusal(f"INSERT INTO {table} VALUES ('not a number', 'x')")
    admin.refusal(f"INSERT INTO {table} SELECT 1, 'x', 'one too many'")
    assert admin.rows(f"SELECT count(*) FROM {table}") == [["3"]]
