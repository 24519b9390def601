"""The SDK for Python on git folders and git credentials; the repository is a bare one that the git command line works with as well."""

from __future__ import annotations

import io
import subprocess

import pytest
from databricks.sdk.errors import BadRequest, NotFound, PermissionDenied, ResourceConflict
from databricks.sdk.service import workspace
from databricks.sdk.service.workspace import ImportFormat, ObjectType, SparseCheckout

NOTEBOOK = "# Databricks notebook source\nprint(1)\n"


class Clone:
    """Somebody else's clone of the repository."""

    def __init__(self, folder, bare):
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main", str(folder), cwd=folder.parent)
        self.git("remote", "add", "origin", str(bare))

    def git(self, *arguments, cwd=None) -> str:
        command = ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@else.test", *arguments]
        ran = subprocess.run(command, cwd=cwd or self.folder, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()

    def push(self, branch: str = "main", **files: str) -> str:
        for path, text in files.items():
            file = self.folder / path.replace("__", "/").replace("_", ".")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "change")
        self.git("push", "--quiet", "origin", f"HEAD:{branch}")
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def bare(server, name):
    made = server.git_root / f"{name('project')}.git"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(made)], check=True)
    return made


@pytest.fixture
def clone(bare, tmp_path) -> Clone:
    made = Clone(tmp_path / "clone", bare)
    made.push(etl_py=NOTEBOOK, lib__helper_py="x = 1\n", README_md="# Hi\n")
    return made


@pytest.fixture
def repo(admin, bare, clone, name) -> workspace.CreateRepoResponse:
    made = admin.client.repos.create(str(bare), "gitLab", path=f"/Users/{admin.name}/{name('repo')}")
    yield made
    try:
        admin.client.repos.delete(made.id)
    except NotFound:
        pass


def call(person, repo, method: str, what: str, **options) -> dict:
    return person.client.api_client.do(method, f"/api/tarn/v1/git/folders/{repo.id}/{what}", **options)


def upload(person, repo, path: str, text: str) -> None:
    person.client.workspace.upload(
        f"{repo.path}/{path}", io.BytesIO(text.encode()), format=ImportFormat.AUTO, overwrite=True
    )


def download(person, repo, path: str) -> str:
    return person.client.workspace.download(f"{repo.path}/{path}").read().decode()


def test_a_repository_is_cloned_listed_and_deleted(admin, bare, clone, repo):
    assert (repo.branch, repo.head_commit_id) == ("main", clone.git("rev-parse", "HEAD"))
    found = admin.client.repos.get(repo.id)
    assert (found.path, found.url, found.provider) == (repo.path, str(bare), "gitLab")
    assert repo.id in [each.id for each in admin.client.repos.list(path_prefix=f"/Users/{admin.name}")]
    status = admin.client.workspace.get_status(repo.path)
    assert (status.object_type, status.object_id) == (ObjectType.REPO, repo.id)
    tree = {each.path[len(repo.path) + 1 :]: each.object_type for each in admin.client.workspace.list(repo.path, recursive=True)}
    assert tree == {"etl": ObjectType.NOTEBOOK, "lib/helper.py": ObjectType.FILE, "README.md": ObjectType.FILE}
    assert download(admin, repo, "etl") == NOTEBOOK
    assert call(admin, repo, "GET", "status")["changes"] == []
    admin.client.repos.delete(repo.id)
    with pytest.raises(NotFound):
        admin.client.repos.get(repo.id)
    with pytest.raises(NotFound):
        admin.client.workspace.get_status(repo.path)


def test_what_is_changed_here_reaches_the_repository(admin, clone, repo):
    upload(admin, repo, "lib/helper.py", "x = 2\n")
    upload(admin, repo, "new.sql", "-- Databricks notebook source\nSELECT 1\n")
    admin.client.workspace.delete(f"{repo.path}/README.md")
    changes = {each["path"]: each["change"] for each in call(admin, repo, "GET", "status")["changes"]}
    assert changes == {"README.md": "DELETED", "lib/helper.py": "MODIFIED", "new.sql": "ADDED"}
    assert "+x = 2" in call(admin, repo, "GET", "diff", query={"path": "lib/helper.py"})["diff"]
    commit = call(admin, repo, "POST", "commit", body={"message": "From the workspace"})["head_commit_id"]
    clone.git("pull", "--quiet", "origin", "main")
    assert clone.git("rev-parse", "HEAD") == commit
    assert (clone.folder / "new.sql").read_text() == "-- Databricks notebook source\nSELECT 1\n"
    assert not (clone.folder / "README.md").exists()
    assert clone.git("log", "-1", "--format=%ae %s") == f"{admin.name} From the workspace"
    assert clone.git("fsck", "--strict") == ""


