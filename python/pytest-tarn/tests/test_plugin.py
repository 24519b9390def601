"""The plugin against a real server."""

from __future__ import annotations

import os
import urllib.error
from datetime import date, timedelta
from decimal import Decimal

import pytest
from databricks.sdk import WorkspaceClient
from pytest_tarn import Server, ServerError, Workspace


def test_official_clients_find_the_workspace_by_the_environment(tarn: Workspace) -> None:
    assert os.environ["DATABRICKS_HOST"] == tarn.host
    WorkspaceClient().catalogs.create("found")
    assert "found" in [catalog.name for catalog in tarn.client.catalogs.list()]


def test_two_workspaces_do_not_see_each_other(tarn: Workspace) -> None:
    tarn.client.catalogs.create("mine")
    other = Workspace(tarn.host)
    try:
        assert "mine" not in [catalog.name for catalog in other.client.catalogs.list()]
    finally:
        other.drop()


def test_sql_answers_rows_and_says_what_went_wrong(tarn: Workspace) -> None:
    assert tarn.sql("SELECT :n + 1, :f, :d, :day, :b, :text, :nothing IS NULL", n=41, f=0.5, d=Decimal("1.10"),
                    day=date(2026, 1, 2), b=True, text="it's", nothing=None) == [
        ["42", "0.5", "1.10", "2026-01-02", "true", "it's", "true"]
    ]
    with pytest.raises(AssertionError, match="TABLE_OR_VIEW_NOT_FOUND"):
        tarn.sql("SELECT * FROM nowhere")


def test_the_clock_moves(tarn: Workspace) -> None:
    token = tarn.client.tokens.create(lifetime_seconds=3600).token_value
    guest = Workspace(tarn.host, token)
    tarn.move_clock(timedelta(hours=2))
    with pytest.raises(urllib.error.HTTPError, match="401|403"):
        guest.api("GET", "/api/2.0/preview/scim/v2/Me")


def test_a_dropped_workspace_leaves_nothing(tarn: Workspace) -> None:
    gone = Workspace(tarn.host)
    gone.client.catalogs.create("gone")
    gone.drop()
    again = Workspace(tarn.host, gone.token)
    try:
        assert "gone" not in [catalog.name for catalog in again.client.catalogs.list()]
    finally:
        again.drop()


def test_a_missing_command_says_what_to_do() -> None:
    with pytest.raises(ServerError, match="TARN_COMMAND"):
        Server.start("no-such-tarn-anywhere")
