"""tarn bundle against the packaged server: what is deployed is there, drift is seen, two do not deploy at once."""

from __future__ import annotations

import json
import os
import re
import subprocess
import textwrap

import pytest
from databricks.sdk import WorkspaceClient

from conftest import Person
from tarn_server import ROOT


class Project:
    """A bundle's folder, and the command run in it."""

    def __init__(self, server, folder, person: Person):
        self.server = server
        self.folder = folder
        self.person = person

    def write(self, text: str, file: str = "databricks.yml") -> None:
        target = self.folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(textwrap.dedent(text))

    def run(self, *arguments: str, fails: bool = False, person: Person | None = None) -> str:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("DATABRICKS_")}
        environment = clean | {
            "DATABRICKS_HOST": self.server.url,
            "DATABRICKS_TOKEN": (person or self.person).token,
            "TARN_NO_BUILD": "1",
        }
        done = subprocess.run(
            [str(ROOT / "tarn"), "bundle", *arguments], cwd=self.folder, capture_output=True, text=True, env=environment, timeout=120
        )
        assert (done.returncode != 0) == fails, f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stderr if fails else done.stdout

    def steps(self, command: str = "plan") -> dict[str, dict]:
        return {step["resource"]: step for step in json.loads(self.run(command, "--output", "json"))}


@pytest.fixture
def project(server, admin, tmp_path, catalog, name):
    made = Project(server, tmp_path, admin)
    made.catalog, made.schema = catalog, name("bundled")
    made.write(
        f"""
        bundle: {{name: {made.schema}}}
        variables:
          comment: {{default: first}}
        resources:
          schemas:
            sales:
              name: {made.schema}
              catalog_name: {catalog}
              comment: ${{var.comment}}
              grants:
                - principal: account users
                  privileges: [USE_SCHEMA, SELECT]
          volumes:
            landing:
              name: landing
              catalog_name: ${{resources.schemas.sales.catalog_name}}
              schema_name: ${{resources.schemas.sales.name}}
          secret_scopes:
            keys: {{name: {made.schema}}}
          sql_warehouses:
            own:
              name: {made.schema}
              cluster_size: 2X-Small
              auto_stop_mins: 10
              permissions:
                - group_name: users
                  level: CAN_USE
        """
    )
    made.write("print('hello')\n", "src/main.py")
    yield made
    subprocess.run(
        [str(ROOT / "tarn"), "bundle", "destroy", "--auto-approve", "--force-lock"],
        cwd=tmp_path,
        capture_output=True,
        env=os.environ | {"DATABRICKS_HOST": server.url, "DATABRICKS_TOKEN": admin.token, "TARN_NO_BUILD": "1"},
    )


def test_a_bundle_is_deployed_changed_and_destroyed(project, admin):
    assert "Validation OK" in project.run("validate")
    assert {step["action"] for step in project.steps().values()} == {"create"}
    project.run("deploy")
    full = f"{project.catalog}.{project.schema}"
    assert admin.client.schemas.get(full).comment == "first"
    assert admin.client.volumes.read(f"{full}.landing").name == "landing"
    assert project.schema in [scope.name for scope in admin.client.secrets.list_scopes()]
    assert {step["action"] for step in project.steps().values()} == {"keep"}

    project.run("deploy", "--var", "comment=second")
    assert admin.client.schemas.get(full).comment == "second"

    project.run("destroy", "--auto-approve")
    assert project.schema not in [schema.name for schema in admin.client.schemas.list(project.catalog)]
    assert project.schema not in [warehouse.name for warehouse in admin.client.warehouses.list()]


def test_files_go_along_and_come_back_out(project, admin):
    project.run("deploy")
    root = json.loads(project.run("validate", "--output", "json"))["workspace"]["file_path"]
    assert admin.client.workspace.get_status(f"{root}/src/main.py").path.endswith("main.py")
    (project.folder / "src" / "main.py").unlink()
    project.run("deploy")
    assert "main.py" not in [entry.path for entry in admin.client.workspace.list(root, recursive=True)]


def test_what_was_changed_by_hand_is_shown_and_set_right(project, admin):
    project.run("deploy")
    full = f"{project.catalog}.{project.schema}"
    admin.client.schemas.update(full, comment="by hand")
    assert any("changed outside the bundle" in change for change in project.steps()["schemas.sales"]["changes"])
    project.run("deploy")
    assert admin.client.schemas.get(full).comment == "first"


