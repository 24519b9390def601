"""Our own command line, made from the contract."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from tarn_server import ROOT


@pytest.fixture
def tarn(server, admin, tmp_path):
    profiles = tmp_path / "databrickscfg"

    def run(*arguments, as_person=admin, fails=False):
        profiles.write_text(f"[mine]\nhost = {server.url}\ntoken = {as_person.token}\n")
        environment = dict(os.environ, DATABRICKS_CONFIG_FILE=str(profiles), TARN_NO_BUILD="1")
        environment = {key: value for key, value in environment.items() if key not in ("DATABRICKS_HOST", "DATABRICKS_TOKEN")}
        command = [str(ROOT / "tarn"), "--profile", "mine", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
        assert (done.returncode != 0) == fails, f"{' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stderr if fails else done.stdout

    return run


def test_me_is_the_administrator(tarn, admin):
    assert admin.name in tarn("current-user", "me", "--output", "json")


def test_a_catalog_is_created_read_listed_changed_and_deleted(tarn, name):
    catalog = name("ours")
    tarn("catalogs", "create", "--json", json.dumps({"name": catalog, "comment": "first"}))
    assert json.loads(tarn("catalogs", "get", catalog, "--output", "json"))["comment"] == "first"
    tarn("catalogs", "update", catalog, "--comment", "second")
    assert catalog in tarn("catalogs", "list")
    tarn("catalogs", "delete", catalog, "--force")
    assert catalog in tarn("catalogs", "get", catalog, fails=True)


def test_a_list_follows_its_pages(tarn, admin, name):
    catalog = admin.client.catalogs.create(name("pages")).name
    for number in range(5):
        admin.client.schemas.create(f"s{number}", catalog)
    listed = tarn("schemas", "list", catalog, "--max-results", "2", "--output", "json")
    assert all(f"s{number}" in listed for number in range(5))


def test_a_statement_runs(tarn, admin):
    request = {"statement": "SELECT 6 * 7 AS answer", "warehouse_id": admin.warehouse, "wait_timeout": "50s"}
    assert "42" in tarn("statement-execution", "execute-statement", "--json", json.dumps(request), "--output", "json")


def test_a_refusal_says_why_and_ends_with_an_error(tarn, second, name):
    message = tarn("catalogs", "create", "--json", json.dumps({"name": name("forbidden")}), as_person=second, fails=True)
    assert message.strip() and "Exception" not in message.splitlines()[0]


def test_help_names_services_and_operations(tarn):
    assert "catalogs" in tarn("--help")
    assert "create" in tarn("catalogs", "--help")
