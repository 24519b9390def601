"""The fixtures ``tarn`` and ``tarn_server``."""

from __future__ import annotations

import os
from typing import Iterator

import pytest

from pytest_tarn.server import Server
from pytest_tarn.workspace import Workspace


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("tarn")
    group.addoption("--tarn-url", help="a server that runs with --throwaway (default: TARN_URL, else one is started)")
    group.addoption("--tarn-command", help="how to start a server (default: TARN_COMMAND, else tarn)")


@pytest.fixture(scope="session")
def tarn_server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """The server of this test session: joined if ``--tarn-url`` or ``TARN_URL`` names one, else started and stopped."""
    url = request.config.getoption("--tarn-url") or os.environ.get("TARN_URL")
    server = Server.join(url) if url else Server.start(request.config.getoption("--tarn-command"))
    yield server
    server.stop()


@pytest.fixture
def tarn(tarn_server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A workspace of this test alone. ``DATABRICKS_HOST`` and ``DATABRICKS_TOKEN`` point at it, so that clients find it by themselves."""
    workspace = Workspace(tarn_server.url)
    for name in ("DATABRICKS_CONFIG_PROFILE", "DATABRICKS_CLIENT_ID", "DATABRICKS_CLIENT_SECRET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABRICKS_HOST", workspace.host)
    monkeypatch.setenv("DATABRICKS_TOKEN", workspace.token)
    monkeypatch.setenv("DATABRICKS_AUTH_TYPE", "pat")
    yield workspace
    workspace.drop()
