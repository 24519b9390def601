"""Our own command line as a tool: profiles, waiting, pages, exit codes, completion."""

from __future__ import annotations

import json
import os
import stat
import subprocess

import pytest

from tarn_server import ROOT


@pytest.fixture
def shell(server, tmp_path):
    """Runs ``tarn`` with a home of its own; returns what it did."""
    home = {"HOME": str(tmp_path), "DATABRICKS_CONFIG_FILE": str(tmp_path / ".databrickscfg"), "TARN_NO_BUILD": "1"}

    def run(*arguments, typed="", status=0):
        command = [str(ROOT / "tarn"), *arguments]
        clean = {key: value for key, value in os.environ.items() if not key.startswith("DATABRICKS_")}
        done = subprocess.run(
            command, input=typed, capture_output=True, text=True, env={**clean, **home}, timeout=120, cwd=tmp_path
        )
        assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    return run


@pytest.fixture
def mine(shell, server, admin):
    shell("configure", "--host", server.url, "--profile", "mine", typed=admin.token + "\n")
    return lambda *arguments, **options: shell("--profile", "mine", *arguments, **options)


def test_a_profile_is_written_readable_by_its_owner_alone(shell, server, admin, tmp_path):
    file = tmp_path / ".databrickscfg"
    file.write_text("[other]\nhost = http://elsewhere\n\n[mine]\nhost = http://old\ntoken = old\n")
    said = shell("configure", "--host", server.url, "--profile", "mine", typed=admin.token + "\n")
    assert admin.token not in said.stdout + said.stderr
    assert "[other]" in file.read_text() and "old" not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert admin.name in shell("-p", "mine", "current-user", "me").stdout


def test_a_profile_of_a_service_principal_signs_in_by_oauth(shell, server, admin, name):
    robot = admin.client.service_principals.create(display_name=name("robot"))
    secret = admin.client.service_principal_secrets_proxy.create(robot.id).secret
    shell("configure", "--host", server.url, "--profile", "robot", "--client-id", robot.application_id, typed=secret)
    assert robot.application_id in shell("--profile", "robot", "current-user", "me").stdout


def test_the_start_of_a_warehouse_is_waited_for(mine, admin, name):
    body = {"name": name("cli"), "cluster_size": "2X-Small", "auto_stop_mins": 15}
    made = json.loads(mine("warehouses", "create", "--json", json.dumps(body), "-o", "json").stdout)
    assert made["state"] == "RUNNING"
    assert json.loads(mine("warehouses", "stop", made["id"], "-o", "json").stdout)["state"] == "STOPPED"
    assert mine("warehouses", "start", made["id"], "--no-wait").stdout == ""
    shown = dict(line.split(maxsplit=1) for line in mine("warehouses", "start", made["id"]).stdout.splitlines())
    assert shown["id"] == made["id"] and shown["state"] == "RUNNING"
    assert json.loads(mine("warehouses", "start", made["id"], "--timeout", "1m", "-o", "json").stdout)["state"] == "RUNNING"
    mine("warehouses", "edit", made["id"], "--auto-stop-mins", "20")
    assert admin.client.warehouses.get(made["id"]).auto_stop_mins == 20
    assert made["name"] in mine("warehouses", "list").stdout
    mine("warehouses", "delete", made["id"])
    assert "RESOURCE_DOES_NOT_EXIST" in mine("warehouses", "get", made["id"], status=1).stderr


def test_a_body_comes_from_a_file_and_options_add_to_it(mine, name, tmp_path):
    (tmp_path / "catalog.json").write_text(json.dumps({"name": name("cli"), "comment": "from the file"}))
    made = json.loads(mine("catalogs", "create", "--json", "@catalog.json", "--comment", "added", "-o", "json").stdout)
    assert made["comment"] == "added"
    mine("catalogs", "delete", made["name"], "--force")