def test_an_update_names_what_it_would_lose(admin, clone, repo):
    upload(admin, repo, "lib/helper.py", "x = 'mine'\n")
    clone.push(lib__helper_py="x = 'theirs'\n")
    with pytest.raises(ResourceConflict, match="lib/helper.py"):
        admin.client.repos.update(repo.id, branch="main")
    assert download(admin, repo, "lib/helper.py") == "x = 'mine'\n"
    admin.client.repos.update(repo.id, branch="main", dangerously_force_discard_all=True)
    assert download(admin, repo, "lib/helper.py") == "x = 'theirs'\n"


def test_branches_and_tags(admin, clone, repo):
    first = clone.git("rev-parse", "HEAD")
    clone.git("tag", "v1")
    clone.git("push", "--quiet", "origin", "v1")
    clone.push("dev", etl_py=NOTEBOOK + "# dev\n")
    admin.client.repos.update(repo.id, branch="dev")
    assert download(admin, repo, "etl") == NOTEBOOK + "# dev\n"
    admin.client.repos.update(repo.id, tag="v1")
    assert admin.client.repos.get(repo.id).head_commit_id == first
    with pytest.raises(NotFound):
        admin.client.repos.update(repo.id, branch="nowhere")
    call(admin, repo, "POST", "branches", body={"name": "mine"})
    assert [each["name"] for each in call(admin, repo, "GET", "branches")["branches"]] == ["dev", "main", "mine"]


def test_a_pull_merges_what_diverged(admin, clone, repo):
    upload(admin, repo, "lib/helper.py", "x = 2\n")
    call(admin, repo, "POST", "commit", body={"message": "mine", "push": False})
    clone.push(theirs_txt="t")
    with pytest.raises(ResourceConflict):
        call(admin, repo, "POST", "pull", body={"mode": "ff-only"})
    assert call(admin, repo, "POST", "pull", body={"mode": "merge"})["state"] == "MERGED"
    call(admin, repo, "POST", "push", body={})
    clone.git("pull", "--quiet", "origin", "main")
    assert (clone.folder / "lib" / "helper.py").read_text() == "x = 2\n"


def test_a_sparse_checkout(admin, bare, clone, name):
    made = admin.client.repos.create(
        str(bare), "gitHub", path=f"/Users/{admin.name}/{name('sparse')}", sparse_checkout=SparseCheckout(patterns=["docs"])
    )
    assert {each.path for each in admin.client.workspace.list(made.path)} == {f"{made.path}/README.md", f"{made.path}/etl"}
    admin.client.repos.delete(made.id)


def test_what_nobody_listed_is_refused(admin):
    for url in ("https://evil.example/x.git", "http://github.com/x/y.git", "/etc", "ssh://git@github.com/x/y", "git@github.com:x/y.git"):
        with pytest.raises(BadRequest):
            admin.client.repos.create(url, "gitHub")


def test_a_second_principal_needs_a_level(admin, second, repo):
    denied = (
        lambda: second.client.repos.update(repo.id, branch="main"),
        lambda: second.client.repos.delete(repo.id),
        lambda: call(second, repo, "POST", "pull", body={}),
        lambda: call(second, repo, "POST", "commit", body={"message": "m"}),
    )
    for each in (lambda: second.client.repos.get(repo.id), lambda: call(second, repo, "GET", "status"), *denied):
        with pytest.raises(NotFound):
            each()
    entry = workspace.RepoAccessControlRequest(
        service_principal_name=second.name, permission_level=workspace.RepoPermissionLevel.CAN_READ
    )
    admin.client.repos.update_permissions(str(repo.id), access_control_list=[entry])
    assert second.client.repos.get(repo.id).branch == "main"
    assert call(second, repo, "GET", "status")["changes"] == []
    for each in denied:
        with pytest.raises(PermissionDenied):
            each()
    levels = admin.client.repos.get_permission_levels(str(repo.id)).permission_levels
    assert [each.permission_level.value for each in levels] == ["CAN_READ", "CAN_RUN", "CAN_EDIT", "CAN_MANAGE"]


def test_credentials_are_their_owners_alone(admin, second):
    made = second.client.git_credentials.create("gitHub", git_username="s", personal_access_token="ghp_secret")
    assert "ghp_secret" not in str(second.client.git_credentials.get(made.credential_id).as_dict())
    assert made.credential_id not in [each.credential_id for each in admin.client.git_credentials.list()]
    with pytest.raises(NotFound):
        admin.client.git_credentials.get(made.credential_id)
    second.client.git_credentials.update(made.credential_id, "gitHub", git_username="t")
    assert second.client.git_credentials.get(made.credential_id).git_username == "t"
    second.client.git_credentials.delete(made.credential_id)
    assert list(second.client.git_credentials.list()) == []
