"""A Tarn server for tests: one that runs already, or one that is started for the test session."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Sequence


class ServerError(RuntimeError):
    """The server could not be found, started or reached; the message says what to do."""


class Server:
    """Speaks for a server that makes throwaway workspaces.

    :ivar url: such as ``http://127.0.0.1:8080``
    """

    def __init__(self, url: str, process: subprocess.Popen[bytes] | None = None, data: Path | None = None) -> None:
        self.url = url.rstrip("/")
        self._process = process
        self._data = data

    @classmethod
    def join(cls, url: str, timeout_s: float = 10) -> Server:
        """Uses a server that somebody else started with ``tarn serve --throwaway``.

        :raises ServerError: if it does not answer in time
        """
        server = cls(url)
        server._wait(timeout_s)
        return server

    @classmethod
    def start(cls, command: str | Sequence[str] | None = None, timeout_s: float = 600) -> Server:
        """Starts a server on a free port of this machine, with data that :meth:`stop` deletes.

        :param command: how to call ``tarn``; else what ``TARN_COMMAND`` says, else ``tarn`` on the path
        :param timeout_s: long enough for the first start, which may build
        :raises ServerError: if there is no such command, or it ends before it answers
        """
        words = [command] if isinstance(command, str) else list(command or [os.environ.get("TARN_COMMAND", "tarn")])
        if shutil.which(words[0]) is None:
            raise ServerError(
                f"There is no '{words[0]}' to start. Put Tarn's folder on the PATH, set TARN_COMMAND to its front door, "
                "or set TARN_URL to a server that runs with --throwaway."
            )
        data = Path(tempfile.mkdtemp(prefix="pytest-tarn-"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = (data / "server.log").open("wb")
        process = subprocess.Popen(
            [*words, "serve", "--throwaway", "--data", str(data / "data"), "--port", str(port)],
            stdout=log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        log.close()
        server = cls(f"http://127.0.0.1:{port}", process, data)
        try:
            server._wait(timeout_s)
        except BaseException:
            server.stop()
            raise
        return server

    def stop(self) -> None:
        """Ends a server that :meth:`start` began, and deletes its data; leaves others alone."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self._process.kill()
        if self._data is not None:
            shutil.rmtree(self._data, ignore_errors=True)

    def _wait(self, timeout_s: float) -> None:
        give_up = time.monotonic() + timeout_s
        while True:
            try:
                with urllib.request.urlopen(self.url + "/health", timeout=5):
                    return
            except (urllib.error.URLError, OSError) as failure:
                if self._process is not None and self._process.poll() is not None:
                    raise ServerError(f"The server ended with status {self._process.returncode}:\n{self._log()}") from failure
                if time.monotonic() > give_up:
                    raise ServerError(f"The server at {self.url} does not answer. {self._log()}") from failure
            time.sleep(0.05)

    def _log(self) -> str:
        file = self._data / "server.log" if self._data else None
        return "\n".join(file.read_text(errors="replace").splitlines()[-20:]) if file and file.exists() else ""