def test_users_and_groups_are_kept_and_listed_through_all_pages(mine, name):
    people = [f"{name('person')}@example.com" for _ in range(3)]
    ids = [json.loads(mine("users", "create", "--user-name", each, "-o", "json").stdout)["id"] for each in people]
    listed = mine("users", "list", "--count", "2", "--output", "json").stdout
    assert all(each in listed for each in people)
    group = json.loads(mine("groups", "create", "--display-name", name("crew"), "-o", "json").stdout)
    change = {"Operations": [{"op": "add", "path": "members", "value": [{"value": ids[0]}]}]}
    mine("groups", "patch", group["id"], "--json", json.dumps(change))
    assert ids[0] in mine("groups", "get", group["id"], "-o", "json").stdout
    mine("groups", "delete", group["id"])
    for each in ids:
        mine("users", "delete", each)
    assert "(" in mine("users", "get", ids[0], status=1).stderr


def test_schemas_tables_volumes_and_grants_are_kept(mine, admin, newcomer, table, name):
    catalog, schema, short = table.split(".")
    assert short in mine("tables", "list", catalog, schema, "--max-results", "1").stdout
    mine("tables", "update", table, "--owner", newcomer.name)
    assert json.loads(mine("tables", "get", table, "-o", "json").stdout)["owner"] == newcomer.name
    made = name("cli")
    mine("schemas", "create", made, catalog)
    mine("schemas", "update", f"{catalog}.{made}", "--comment", "second")
    assert "second" in mine("schemas", "get", f"{catalog}.{made}", "-o", "json").stdout
    body = {"catalog_name": catalog, "schema_name": made, "name": "v", "volume_type": "MANAGED"}
    mine("volumes", "create", "--json", json.dumps(body))
    mine("volumes", "update", f"{catalog}.{made}.v", "--comment", "files")
    assert "v" in mine("volumes", "list", catalog, made).stdout
    assert "files" in mine("volumes", "read", f"{catalog}.{made}.v", "-o", "json").stdout
    change = {"changes": [{"principal": newcomer.name, "add": ["USE_SCHEMA"]}]}
    mine("grants", "update", "schema", f"{catalog}.{made}", "--json", json.dumps(change))
    assert newcomer.name in mine("grants", "get", "schema", f"{catalog}.{made}", "-o", "json").stdout
    assert mine("volumes", "delete", f"{catalog}.{made}.v").stdout == ""
    mine("schemas", "delete", f"{catalog}.{made}")
    mine("tables", "delete", table)
    assert mine("tables", "get", table, status=1).stderr.startswith("tarn: ")


def test_tokens_are_made_listed_and_revoked(mine, shell, server):
    made = json.loads(mine("tokens", "create", "--comment", "cli", "--lifetime-seconds", "600", "-o", "json").stdout)
    shell("configure", "--host", server.url, "--profile", "short", typed=made["token_value"])
    shell("-p", "short", "current-user", "me")
    assert made["token_info"]["token_id"] in mine("tokens", "list").stdout
    mine("tokens", "delete", made["token_info"]["token_id"])
    assert shell("-p", "short", "current-user", "me", status=1).stderr.startswith("tarn: ")


def test_a_second_principal_is_refused_everything(shell, server, second, table, name):
    shell("configure", "--host", server.url, "--profile", "second", typed=second.token)
    for arguments in (
        ["catalogs", "create", "--name", name("forbidden")],
        ["schemas", "create", "--name", "x", "--catalog-name", table.split(".")[0]],
        ["tables", "get", table],
        ["volumes", "list", *table.split(".")[:2]],
        ["grants", "get", "table", table],
        ["users", "create", "--user-name", "x@example.com"],
        ["groups", "create", "--display-name", "x"],
        ["token-management", "list"],
        ["warehouses", "create", "--name", "x", "--cluster-size", "2X-Small"],
    ):
        assert shell("--profile", "second", *arguments, status=1).stderr.startswith("tarn: "), arguments


@pytest.mark.parametrize(
    "arguments",
    [
        ["catalogs", "frobnicate"],
        ["catalogs", "get"],
        ["catalogs", "list", "--no-such-option"],
        ["catalogs", "list", "--output", "xml"],
        ["catalogs", "create", "--json", "{"],
        ["catalogs", "create", "--json", "@nothing-there"],
        ["warehouses", "start", "x", "--timeout", "soon"],
        ["warehouses", "list", "--timeout", "soon"],
        ["-o", "xml", "catalogs", "list"],
        ["bundle", "validate", "--output", "xml"],
        ["configure", "--host", "not a url"],
        ["completion", "fish"],
    ],
)
def test_wrong_usage_ends_with_2_and_one_clear_line(mine, arguments):
    first = mine(*arguments, status=2).stderr.splitlines()[0]
    assert first.startswith("tarn: ") and "Exception" not in first


