"""MLflow's own client, the latest and the last of 2.x, each in the virtual environment that tools/test.sh made for it."""

import os
import pathlib
import subprocess

import pytest
from tarn_server import ROOT

PROGRAM = pathlib.Path(__file__).with_name("life.py")


@pytest.mark.parametrize("version", ["mlflow", "mlflow2"])
def test_a_models_whole_life_as_two_users(server, admin, newcomer, version):
    python = ROOT / "build" / f"python-conformance-{version}" / "bin" / "python"
    assert python.exists(), f"{python} is missing: ./tarn test makes it from conformance/{version}/requirements.txt"
    environment = {
        **os.environ,
        "MLFLOW_TRACKING_URI": server.url,
        "OWNER_TOKEN": admin.token,
        "GUEST_TOKEN": newcomer.token,
        "GUEST_NAME": newcomer.name,
        "MLFLOW_DISABLE_TELEMETRY": "true",
        "GIT_PYTHON_REFRESH": "quiet",
    }
    done = subprocess.run([python, PROGRAM], env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0 and "life: ok" in done.stdout, done.stdout[-2000:] + done.stderr[-4000:]
