"""Results of statements, as SQL clients depend on them: waiting, chunks, limits, formats, size, cancel."""

import concurrent.futures
import csv
import io
import json
import time

import pyarrow
import pyarrow.ipc
import pytest
import requests
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import BadRequest, NotFound
from databricks.sdk.service import sql as dbsql

from tarn_server import TarnServer

ENDLESS = "SELECT sum(a.id * b.id) FROM range(0, 10000000) a CROSS JOIN range(0, 10000000) b"
CONTINUE = dbsql.ExecuteStatementRequestOnWaitTimeout.CONTINUE
CANCEL = dbsql.ExecuteStatementRequestOnWaitTimeout.CANCEL
UNFINISHED = (dbsql.StatementState.PENDING, dbsql.StatementState.RUNNING)


def state(person, statement_id):
    return person.client.statement_execution.get_statement(statement_id).status.state


def wait_for(person, statement_id, seconds=60):
    give_up = time.monotonic() + seconds
    while (now := state(person, statement_id)) in UNFINISHED:
        assert time.monotonic() < give_up, "it still runs"
        time.sleep(0.05)
    return now


@pytest.mark.parametrize("wait", [None, "0s", "5s", "50s"])
@pytest.mark.parametrize("on_timeout", [None, CONTINUE, CANCEL])
def test_a_short_statement_ends_whatever_the_wait(admin, wait, on_timeout):
    if wait == "0s" and on_timeout is CANCEL:
        with pytest.raises(BadRequest):
            admin.client.statement_execution.execute_statement(
                "SELECT 1", admin.warehouse, wait_timeout=wait, on_wait_timeout=on_timeout
            )
        return
    response = admin.client.statement_execution.execute_statement(
        "SELECT 1", admin.warehouse, wait_timeout=wait, on_wait_timeout=on_timeout
    )
    if wait == "0s":
        assert wait_for(admin, response.statement_id) is dbsql.StatementState.SUCCEEDED
    else:
        assert response.status.state is dbsql.StatementState.SUCCEEDED
        assert response.result.data_array == [["1"]]


@pytest.mark.parametrize("on_timeout", [None, CONTINUE, CANCEL])
def test_a_long_statement_goes_on_after_the_wait_or_is_cancelled(admin, on_timeout):
    began = time.monotonic()
    response = admin.client.statement_execution.execute_statement(
        ENDLESS, admin.warehouse, wait_timeout="5s", on_wait_timeout=on_timeout
    )
    assert 4.5 < time.monotonic() - began < 20
    if on_timeout is CANCEL:
        assert response.status.state is dbsql.StatementState.CANCELED
    else:
        assert response.status.state in UNFINISHED
        admin.client.statement_execution.cancel_execution(response.statement_id)
        assert wait_for(admin, response.statement_id) is dbsql.StatementState.CANCELED


def test_chunks_are_fetched_in_parallel(admin):
    response = admin.run("SELECT id, repeat('x', 20) AS text FROM range(0, 400000)")
    assert response.manifest.total_chunk_count > 2
    fetch = admin.client.statement_execution.get_statement_result_chunk_n
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        chunks = list(pool.map(lambda n: fetch(response.statement_id, n), range(response.manifest.total_chunk_count)))
    rows = [row for chunk in sorted(chunks, key=lambda chunk: chunk.row_offset) for row in chunk.data_array]
    assert [int(row[0]) for row in rows] == list(range(400_000))
    assert [chunk.row_count for chunk in response.manifest.chunks] == [len(chunk.data_array) for chunk in chunks]
    with pytest.raises((BadRequest, NotFound)):
        fetch(response.statement_id, response.manifest.total_chunk_count)


def test_a_byte_limit_cuts_and_says_so(admin):
    text = "SELECT id, repeat('x', 100) FROM range(100000)"
    response = admin.run(
        text, byte_limit=100_000, disposition=dbsql.Disposition.EXTERNAL_LINKS, format=dbsql.Format.JSON_ARRAY
    )
    assert response.manifest.truncated
    assert 0 < response.manifest.total_row_count < 100_000
    assert response.manifest.total_byte_count <= 200_000
    assert admin.run(text, byte_limit=100_000).manifest.truncated
    whole = admin.run("SELECT id FROM range(10)", byte_limit=100_000, row_limit=10)
    assert not whole.manifest.truncated and whole.manifest.total_row_count == 10


def test_arrow_chunks_behind_links_are_read_by_pyarrow(admin):
    response = admin.run(
        "SELECT id, id / 2 AS half, CAST(id AS DECIMAL(20, 2)) AS money, concat('row ', id) AS text, id % 2 = 0 AS even, "
        "DATE'2026-01-01' + INT(id % 100) AS day FROM range(0, 500000)",
        disposition=dbsql.Disposition.EXTERNAL_LINKS,
        format=dbsql.Format.ARROW_STREAM,
    )
    tables, index = [], 0
    while index is not None:
        chunk = admin.client.statement_execution.get_statement_result_chunk_n(response.statement_id, index)
        (link,) = chunk.external_links
        table = pyarrow.ipc.open_stream(requests.get(link.external_link, timeout=60).content).read_all()
        assert table.num_rows == link.row_count
        tables.append(table)
        index = link.next_chunk_index
    table = pyarrow.concat_tables(tables)
    assert table.num_rows == 500_000 == response.manifest.total_row_count
    assert table.column("id").to_pylist()[:3] == [0, 1, 2] and table.column("text")[499_999].as_py() == "row 499999"
    assert table.schema.field("money").type == pyarrow.decimal128(20, 2)