def test_a_server_that_is_not_there_ends_with_3_and_where_it_was_looked_for(shell):
    shell("configure", "--host", "http://127.0.0.1:9", "--profile", "nobody", typed="dapi0")
    assert "http://127.0.0.1:9 cannot be reached" in shell("--profile", "nobody", "current-user", "me", status=3).stderr


def test_who_is_not_signed_in_learns_how(shell):
    for arguments in (["--profile", "no-such-profile"], [], ["--host", "http://127.0.0.1:9"]):
        said = shell(*arguments, "current-user", "me", status=3).stderr
        assert said.startswith("tarn: ") and "tarn configure --profile" in said and len(said.splitlines()) == 1


def test_a_statement_is_waited_for_and_shows_its_rows(mine, admin, schema):
    def run(statement, *more, **options):
        return mine("statement-execution", "execute-statement", statement, admin.warehouse, *more, **options)

    assert run("SELECT id, 'a' AS word FROM range(2)").stdout.splitlines() == ["id  word", "0   a", "1   a"]
    many = json.loads(run("SELECT id FROM range(300000)", "--output", "json").stdout)
    assert len(many["result"]["data_array"]) == many["manifest"]["total_row_count"] == 300000
    assert run(f"CREATE TABLE {schema}.made (a INT)").stdout == ""
    assert run("SELECT * FROM no_such_table", status=1).stderr.startswith("tarn: [TABLE_OR_VIEW_NOT_FOUND]")


def test_files_go_up_and_come_down(mine, schema, tmp_path):
    catalog, short = schema.split(".")
    mine("volumes", "create", catalog, short, "files", "--volume-type", "MANAGED")
    (tmp_path / "up.bin").write_bytes(bytes(range(256)) * 100)
    where = f"/Volumes/{catalog}/{short}/files/up.bin"
    assert mine("files", "upload", where, "--contents", "up.bin").stdout == ""
    script = f"'{ROOT}/tarn' --profile mine files download {where} > down.bin"
    environment = {**os.environ, "DATABRICKS_CONFIG_FILE": str(tmp_path / ".databrickscfg"), "TARN_NO_BUILD": "1"}
    subprocess.run(["sh", "-c", script], check=True, cwd=tmp_path, env=environment, timeout=120)
    assert (tmp_path / "down.bin").read_bytes() == (tmp_path / "up.bin").read_bytes()


def test_texts_in_any_script_go_and_come_where_no_language_is_set(mine, name, monkeypatch):
    for variable in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    made = name("cli")
    assert "grün 緑" in mine("catalogs", "create", made, "--comment", "grün 緑").stdout
    assert "grün 緑" in mine("catalogs", "list").stdout
    mine("catalogs", "delete", made)


def test_completion_knows_services_operations_options_and_profiles(mine, tmp_path):
    (tmp_path / "completion.sh").write_text(mine("completion", "bash").stdout)

    def complete(*words):
        script = f"""
            source {tmp_path}/completion.sh
            COMP_WORDS=({" ".join(words[:-1])} "{words[-1]}"); COMP_CWORD={len(words) - 1}
            _tarn; echo "${{COMPREPLY[@]}}"
        """
        environment = {**os.environ, "DATABRICKS_CONFIG_FILE": str(tmp_path / ".databrickscfg")}
        return subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=environment).stdout.split()

    assert {"catalogs", "completion", "configure"} <= set(complete("tarn", "c"))
    assert "deploy" in complete("tarn", "bundle", "")
    assert complete("tarn", "catalogs", "cr") == ["create"]
    assert complete("tarn", "--profile", "mine", "warehouses", "create", "--auto") == ["--auto-stop-mins"]
    assert complete("tarn", "--profile", "mi") == ["mine"]
    assert complete("tarn", "--output", "") == ["table", "json"]
