"""README and the guide, run as a reader would: every fenced python, sql and sh block, in the order in which it stands.

A fence that says more than its language (```python no-test) is not run. Pages share one server; README has a workspace of its own, because it
and the guide make the same catalog.
"""

from __future__ import annotations

import os
import pathlib
import re
import subprocess
from dataclasses import dataclass

import pytest
from databricks.sdk import WorkspaceClient

from tarn_server import ROOT

GUIDE = ROOT / "docs" / "guide"
FENCE = re.compile(r"^```(python|sql|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Snippet:
    page: pathlib.Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def snippets(page: pathlib.Path) -> list[Snippet]:
    text = page.read_text()
    return [
        Snippet(page, text[: match.start()].count("\n") + 1, match[1], match[2]) for match in FENCE.finditer(text)
    ]


def pages() -> list[pathlib.Path]:
    """The guide's pages, in the order of its table of contents."""
    named = re.findall(r"^\d+\. \[[^]]+\]\(([^)]+)\)", (GUIDE / "README.md").read_text(), re.MULTILINE)
    return [GUIDE / name for name in named]


class Reader:
    """Somebody with a profile [tarn] who types what a page says; Python goes on where the page's last block ended."""

    def __init__(self, folder: pathlib.Path, host: str, token: str, git_root: pathlib.Path):
        self.profile = folder / "databrickscfg"
        self.profile.write_text(f"[tarn]\nhost = {host}\ntoken = {token}\n")
        self.profile.chmod(0o600)
        self.environment = {
            "DATABRICKS_CONFIG_FILE": str(self.profile),
            "DATABRICKS_CONFIG_PROFILE": "tarn",
            "HOST": host,
            "TOKEN": token,
            "GIT_ROOT": str(git_root),
            "TARN_NO_BUILD": "1",
        }
        self.names: dict[pathlib.Path, dict] = {}

    def follow(self, snippet: Snippet) -> None:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self.environment.items():
                patch.setenv(name, value)
            getattr(self, snippet.language)(snippet)

    def python(self, snippet: Snippet) -> None:
        program = compile("\n" * snippet.line + snippet.text, str(snippet.page), "exec")
        exec(program, self.names.setdefault(snippet.page, {}))

    def sql(self, snippet: Snippet) -> None:
        client = WorkspaceClient(profile="tarn")
        warehouse = next(iter(client.warehouses.list())).id
        for statement in filter(None, (part.strip() for part in snippet.text.split(";\n"))):
            response = client.statement_execution.execute_statement(statement.rstrip(";"), warehouse, wait_timeout="50s")
            assert response.status.error is None, f"{snippet}: {statement}: {response.status.error.message}"

    def sh(self, snippet: Snippet) -> None:
        ran = subprocess.run(
            ["bash", "-euc", snippet.text],
            cwd=ROOT,
            env=dict(os.environ, **self.environment),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert ran.returncode == 0, f"{snippet}:\n{ran.stdout}{ran.stderr}"


def follow_all(reader: Reader, page: pathlib.Path) -> int:
    found = snippets(page)
    for snippet in found:
        try:
            reader.follow(snippet)
        except Exception as failure:
            raise AssertionError(f"{snippet} does not do what it says: {failure}") from failure
    return len(found)


def test_readme_runs(server, admin, tmp_path):
    made = admin.client.api_client.do("POST", "/api/tarn/v1/workspaces", body={"name": "readme-runs"})
    try:
        assert follow_all(Reader(tmp_path, server.url, made["token"], server.git_root), ROOT / "README.md") >= 2
    finally:
        admin.client.api_client.do("DELETE", f"/api/tarn/v1/workspaces/{made['workspace_id']}")


def test_the_guide_runs(server, admin, tmp_path):
    reader = Reader(tmp_path, server.url, admin.token, server.git_root)
    ran, failures = 0, []
    for page in pages():
        try:
            ran += follow_all(reader, page)
        except AssertionError as failure:
            failures.append(str(failure))
    assert failures == []
    assert ran >= 15


def test_the_guide_lists_every_page():
    assert set(GUIDE.rglob("*.md")) - {GUIDE / "README.md"} == set(pages())


def test_links_between_pages_lead_somewhere():
    broken = []
    for page in [*GUIDE.rglob("*.md"), *ROOT.glob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
            if not (page.parent / link).exists():
                broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert broken == []
