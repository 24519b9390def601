"""A packaged server in a process of its own, for tests and benchmarks."""

from __future__ import annotations

import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent


def free_port(host: str = "127.0.0.1") -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


class TarnServer:
    """Started by ``./tarn serve``, as a user does. ``with TarnServer() as server`` stops it and deletes its data."""

    def __init__(
        self,
        data: pathlib.Path | None = None,
        host: str = "127.0.0.1",
        port: int | None = None,
        settings: dict[str, str] | None = None,
        options: tuple[str, ...] = (),
        java_options: str = "",
    ):
        self.keep_data = data is not None
        self.data = data or pathlib.Path(tempfile.mkdtemp(prefix="tarn-conformance-"))
        self.host = host
        self.port = port if port is not None else free_port(host)
        self.settings = settings or {}
        self.options = options
        self.java_options = java_options
        self.token_file = self.data.parent / (self.data.name + ".token")
        self.log = self.data.parent / (self.data.name + ".log")
        self.process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://{self.host}" + ("" if self.port == 80 else f":{self.port}")

    @property
    def token(self) -> str:
        return self.token_file.read_text().strip()

    def start(self, wait_s: float = 90) -> "TarnServer":
        self.start_process()
        try:
            self.wait_until_answering(wait_s)
        except BaseException:
            self.kill()
            raise
        return self

    def start_process(self) -> None:
        """Without waiting for anything."""
        command = [str(ROOT / "tarn"), "serve", "--data", str(self.data), "--host", self.host, "--port", str(self.port)]
        command += ["--admin-token-file", str(self.token_file), *self.options]
        for key, value in self.settings.items():
            command += ["--set", f"{key}={value}"]
        environment = dict(os.environ, TARN_NO_BUILD="1", TARN_JAVA_OPTIONS=self.java_options)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment
            )

    def wait_until_answering(self, wait_s: float = 90) -> None:
        """Until an authenticated call is answered."""
        give_up = time.monotonic() + wait_s
        while time.monotonic() < give_up:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended with {self.process.returncode}:\n{self.log_tail()}")
            try:
                if self.token_file.exists():
                    self.get("/api/2.0/preview/scim/v2/Me")
                    return
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.02)
        raise RuntimeError(f"the server does not answer:\n{self.log_tail()}")

    def get(self, path: str, token: str | None = None) -> bytes:
        request = urllib.request.Request(self.url + path)
        request.add_header("Authorization", "Bearer " + (token or self.token))
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.read()

    def log_tail(self, lines: int = 60) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else ""

    def stop(self) -> int:
        """Ends it as Ctrl-C does, and returns its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    def kill(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(30)

    def memory_bytes(self) -> int:
        """Resident memory of the process."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", text).group(1)) * 1024

    def __enter__(self) -> "TarnServer":
        return self.start() if self.process is None else self

    def __exit__(self, *_) -> None:
        if self.process and self.process.poll() is None:
            try:
                self.stop()
            except subprocess.TimeoutExpired:
                self.kill()
        if not self.keep_data:
            shutil.rmtree(self.data, ignore_errors=True)
            self.token_file.unlink(missing_ok=True)
            self.log.unlink(missing_ok=True)
