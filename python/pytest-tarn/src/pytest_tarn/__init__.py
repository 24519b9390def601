"""Isolated Tarn workspaces for tests."""

from pytest_tarn.server import Server, ServerError
from pytest_tarn.workspace import Workspace

__all__ = ["Server", "ServerError", "Workspace"]
