"""The Python databricks-cli 0.18. It drops the port of its host, so that it needs port 80: a loopback address of its own that
forwards to the server."""

from __future__ import annotations

import asyncio
import json
import os
import pathlib
import subprocess
import sys
import threading

import pytest

ADDRESS = "127.0.0.7"


@pytest.fixture(scope="module")
def port_80(server):
    """Forwards ADDRESS:80 to the server; returns the host for the client."""
    loop = asyncio.new_event_loop()

    async def copy(reader, writer):
        try:
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()

    async def forward(reader, writer):
        upstream_reader, upstream_writer = await asyncio.open_connection(server.host, server.port)
        await asyncio.gather(copy(reader, upstream_writer), copy(upstream_reader, writer))

    try:
        listener = loop.run_until_complete(asyncio.start_server(forward, ADDRESS, 80))
    except OSError as refused:
        pytest.skip(f"port 80 of {ADDRESS} cannot be taken here: {refused}")
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield f"http://{ADDRESS}"
    loop.call_soon_threadsafe(listener.close)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)


@pytest.fixture
def databricks(port_80, admin, tmp_path):
    """Runs the command line; as_person takes another principal than the administrator."""

    def run(*arguments, as_person=admin, fails=False):
        environment = {
            "PATH": os.environ["PATH"],
            "DATABRICKS_HOST": port_80,
            "DATABRICKS_TOKEN": as_person.token,
            "DATABRICKS_CONFIG_FILE": str(tmp_path / "none"),
            "HOME": str(tmp_path),
        }
        command = [str(pathlib.Path(sys.executable).parent / "databricks"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
        text = done.stdout + done.stderr
        assert (done.returncode != 0) == fails, text
        return text

    return run


def answer(text: str):
    return json.loads(text[text.index("{") :])


def test_a_catalog_is_created_read_changed_listed_and_deleted(databricks, name):
    catalog = name("cli")
    databricks("unity-catalog", "catalogs", "create", "--name", catalog, "--comment", "first")
    assert answer(databricks("unity-catalog", "catalogs", "get", "--name", catalog))["comment"] == "first"
    databricks("unity-catalog", "catalogs", "update", "--name", catalog, "--json", '{"comment": "second"}')
    listed = answer(databricks("unity-catalog", "catalogs", "list"))["catalogs"]
    assert ["second"] == [each["comment"] for each in listed if each["name"] == catalog]
    databricks("unity-catalog", "catalogs", "delete", "--name", catalog, "--purge")
    assert "does not exist" in databricks("unity-catalog", "catalogs", "get", "--name", catalog, fails=True)


def test_schemas_and_tables_are_listed(databricks, table):
    catalog, schema, short = table.split(".")
    schemas = answer(databricks("unity-catalog", "schemas", "list", "--catalog-name", catalog))["schemas"]
    assert schema in [each["name"] for each in schemas]
    listed = databricks("unity-catalog", "tables", "list", "--catalog-name", catalog, "--schema-name", schema)
    assert [each["name"] for each in answer(listed)["tables"]] == [short]
    assert answer(databricks("unity-catalog", "tables", "get", "--full-name", table))["table_type"] == "MANAGED"


def test_permissions_are_given_and_read(databricks, newcomer, table):
    change = {"changes": [{"principal": newcomer.name, "add": ["SELECT"]}]}
    databricks("unity-catalog", "permissions", "update", "--table", table, "--json", json.dumps(change))
    text = databricks("unity-catalog", "permissions", "get", "--table", table)
    assert newcomer.name in text and "SELECT" in text


def test_a_token_is_created_listed_and_revoked(databricks):
    made = answer(databricks("tokens", "create", "--comment", "from the cli", "--lifetime-seconds", "600"))
    token_id = made["token_info"]["token_id"]
    assert token_id in databricks("tokens", "list")
    databricks("tokens", "revoke", "--token-id", token_id)
    assert token_id not in databricks("tokens", "list")


def test_the_metastore_is_summarised(databricks):
    assert answer(databricks("unity-catalog", "metastores", "get-summary"))["metastore_id"]


def test_a_second_principal_is_denied(databricks, second, table):
    databricks("unity-catalog", "tables", "get", "--full-name", table, as_person=second, fails=True)
    databricks("unity-catalog", "catalogs", "create", "--name", "forbidden", as_person=second, fails=True)


def test_schemas_are_created_changed_deleted_and_denied(databricks, second, catalog, name):
    made = name("cli")
    databricks("unity-catalog", "schemas", "create", "--catalog-name", catalog, "--name", made)
    full = f"{catalog}.{made}"
    databricks("unity-catalog", "schemas", "update", "--full-name", full, "--json", '{"comment": "second"}')
    assert answer(databricks("unity-catalog", "schemas", "get", "--full-name", full))["comment"] == "second"
    databricks("unity-catalog", "schemas", "get", "--full-name", full, as_person=second, fails=True)
    databricks("unity-catalog", "schemas", "delete", "--full-name", full, as_person=second, fails=True)
    databricks("unity-catalog", "schemas", "delete", "--full-name", full)
    databricks("unity-catalog", "schemas", "get", "--full-name", full, fails=True)


def test_tables_are_deleted_and_tokens_of_others_are_not(databricks, second, table):
    databricks("unity-catalog", "tables", "delete", "--full-name", table, as_person=second, fails=True)
    databricks("unity-catalog", "tables", "delete", "--full-name", table)
    databricks("unity-catalog", "tables", "get", "--full-name", table, fails=True)
    made = answer(databricks("tokens", "create", "--comment", "mine", "--lifetime-seconds", "600"))["token_info"]
    databricks("tokens", "revoke", "--token-id", made["token_id"], as_person=second, fails=True)
    databricks("tokens", "revoke", "--token-id", made["token_id"])


def test_a_profile_signs_in(port_80, admin, tmp_path):
    profiles = tmp_path / ".databrickscfg"
    profiles.write_text(f"[mine]\nhost = {port_80}\ntoken = {admin.token}\n")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "DATABRICKS_CONFIG_FILE": str(profiles)}
    command = [str(pathlib.Path(sys.executable).parent / "databricks"), "--profile", "mine", "tokens", "list"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_are_copied_listed_shown_and_removed(databricks, name, tmp_path):
    folder = f"dbfs:/{name('cli')}"
    (tmp_path / "source" / "deep").mkdir(parents=True)
    (tmp_path / "source" / "a.txt").write_text("one\n")
    (tmp_path / "source" / "deep" / "b.txt").write_text("two\n")
    databricks("fs", "mkdirs", folder)
    databricks("fs", "cp", "-r", str(tmp_path / "source"), folder)
    assert databricks("fs", "ls", folder).split() == ["a.txt", "deep"]
    assert "file  4  a.txt" in databricks("fs", "ls", "-l", folder)
    assert databricks("fs", "cat", f"{folder}/deep/b.txt") == "two\n"
    databricks("fs", "mv", f"{folder}/a.txt", f"{folder}/c.txt")
    databricks("fs", "cp", "-r", folder, str(tmp_path / "target"))
    assert (tmp_path / "target" / "c.txt").read_text() == "one\n"
    assert "RESOURCE_ALREADY_EXISTS" in databricks(
        "fs", "cp", str(tmp_path / "source" / "a.txt"), f"{folder}/c.txt", fails=True
    )
    databricks("fs", "cp", "--overwrite", str(tmp_path / "source" / "deep" / "b.txt"), f"{folder}/c.txt")
    assert databricks("fs", "cat", f"{folder}/c.txt") == "two\n"
    databricks("fs", "rm", "-r", folder)
    assert "RESOURCE_DOES_NOT_EXIST" in databricks("fs", "ls", folder, fails=True)


def test_a_second_principal_is_denied_a_volumes_files(databricks, admin, second, schema, name):
    catalog, schema_name = schema.split(".")
    volume = name("volume")
    admin.run(f"CREATE VOLUME {schema}.{volume}")
    path = f"dbfs:/Volumes/{catalog}/{schema_name}/{volume}"
    databricks("fs", "mkdirs", f"{path}/d")
    assert databricks("fs", "ls", path).split() == ["d"]
    databricks("fs", "ls", path, as_person=second, fails=True)
    databricks("fs", "mkdirs", f"{path}/e", as_person=second, fails=True)

def test_a_folder_of_notebooks_is_imported_and_exported(databricks, admin, second, name, tmp_path):
    source = tmp_path / "in"
    (source / "sub").mkdir(parents=True)
    (source / "a.py").write_text("# Databricks notebook source\nprint(1)")
    (source / "sub" / "b.sql").write_text("-- Databricks notebook source\nSELECT 1")
    target = f"/Users/{admin.name}/{name('cli')}"
    databricks("workspace", "import_dir", str(source), target)
    assert "a" in databricks("workspace", "ls", target)
    assert "b" in databricks("workspace", "ls", "-l", "--absolute", f"{target}/sub")
    databricks("workspace", "export_dir", target, str(tmp_path / "out"))
    for file in ("a.py", "sub/b.sql"):
        assert (tmp_path / "out" / file).read_text() == (source / file).read_text()
    databricks("workspace", "export", f"{target}/a", str(tmp_path / "a.ipynb"), "--format", "JUPYTER")
    assert json.loads((tmp_path / "a.ipynb").read_text())["nbformat"] == 4
    databricks("workspace", "import", str(tmp_path / "a.ipynb"), f"{target}/c", "--language", "PYTHON", "--format", "JUPYTER")
    assert "not empty" in databricks("workspace", "rm", target, fails=True)
    databricks("workspace", "ls", target, as_person=second, fails=True)
    databricks("workspace", "rm", "-r", target)
    databricks("workspace", "ls", target, fails=True)


def test_secrets_are_kept_for_those_on_the_list(databricks, second, name):
    scope = name("cli")
    databricks("secrets", "create-scope", "--scope", scope)
    assert scope in databricks("secrets", "list-scopes")
    databricks("secrets", "put", "--scope", scope, "--key", "k", "--string-value", "v")
    assert "k" in databricks("secrets", "list", "--scope", scope)
    databricks("secrets", "list", "--scope", scope, as_person=second, fails=True)
    databricks("secrets", "put-acl", "--scope", scope, "--principal", second.name, "--permission", "READ")
    assert second.name in databricks("secrets", "list-acls", "--scope", scope)
    assert "READ" in databricks("secrets", "get-acl", "--scope", scope, "--principal", second.name)
    assert "k" in databricks("secrets", "list", "--scope", scope, as_person=second)
    databricks("secrets", "delete-acl", "--scope", scope, "--principal", second.name)
    databricks("secrets", "delete", "--scope", scope, "--key", "k")
    databricks("secrets", "delete-scope", "--scope", scope)
    databricks("secrets", "list", "--scope", scope, fails=True)