def test_grants_are_given_and_taken_back(project, admin, newcomer):
    project.run("deploy")
    admin.run(f"GRANT USE CATALOG ON CATALOG {project.catalog} TO `account users`")
    admin.run(f"CREATE TABLE {project.catalog}.{project.schema}.t AS SELECT 1 AS one")
    assert newcomer.rows(f"SELECT * FROM {project.catalog}.{project.schema}.t") == [["1"]]
    text = (project.folder / "databricks.yml").read_text()
    (project.folder / "databricks.yml").write_text(text.replace("[USE_SCHEMA, SELECT]", "[USE_SCHEMA]"))
    project.run("deploy")
    assert newcomer.refusal(f"SELECT * FROM {project.catalog}.{project.schema}.t")


def test_a_second_deployment_is_told_who_deploys(project, admin):
    project.run("deploy")
    state = json.loads(project.run("validate", "--output", "json"))["workspace"]["state_path"]
    lock = {"ID": "theirs", "User": "grace@example.com", "AcquisitionTime": "2026-01-01T00:00:00Z"}
    admin.client.api_client.do(
        "POST", f"/api/2.0/workspace-files/import-file{state}/deploy.lock", query={"overwrite": "false"}, data=json.dumps(lock).encode(),
        headers={"Content-Type": "application/octet-stream"},
    )
    assert "grace@example.com" in project.run("deploy", fails=True)
    project.run("deploy", "--force-lock")
    assert {step["action"] for step in project.steps().values()} == {"keep"}


def test_an_interrupted_deployment_goes_on(project, admin):
    """The last resource is refused; what was made before it is kept, and the next deployment makes only the rest."""
    text = (project.folder / "databricks.yml").read_text()
    (project.folder / "databricks.yml").write_text(text.replace("cluster_size: 2X-Small", "cluster_size: Enormous"))
    assert "sql_warehouses.own" in project.run("deploy", fails=True)
    (project.folder / "databricks.yml").write_text(text)
    actions = {key: step["action"] for key, step in project.steps().items()}
    assert actions["schemas.sales"] == "keep" and actions["sql_warehouses.own"] == "create"
    project.run("deploy")


def test_data_is_not_deleted_without_agreement(project, admin):
    project.run("deploy")
    text = (project.folder / "databricks.yml").read_text()
    (project.folder / "databricks.yml").write_text(text.replace("name: landing", "name: elsewhere", 1))
    assert "--auto-approve" in project.run("deploy", fails=True)
    assert admin.client.volumes.read(f"{project.catalog}.{project.schema}.landing")


def test_a_principal_without_rights_is_refused_clearly(project, second):
    message = project.run("deploy", fails=True, person=second)
    assert "Error" in message and "Exception" not in message


def test_errors_name_file_and_line(project):
    project.write("bundle: {name: x}\nresources:\n  schemas:\n    s: {name: s}\n")
    assert "databricks.yml:4:8" in project.run("validate", fails=True)


def test_a_new_bundle_is_right(project, tmp_path):
    project.run("init", "--name", "fresh")
    project.folder = tmp_path / "fresh"
    assert "Validation OK" in project.run("validate")


def test_a_script_runs_signed_in(project):
    with (project.folder / "databricks.yml").open("a") as file:
        file.write('scripts: {where: {content: "echo on $DATABRICKS_HOST in $DATABRICKS_BUNDLE_TARGET"}}\n')
    assert f"on {project.server.url} in default" in project.run("run", "where")


@pytest.mark.parametrize("page", ["bundles", "promote"])
def test_what_the_guide_shows_deploys_to_each_target(server, admin, tmp_path, name, page):
    made = admin.client.api_client.do("POST", "/api/tarn/v1/workspaces", body={"name": name(f"guide-{page}").replace("_", "-")})
    guest = WorkspaceClient(host=server.url, token=made["token"], auth_type="pat")
    try:
        guest.groups.create(display_name="analysts")
        for each in ("dev", "staging", "production"):
            guest.catalogs.create(each)
        text = (ROOT / "docs" / "guide" / f"{page}.md").read_text()
        bundle = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]
        targets = re.findall(r"^  (\w+):", bundle.split("\ntargets:")[1], re.MULTILINE)
        assert len(targets) >= 2
        for target in targets:
            folder = tmp_path / target
            folder.mkdir()
            project = Project(server, folder, Person(guest, "", "administrator", made["token"]))
            project.write(bundle)
            project.run("validate", "-t", target)
            project.run("deploy", "-t", target, "--auto-approve")
            assert "0 to create, 0 to change" in project.run("plan", "-t", target)
    finally:
        admin.client.api_client.do("DELETE", f"/api/tarn/v1/workspaces/{made['workspace_id']}")
