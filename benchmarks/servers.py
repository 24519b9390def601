"""The servers that are measured: ours, and minilake (PyPI) where it can do the same. Each speaks the same API."""

from __future__ import annotations

import http.client
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "conformance"))

from tarn_server import TarnServer, free_port  # noqa: E402


class Api:
    """One connection to a server, as one caller."""

    def __init__(self, host: str, port: int, token: str):
        self.host, self.port, self.token = host, port, token
        self.connection = http.client.HTTPConnection(host, port, timeout=120)

    def call(self, method: str, path: str, body: dict | None = None) -> dict:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        self.connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        response = self.connection.getresponse()
        text = response.read()
        if response.status >= 400:
            raise RuntimeError(f"{method} {path}: {response.status} {text[:500]!r}")
        return json.loads(text) if text else {}

    def raw(self, method: str, path: str, body: dict | None = None) -> bytes:
        """The request as the load generator sends it."""
        data = json.dumps(body).encode() if body is not None else b""
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nAuthorization: Bearer {self.token}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
        return head.encode() + data

    def statement(self, warehouse: str, text: str, catalog: str | None = None) -> dict:
        answer = self.call(
            "POST", "/api/2.0/sql/statements",
            {"statement": text, "warehouse_id": warehouse, "wait_timeout": "50s", **({"catalog": catalog} if catalog else {})},
        )
        while answer["status"]["state"] in ("PENDING", "RUNNING"):
            time.sleep(0.05)
            answer = self.call("GET", f"/api/2.0/sql/statements/{answer['statement_id']}")
        if answer["status"]["state"] != "SUCCEEDED":
            raise RuntimeError(f"{text}: {answer['status']}")
        return answer


class Tarn:
    name = "tarn"

    def __init__(self, data: pathlib.Path | None = None):
        self.server = TarnServer(data=data)

    def start(self) -> "Tarn":
        self.server.start()
        return self

    @property
    def api(self) -> Api:
        return Api(self.server.host, self.server.port, self.server.token)

    def warehouse(self) -> str:
        return self.api.call("GET", "/api/2.0/sql/warehouses")["warehouses"][0]["id"]

    def memory_bytes(self) -> int:
        return self.server.memory_bytes()

    def __enter__(self) -> "Tarn":
        return self.start()

    def __exit__(self, *_) -> None:
        self.server.__exit__()


class MiniLake:
    name = "minilake"

    def __init__(self):
        self.port = free_port()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="minilake-"))
        self.process: subprocess.Popen | None = None

    def start(self) -> "MiniLake":
        program = pathlib.Path(sys.executable).parent / "minilake"
        self.process = subprocess.Popen(
            [str(program), "--port", str(self.port)], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        give_up = time.monotonic() + 60
        while time.monotonic() < give_up:
            try:
                self.api.call("GET", "/api/2.0/preview/scim/v2/Me")
                return self
            except OSError:
                time.sleep(0.02)
        raise RuntimeError("minilake does not answer")

    @property
    def api(self) -> Api:
        return Api("127.0.0.1", self.port, "any")

    def warehouse(self) -> str:
        return self.api.call("POST", "/api/2.0/sql/warehouses", {"name": "bench", "cluster_size": "2X-Small"})["id"]

    def memory_bytes(self) -> int:
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line.split()[1] for line in text.splitlines() if line.startswith("VmRSS"))) * 1024

    def __enter__(self) -> "MiniLake":
        return self.start()

    def __exit__(self, *_) -> None:
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
