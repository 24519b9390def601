"""A workspace of one test."""

from __future__ import annotations

import datetime
import decimal
import json
import urllib.error
import urllib.request
import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from databricks.sdk import WorkspaceClient


class Workspace:
    """A lakehouse with its own catalogs, people, files and clock. Nobody else's test sees it.

    :ivar host: URL for clients
    :ivar token: of its administrator
    """

    def __init__(self, host: str, token: str | None = None) -> None:
        self.host = host
        self.token = token or f"tarn-throwaway-{uuid.uuid4()}"
        # The workspace is made when its token is first used.
        self.name = self.api("GET", "/api/2.0/preview/scim/v2/Me")["userName"]

    def api(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """Calls the API as the workspace's administrator.

        :raises urllib.error.HTTPError: what the server refused
        """
        request = urllib.request.Request(self.host + path, method=method)
        request.add_header("Authorization", f"Bearer {self.token}")
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, data=data, timeout=300) as response:
            text = response.read()
        return json.loads(text) if text else {}

    @property
    def client(self) -> WorkspaceClient:
        """The official SDK's client, if ``databricks-sdk`` is installed."""
        from databricks.sdk import WorkspaceClient

        return WorkspaceClient(host=self.host, token=self.token, auth_type="pat")

    @property
    def warehouse_id(self) -> str:
        """The warehouse that every workspace has."""
        return str(self.api("GET", "/api/2.0/sql/warehouses")["warehouses"][0]["id"])

    def sql(self, statement: str, **parameters: Any) -> list[list[str | None]]:
        """Runs a statement to its end and answers its rows, as text.

        :param parameters: values of ``:name`` markers: None, bool, int, float, Decimal, date, datetime or text
        :raises AssertionError: with the engine's message, if the statement failed
        """
        answer = self.api(
            "POST",
            "/api/2.0/sql/statements",
            {
                "statement": statement,
                "warehouse_id": self.warehouse_id,
                "wait_timeout": "50s",
                "parameters": [_parameter(name, value) for name, value in parameters.items()],
            },
        )
        while answer["status"]["state"] in ("PENDING", "RUNNING"):
            answer = self.api("GET", f"/api/2.0/sql/statements/{answer['statement_id']}")
        if answer["status"]["state"] != "SUCCEEDED":
            raise AssertionError(answer["status"].get("error", {}).get("message", answer["status"]["state"]))
        return answer.get("result", {}).get("data_array", [])

    def move_clock(self, by: datetime.timedelta) -> None:
        """Moves the workspace's time, so that a test of retention, expiry or schedules need not wait."""
        self.api("POST", "/api/tarn/v1/clock", {"advance_seconds": int(by.total_seconds())})

    def drop(self) -> None:
        """Deletes the workspace with everything in it; one that is gone already is no error."""
        try:
            own = [space for space in self.api("GET", "/api/tarn/v1/workspaces")["workspaces"] if space["throwaway"]]
            for space in own:
                if self.token.endswith(space["name"]):
                    self.api("DELETE", f"/api/tarn/v1/workspaces/{space['workspace_id']}")
        except (urllib.error.URLError, OSError):
            pass


# datetime is a date and bool an int: the first that fits counts.
_SQL_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "BOOLEAN"),
    (int, "BIGINT"),
    (float, "DOUBLE"),
    (datetime.datetime, "TIMESTAMP"),
    (datetime.date, "DATE"),
)


def _parameter(name: str, value: Any) -> dict[str, Any]:
    """A named parameter of the Statement Execution API, which takes text and a type's name."""
    if value is None:
        return {"name": name}
    if isinstance(value, decimal.Decimal):
        scale = max(0, -int(value.as_tuple().exponent))
        return {"name": name, "value": f"{value:f}", "type": f"DECIMAL(38,{scale})"}
    sql_type = next((sql for python, sql in _SQL_TYPES if isinstance(value, python)), "STRING")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return {"name": name, "value": text, "type": sql_type}
