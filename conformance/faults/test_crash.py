"""kill -9 while writing: nothing acknowledged is lost, nothing is half done, and the store and the tables agree."""

from __future__ import annotations

import os
import threading
import time

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.core import Config
from databricks.sdk.errors import DatabricksError
from databricks.sdk.service.sql import StatementState

from tarn_server import TarnServer


class Burst(threading.Thread):
    """Repeats a numbered action until the server is gone; knows what was acknowledged and what was begun."""

    def __init__(self, action):
        super().__init__(daemon=True)
        self.action = action
        self.begun: list[int] = []
        self.acknowledged: list[int] = []
        self.unexpected: list[str] = []

    def run(self):
        for number in range(100_000):
            self.begun.append(number)
            try:
                self.action(number)
            except DatabricksError as refused:
                self.unexpected.append(str(refused))
                return
            except Exception:
                return
            self.acknowledged.append(number)


def connect(server: TarnServer, token: str) -> tuple[WorkspaceClient, str]:
    client = WorkspaceClient(config=Config(host=server.url, token=token, auth_type="pat", retry_timeout_seconds=1))
    return client, next(iter(client.warehouses.list())).id


def run(client: WorkspaceClient, warehouse: str, statement: str):
    response = client.statement_execution.execute_statement(statement, warehouse, wait_timeout="50s")
    give_up = time.monotonic() + 180
    while response.status.state in (StatementState.PENDING, StatementState.RUNNING) and time.monotonic() < give_up:
        time.sleep(0.2)
        response = client.statement_execution.get_statement(response.statement_id)
    if response.status.state is not StatementState.SUCCEEDED:
        raise AssertionError(f"{statement}: {response.status}")
    return response.result.data_array if response.result else []


@pytest.mark.parametrize("after_s", [0.7, 2.0])
def test_after_a_kill_the_store_and_the_tables_agree(store, tmp_path, after_s):
    if store != "sqlite":
        pytest.skip("the crash of a server on PostgreSQL leaves the same store; its own crashes are PostgreSQL's")
    server = TarnServer(data=tmp_path / "data").start()
    try:
        token = server.token
        client, warehouse = connect(server, token)
        client.catalogs.create("crash")
        client.schemas.create("s", "crash")
        run(client, warehouse, "CREATE TABLE crash.s.rows (n INT)")
        bursts = [
            Burst(lambda n: client.schemas.create(f"rest_{n}", "crash")),
            Burst(lambda n: run(client, warehouse, f"INSERT INTO crash.s.rows VALUES ({n})")),
            Burst(lambda n: run(client, warehouse, f"CREATE TABLE crash.s.t{n} (a INT, b STRING)")),
        ]
        for burst in bursts:
            burst.start()
        give_up = time.monotonic() + 60
        while not all(burst.acknowledged for burst in bursts):
            assert time.monotonic() < give_up, [burst.unexpected for burst in bursts]
            time.sleep(0.01)
        time.sleep(after_s)
        server.kill()
        for burst in bursts:
            burst.join(90)

        server.start()
        client, warehouse = connect(server, server.token)  # each start writes a new one
        schemas, inserts, tables = bursts

        found = {schema.name for schema in client.schemas.list("crash")}
        assert {f"rest_{n}" for n in schemas.acknowledged} <= found <= {f"rest_{n}" for n in schemas.begun} | {
            "s", "default", "information_schema"
        }
        rows = {int(row[0]) for row in run(client, warehouse, "SELECT n FROM crash.s.rows")}
        assert set(inserts.acknowledged) <= rows <= set(inserts.begun)

        listed = {table.name for table in client.tables.list("crash", "s")} - {"rows"}
        assert {f"t{n}" for n in tables.acknowledged} <= listed <= {f"t{n}" for n in tables.begun}
        for table in sorted(listed):
            assert run(client, warehouse, f"SELECT count(*) FROM crash.s.{table}") == [["0"]]
            run(client, warehouse, f"INSERT INTO crash.s.{table} VALUES (1, 'x')")
        for number in set(tables.begun) - set(tables.acknowledged):
            run(client, warehouse, f"CREATE TABLE IF NOT EXISTS crash.s.t{number} (a INT, b STRING)")
            assert f"t{number}" in {table.name for table in client.tables.list("crash", "s")}
    finally:
        server.kill()


def test_a_second_process_on_the_same_data_is_refused(tmp_path):
    with TarnServer(data=tmp_path / "data") as server:
        other = TarnServer(data=server.data)
        other.token_file = tmp_path / "other.token"
        other.log = tmp_path / "other.log"
        with pytest.raises(RuntimeError) as refused:
            other.start()
        assert "in use" in str(refused.value)


def test_a_graceful_stop_ends_soon_and_keeps_everything(tmp_path):
    server = TarnServer(data=tmp_path / "data").start()
    client, warehouse = connect(server, server.token)
    client.catalogs.create("kept")
    client.schemas.create("s", "kept")
    run(client, warehouse, "CREATE TABLE kept.s.t AS SELECT 1 AS one")
    started = time.monotonic()
    server.stop()
    assert time.monotonic() - started < 20
    server.start()
    try:
        client, warehouse = connect(server, server.token)
        assert run(client, warehouse, "SELECT * FROM kept.s.t") == [["1"]]
    finally:
        server.kill()


def test_binding_beyond_loopback_without_tls_is_refused(tmp_path):
    server = TarnServer(data=tmp_path / "data", host="0.0.0.0")
    with pytest.raises(RuntimeError) as refused:
        server.start(30)
    assert "insecure" in str(refused.value).lower() or "tls" in str(refused.value).lower()


def test_the_token_file_is_for_its_owner_alone(server):
    assert os.stat(server.token_file).st_mode & 0o777 == 0o600
