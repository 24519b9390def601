"""kill -9 while the store's tables are made: whatever was done by then, the next start completes it."""

from __future__ import annotations

import sqlite3
import time

import pytest

from tarn_server import TarnServer


def tables(server: TarnServer) -> int:
    """How many tables the store has; 0 while there is none, or the server holds it."""
    try:
        with sqlite3.connect(f"file:{server.data}/tarn.db?mode=ro", uri=True, timeout=5) as store:
            return store.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0]
    except sqlite3.Error:
        return 0


def kill_when(server: TarnServer, reached) -> None:
    """Starts the server and kills it as soon as the condition holds."""
    server.start_process()
    give_up = time.monotonic() + 60
    while not reached() and server.process.poll() is None:
        assert time.monotonic() < give_up, server.log_tail()
        time.sleep(0.001)
    server.kill()


def complete(tmp_path) -> int:
    with TarnServer(data=tmp_path / "whole") as server:
        server.stop()
        return tables(server)


def test_a_kill_before_or_inside_the_migrations_leaves_a_store_that_the_next_start_completes(store, tmp_path):
    if store != "sqlite":
        pytest.skip("PostgreSQL's migrations are transactions of its own; the store file is SQLite's")
    whole = complete(tmp_path)
    seen = []
    for attempt, least in enumerate([0, 1, whole // 2, whole - 1]):
        server = TarnServer(data=tmp_path / f"data{attempt}")
        try:
            kill_when(server, lambda: (server.data / "tarn.db").exists() and tables(server) >= least)
            seen.append(tables(server))
            server.start()
            assert b"userName" in server.get("/api/2.0/preview/scim/v2/Me")
            server.stop()
            assert tables(server) == whole
        finally:
            server.kill()
    assert any(0 < count < whole for count in seen), f"no kill fell into the migrations: {seen}"


def test_a_process_that_holds_the_data_is_not_disturbed_by_one_that_is_refused(tmp_path):
    with TarnServer(data=tmp_path / "data") as server:
        other = TarnServer(data=server.data)
        other.token_file = tmp_path / "other.token"
        other.log = tmp_path / "other.log"
        other.start_process()
        assert other.process.wait(60) != 0
        assert not other.token_file.exists()
        assert b"userName" in server.get("/api/2.0/preview/scim/v2/Me")
