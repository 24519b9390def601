"""Clients that send too much, vanish, or lose their token on the way: a clear answer to them, nothing to anybody else."""

from __future__ import annotations

import http.client
import json
import socket
import time
import urllib.parse

import pytest
from databricks.sdk.errors import DatabricksError
from databricks.sdk.service import sql as dbsql

from conftest import client_of, unique

ENDLESS = "SELECT count(*) FROM range(1000000000000) WHERE id % 7 = 11"
DEFAULT_LIMIT = 64 << 20


def connect(server) -> http.client.HTTPConnection:
    address = urllib.parse.urlparse(server.url)
    return http.client.HTTPConnection(address.hostname, address.port or 80, timeout=60)


@pytest.mark.parametrize("chunked", [False, True])
def test_an_oversized_body_is_413_in_the_vendors_shape(server, admin, chunked):
    blocks = (b'{"name": "' if first else b"x" * (1 << 20) for first in [True] + [False] * (DEFAULT_LIMIT // (1 << 20) + 1))
    headers = {"Authorization": f"Bearer {admin.token}", "Content-Type": "application/json"}
    if not chunked:
        headers["Content-Length"] = str(DEFAULT_LIMIT + (1 << 20) + 10)
    connection = connect(server)
    try:
        connection.request("POST", "/api/2.1/unity-catalog/catalogs", body=blocks, headers=headers, encode_chunked=chunked)
    except (BrokenPipeError, ConnectionResetError):
        pass  # the server has said no before all was sent
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.loads(answer.read())["error_code"] == "REQUEST_LIMIT_EXCEEDED"
    assert admin.client.current_user.me().user_name == admin.name


def running(person) -> str:
    response = person.client.statement_execution.execute_statement(ENDLESS, person.warehouse, wait_timeout="0s")
    give_up = time.monotonic() + 60
    while response.status.state is dbsql.StatementState.PENDING:
        assert time.monotonic() < give_up
        response = person.client.statement_execution.get_statement(response.statement_id)
    assert response.status.state is dbsql.StatementState.RUNNING
    return response.statement_id


def test_a_token_that_is_revoked_during_a_statement_ends_access_and_not_the_statement(server, admin, newcomer):
    statement = running(newcomer)
    principal = next(p for p in admin.client.service_principals.list() if p.application_id == newcomer.name)
    for token in admin.client.token_management.list():
        if str(token.owner_id) == principal.id:
            admin.client.token_management.delete(token.token_id)
    with pytest.raises(DatabricksError):
        newcomer.client.statement_execution.get_statement(statement)

    renewed = admin.client.token_management.create_obo_token(newcomer.name, lifetime_seconds=600).token_value
    again = client_of(server, renewed).statement_execution
    assert again.get_statement(statement).status.state is dbsql.StatementState.RUNNING
    again.cancel_execution(statement)
    assert again.get_statement(statement).status.state is dbsql.StatementState.CANCELED


def test_a_token_that_expires_during_a_statement_ends_access(server, admin):
    made = admin.client.api_client.do("POST", "/api/tarn/v1/workspaces", body={"name": unique("expiry").replace("_", "-")})
    lasting = client_of(server, made["token"])
    try:
        short = client_of(server, lasting.tokens.create(lifetime_seconds=60).token_value)
        warehouse = next(iter(lasting.warehouses.list())).id
        statement = short.statement_execution.execute_statement(ENDLESS, warehouse, wait_timeout="0s").statement_id
        lasting.api_client.do("POST", "/api/tarn/v1/clock", body={"advance_seconds": 120})
        with pytest.raises(DatabricksError):
            short.statement_execution.get_statement(statement)
        lasting.statement_execution.cancel_execution(statement)
    finally:
        admin.client.api_client.do("DELETE", f"/api/tarn/v1/workspaces/{made['workspace_id']}")


def test_clients_that_vanish_in_the_middle_of_a_result_harm_nobody(server, admin):
    response = admin.run(
        "SELECT id, repeat('x', 1000) AS filler FROM range(50000)",
        disposition=dbsql.Disposition.EXTERNAL_LINKS,
        format=dbsql.Format.CSV,
    )
    link = urllib.parse.urlparse(response.result.external_links[0].external_link)
    address = urllib.parse.urlparse(server.url)
    for _ in range(50):
        with socket.create_connection((address.hostname, address.port or 80), timeout=30) as client:
            client.sendall(f"GET {link.path}?{link.query} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
            assert client.recv(100).startswith(b"HTTP/1.1 200")
    connection = connect(server)
    connection.request("GET", f"{link.path}?{link.query}")
    answer = connection.getresponse()
    assert answer.status == 200 and len(answer.read()) == int(answer.headers["content-length"])
    assert admin.rows("SELECT 1") == [["1"]]