@pytest.mark.parametrize("form", [dbsql.Format.CSV, dbsql.Format.JSON_ARRAY])
def test_text_chunks_behind_links_hold_every_row(admin, form):
    response = admin.run(
        "SELECT id, CASE WHEN id % 3 = 0 THEN NULL ELSE concat('a \"quoted\", ', id) END AS text FROM range(0, 30000)",
        disposition=dbsql.Disposition.EXTERNAL_LINKS,
        format=form,
    )
    rows = []
    for index in range(response.manifest.total_chunk_count):
        chunk = admin.client.statement_execution.get_statement_result_chunk_n(response.statement_id, index)
        text = requests.get(chunk.external_links[0].external_link, timeout=60).text
        rows += json.loads(text) if form is dbsql.Format.JSON_ARRAY else list(csv.reader(io.StringIO(text)))
    rows = [row for row in rows if row[0] != "id"]
    assert len(rows) == 30_000
    assert rows[4] == ["4", 'a "quoted", 4']


def test_a_text_of_16_mib_is_taken_and_a_longer_one_is_refused(admin):
    longest = 16 * 1024 * 1024
    text = "SELECT 1 -- "
    response = admin.run(text + "x" * (longest - len(text)))
    assert response.result.data_array == [["1"]]
    with pytest.raises(BadRequest) as refused:
        admin.client.statement_execution.execute_statement(text + "x" * longest, admin.warehouse, wait_timeout="50s")
    assert "16" in str(refused.value)


def test_a_cancelled_statement_frees_the_engine_within_a_second(admin, name):
    """What runs next gets the machine: it is as fast as before."""

    def seconds():
        began = time.monotonic()
        assert admin.rows("SELECT sum(id) FROM range(0, 5000000)")
        return time.monotonic() - began

    alone = min(seconds() for _ in range(3))
    response = admin.client.statement_execution.execute_statement(ENDLESS, admin.warehouse, wait_timeout="0s")
    give_up = time.monotonic() + 30
    while state(admin, response.statement_id) is dbsql.StatementState.PENDING:
        assert time.monotonic() < give_up
        time.sleep(0.02)
    admin.client.statement_execution.cancel_execution(response.statement_id)
    cancelled = time.monotonic()
    assert wait_for(admin, response.statement_id, 5) is dbsql.StatementState.CANCELED
    assert time.monotonic() - cancelled < 1
    time.sleep(max(0.0, 1 - (time.monotonic() - cancelled)))
    assert min(seconds() for _ in range(3)) < alone * 2 + 0.5


def test_a_result_of_two_gigabytes_is_streamed_through_a_heap_of_a_quarter_of_it():
    with TarnServer(java_options="-Xmx512m -XX:MaxDirectMemorySize=256m") as server:
        client = WorkspaceClient(host=server.url, token=server.token, auth_type="pat")
        execution = client.statement_execution
        warehouse = next(iter(client.warehouses.list())).id
        sent = execution.execute_statement(
            "SELECT id, repeat(uuid(), 4) AS text, rand(1) AS a FROM range(0, 13000000)",
            warehouse,
            wait_timeout="0s",
            disposition=dbsql.Disposition.EXTERNAL_LINKS,
            format=dbsql.Format.ARROW_STREAM,
        )
        give_up = time.monotonic() + 300
        while (response := execution.get_statement(sent.statement_id)).status.state in UNFINISHED:
            assert time.monotonic() < give_up
            time.sleep(0.5)
        assert response.status.state is dbsql.StatementState.SUCCEEDED, response.status
        assert response.manifest.total_byte_count > 2_000_000_000
        total = 0
        for index in range(response.manifest.total_chunk_count):
            chunk = execution.get_statement_result_chunk_n(sent.statement_id, index)
            with requests.get(chunk.external_links[0].external_link, stream=True, timeout=60) as reply:
                total += sum(len(part) for part in reply.iter_content(1 << 20))
        assert total > 2_000_000_000


def test_a_full_warehouse_queues_what_comes_and_others_go_on(admin, name):
    busy = admin.client.warehouses.create_and_wait(name=name("queue"), cluster_size="2X-Small", max_num_clusters=1).id
    execute = admin.client.statement_execution.execute_statement
    sent = [execute(f"{ENDLESS} -- {n}", busy, wait_timeout="0s").statement_id for n in range(14)]
    try:
        give_up = time.monotonic() + 30
        while not any(state(admin, each) is dbsql.StatementState.RUNNING for each in sent):
            assert time.monotonic() < give_up
            time.sleep(0.05)
        assert any(state(admin, each) is dbsql.StatementState.PENDING for each in sent)
    finally:
        for each in sent:
            admin.client.statement_execution.cancel_execution(each)
        assert {wait_for(admin, each) for each in sent} == {dbsql.StatementState.CANCELED}
        admin.client.warehouses.delete(busy)
    assert admin.rows("SELECT 1") == [["1"]]
