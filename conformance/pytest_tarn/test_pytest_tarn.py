"""The pytest plugin of python/pytest-tarn: its own tests, as its users run theirs, against a server that it starts."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tarn_server import ROOT

PLUGIN = ROOT / "python" / "pytest-tarn"


def test_the_plugin_gives_each_test_a_workspace(store, tmp_path):
    if store != "sqlite":
        pytest.skip("the plugin starts servers of its own, which keep their state in SQLite")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DATABRICKS_", "PYTEST_"))}
    environment.update(
        PYTHONPATH=str(PLUGIN / "src"),
        TARN_COMMAND=str(ROOT / "tarn"),
        TARN_NO_BUILD="1",
        DATABRICKS_CONFIG_FILE=os.devnull,
    )
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "pytest_tarn.plugin", "-p", "no:cacheprovider", str(PLUGIN / "tests")],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert " passed" in ran.stdout and "skipped" not in ran.stdout
