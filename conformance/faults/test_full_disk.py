"""A full disk: a clear error, and work goes on when there is room again."""

from __future__ import annotations

import pathlib
import subprocess

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.core import Config
from databricks.sdk.errors import DatabricksError
from databricks.sdk.service.sql import StatementState

from tarn_server import TarnServer


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256m", "tmpfs", str(folder)], capture_output=True, text=True
    )
    if mounted.returncode != 0:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


def fill(folder: pathlib.Path) -> pathlib.Path:
    ballast = folder / "ballast"
    with open(ballast, "wb") as file:
        try:
            while True:
                file.write(b"\0" * 65536)
                file.flush()
        except OSError:
            pass
    return ballast


def test_a_full_disk_is_a_clear_error_and_passes(store, small_disk):
    if store != "sqlite":
        pytest.skip("PostgreSQL's disk is its own")
    server = TarnServer(data=small_disk / "data")
    server.token_file = small_disk.parent / "token"
    server.log = small_disk.parent / "log"
    server.start()
    try:
        client = WorkspaceClient(config=Config(host=server.url, token=server.token, auth_type="pat", retry_timeout_seconds=2))
        warehouse = next(iter(client.warehouses.list())).id

        def attempt(statement):
            return client.statement_execution.execute_statement(statement, warehouse, wait_timeout="50s")

        client.catalogs.create("small")
        client.schemas.create("s", "small")
        assert attempt("CREATE TABLE small.s.t (n INT)").status.state is StatementState.SUCCEEDED
        ballast = fill(small_disk)

        # the client tries again for a while, and then tells the server's answer as the cause
        with pytest.raises((DatabricksError, TimeoutError)) as refused:
            for number in range(2000):
                client.schemas.create(f"more_{number}", "small", comment="x" * 1000)
        assert "disk is full" in str(refused.value.__cause__ or refused.value).lower()
        try:
            failed = attempt("INSERT INTO small.s.t SELECT id FROM range(1000000)")
            assert failed.status.state is StatementState.FAILED
        except DatabricksError:
            pass

        ballast.unlink()
        client.schemas.create("after", "small")
        succeeded = attempt("INSERT INTO small.s.t VALUES (1)")
        assert succeeded.status.state is StatementState.SUCCEEDED, succeeded.status
        assert attempt("SELECT count(*) FROM small.s.t").result.data_array == [["1"]]
    finally:
        server.kill()
