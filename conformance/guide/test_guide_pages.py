"""The commands and programs of guide pages, in the order in which they stand, as a reader would run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tarn_server import ROOT

PAGES = ["workspace", "secrets"]


@pytest.mark.parametrize("page", PAGES)
def test_what_the_page_says_works(server, admin, tmp_path, page):
    (tmp_path / "tarn").symlink_to(ROOT / "tarn")
    (tmp_path / "databrickscfg").write_text(f"[tarn]\nhost = {server.url}\ntoken = {admin.token}\n")
    environment = dict(
        os.environ,
        DATABRICKS_CONFIG_FILE=str(tmp_path / "databrickscfg"),
        DATABRICKS_CONFIG_PROFILE="tarn",
        HOST=server.url,
        TOKEN=admin.token,
        TARN_NO_BUILD="1",
    )
    blocks = re.findall(r"```(sh|python)\n(.*?)```", (ROOT / "docs/guide" / f"{page}.md").read_text(), re.S)
    assert blocks
    for language, text in blocks:
        command = ["bash", "-euc", text] if language == "sh" else [sys.executable, "-c", text]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{text}\n{done.stdout}{done.stderr}"
