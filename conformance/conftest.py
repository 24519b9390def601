"""What every test gets: a packaged server on the store that --store names, its administrator, and a principal with no rights."""

from __future__ import annotations

import itertools
import os
import pathlib
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from dataclasses import dataclass

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from databricks.sdk import WorkspaceClient  # noqa: E402
from databricks.sdk.core import Config
from databricks.sdk.service import sql as dbsql  # noqa: E402
from tarn_server import ROOT, TarnServer, free_port  # noqa: E402

_numbers = itertools.count(int(time.time()) % 100_000)


def pytest_addoption(parser):
    parser.addoption("--store", choices=["sqlite", "postgres"], default="sqlite", help="what the server keeps its state in")


def store_settings(store: str) -> dict[str, str]:
    """Settings of a server on that store; PostgreSQL's address comes from TARN_CONFORMANCE_POSTGRES_URL."""
    if store == "sqlite":
        return {}
    address, _, query = os.environ["TARN_CONFORMANCE_POSTGRES_URL"].partition("?")
    values = dict(urllib.parse.parse_qsl(query))
    os.environ["TARN_CONFORMANCE_DB_PASSWORD"] = values.get("password", "")
    return {
        "tarn.db.url": address,
        "tarn.db.user": values["user"],
        "tarn.db.password": "env:TARN_CONFORMANCE_DB_PASSWORD",
    }


@dataclass
class Person:
    """A principal with a token: its SDK client, and SQL on the warehouse."""

    client: WorkspaceClient
    warehouse: str
    name: str
    token: str

    def run(self, statement: str, **options) -> dbsql.StatementResponse:
        """Runs a statement to its end; a failed one is an AssertionError with its message."""
        response = self.attempt(statement, **options)
        if response.status.state is not dbsql.StatementState.SUCCEEDED:
            raise AssertionError(f"{statement}: {response.status.error and response.status.error.message}")
        return response

    def attempt(self, statement: str, **options) -> dbsql.StatementResponse:
        response = self.client.statement_execution.execute_statement(
            statement=statement, warehouse_id=self.warehouse, **{"wait_timeout": "50s", **options}
        )
        give_up = time.monotonic() + 120
        while response.status.state in (dbsql.StatementState.PENDING, dbsql.StatementState.RUNNING):
            assert time.monotonic() < give_up, f"{statement} did not end"
            time.sleep(0.1)
            response = self.client.statement_execution.get_statement(response.statement_id)
        return response

    def rows(self, statement: str, **options) -> list[list[str]]:
        return self.run(statement, **options).result.data_array or []

    def refusal(self, statement: str) -> str:
        """The message of a statement that must fail."""
        response = self.attempt(statement)
        assert response.status.state is dbsql.StatementState.FAILED, f"{statement} was not refused"
        return response.status.error.message


@pytest.fixture(scope="session")
def store(request) -> str:
    return request.config.getoption("--store")


@pytest.fixture(scope="session")
def object_store(tmp_path_factory) -> str:
    """The URL of an S3-compatible store that takes any keys: moto, in a process of its own."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with open(tmp_path_factory.mktemp("moto") / "log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stdout=log, stderr=subprocess.STDOUT
        )
    try:
        give_up = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(url).read()
                break
            except OSError:
                assert process.poll() is None and time.monotonic() < give_up, "moto did not start"
                time.sleep(0.1)
        yield url
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def server(store, object_store):
    landing = pathlib.Path(os.environ.get("TMPDIR", "/tmp")) / f"tarn-landing-{os.getpid()}"
    landing.mkdir()
    settings = {
        **store_settings(store),
        "tarn.storage.local-roots": str(landing),
        "tarn.storage.s3-endpoints": object_store,
        "tarn.git.local-roots": str(landing / "git"),
    }
    (landing / "git").mkdir()
    with TarnServer(settings=settings) as running:
        running.landing = landing
        running.git_root = landing / "git"
        yield running
        log = ROOT / "build" / f"conformance-server-{store}.log"
        log.parent.mkdir(exist_ok=True)
        log.write_text(running.log.read_text(errors="replace"))
    subprocess.run(["rm", "-rf", str(landing)], check=False)


def client_of(server: TarnServer, token: str) -> WorkspaceClient:
    return WorkspaceClient(config=Config(host=server.url, token=token, auth_type="pat", retry_timeout_seconds=20))


@pytest.fixture(scope="session")
def admin(server) -> Person:
    client = client_of(server, server.token)
    warehouse = next(iter(client.warehouses.list())).id
    return Person(client, warehouse, client.current_user.me().user_name, server.token)


def new_person(server: TarnServer, admin: Person, display_name: str) -> Person:
    """A service principal with a token and the right to use the warehouse, and nothing else."""
    principal = admin.client.service_principals.create(display_name=display_name)
    token = admin.client.token_management.create_obo_token(
        application_id=principal.application_id, comment="conformance", lifetime_seconds=3600
    ).token_value
    admin.client.warehouses.update_permissions(
        admin.warehouse,
        access_control_list=[
            dbsql.WarehouseAccessControlRequest(
                service_principal_name=principal.application_id,
                permission_level=dbsql.WarehousePermissionLevel.CAN_USE,
            )
        ],
    )
    return Person(client_of(server, token), admin.warehouse, principal.application_id, token)


@pytest.fixture(scope="session")
def second(server, admin) -> Person:
    return new_person(server, admin, "second")


@pytest.fixture
def newcomer(server, admin) -> Person:
    """A principal of this test alone, without grants."""
    return new_person(server, admin, unique("newcomer"))


def unique(prefix: str) -> str:
    return f"{prefix}_{next(_numbers)}"


@pytest.fixture
def name():
    """Makes names that no other test has: name("catalog")."""
    return unique


@pytest.fixture(scope="session")
def catalog(admin) -> str:
    """A catalog for the tests that need one."""
    made = unique("conformance")
    admin.client.catalogs.create(made, comment="for tests")
    return made


@pytest.fixture
def schema(admin, catalog) -> str:
    """A new schema, by its full name."""
    made = unique("schema")
    admin.client.schemas.create(made, catalog)
    return f"{catalog}.{made}"


@pytest.fixture
def table(admin, schema) -> str:
    """A table of three rows (id BIGINT, name STRING), by its full name."""
    made = f"{schema}.{unique('table')}"
    admin.run(f"CREATE TABLE {made} (id BIGINT, name STRING)")
    admin.run(f"INSERT INTO {made} VALUES (1, 'one'), (2, 'two'), (3, 'three')")
    return made
