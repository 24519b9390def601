"""The SDK for Python on the tree of notebooks and files: uploads, downloads, formats, permissions."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest
from databricks.sdk.errors import BadRequest, NotFound, PermissionDenied, ResourceAlreadyExists
from databricks.sdk.service import iam
from databricks.sdk.service.workspace import ExportFormat, ImportFormat, Language, ObjectType

SOURCE = "# Databricks notebook source\nprint(1)\n\n# COMMAND ----------\n\n# MAGIC %md\n# MAGIC # Hi"


@pytest.fixture
def folder(admin, name) -> str:
    made = f"/Users/{admin.name}/{name('folder')}"
    admin.client.workspace.mkdirs(made)
    return made


def test_a_file_goes_up_and_comes_down(admin, folder):
    content = bytes(range(256)) * 300
    admin.client.workspace.upload(f"{folder}/f.bin", io.BytesIO(content), format=ImportFormat.AUTO)
    assert admin.client.workspace.download(f"{folder}/f.bin").read() == content
    with pytest.raises(ResourceAlreadyExists):
        admin.client.workspace.upload(f"{folder}/f.bin", b"x", format=ImportFormat.AUTO)
    admin.client.workspace.upload(f"{folder}/f.bin", b"x", format=ImportFormat.AUTO, overwrite=True)
    assert admin.client.workspace.get_status(f"{folder}/f.bin").size == 1


def test_a_notebook_is_known_by_its_language_and_comes_back_as_it_was(admin, folder):
    admin.client.workspace.upload(f"{folder}/n", SOURCE.encode(), language=Language.PYTHON)
    status = admin.client.workspace.get_status(f"/Workspace{folder}/n")
    assert (status.object_type, status.language, status.path) == (ObjectType.NOTEBOOK, Language.PYTHON, f"{folder}/n")
    exported = admin.client.workspace.export(f"{folder}/n", format=ExportFormat.SOURCE)
    assert base64.b64decode(exported.content).decode() == SOURCE
    jupyter = admin.client.workspace.download(f"{folder}/n", format=ExportFormat.JUPYTER).read()
    admin.client.workspace.upload(f"{folder}/j.ipynb", jupyter, format=ImportFormat.AUTO)
    assert admin.client.workspace.download(f"{folder}/j").read().decode() == SOURCE


def test_a_folder_is_exported_as_an_archive_and_imported_again(admin, folder):
    admin.client.workspace.upload(f"{folder}/n", SOURCE.encode(), language=Language.PYTHON)
    archive = admin.client.workspace.download(folder, format=ExportFormat.DBC).read()
    assert zipfile.ZipFile(io.BytesIO(archive)).namelist() == ["n.python"]
    admin.client.workspace.upload(f"{folder}-2", archive, format=ImportFormat.DBC)
    assert [each.path for each in admin.client.workspace.list(f"{folder}-2", recursive=True)] == [f"{folder}-2/n"]


def test_deleting_a_full_folder_must_be_meant(admin, folder):
    admin.client.workspace.mkdirs(f"{folder}/inside")
    with pytest.raises(BadRequest, match="not empty"):
        admin.client.workspace.delete(folder)
    admin.client.workspace.delete(folder, recursive=True)
    with pytest.raises(NotFound):
        admin.client.workspace.get_status(folder)


def test_a_second_principal_is_denied_until_it_is_given_something(admin, second, folder):
    admin.client.workspace.upload(f"{folder}/n", SOURCE.encode(), language=Language.PYTHON)
    for call in (
        lambda: second.client.workspace.get_status(f"{folder}/n"),
        lambda: second.client.workspace.export(f"{folder}/n"),
        lambda: list(second.client.workspace.list(folder)),
    ):
        with pytest.raises(NotFound):
            call()
    directory = str(admin.client.workspace.get_status(folder).object_id)
    reader = iam.AccessControlRequest(service_principal_name=second.name, permission_level=iam.PermissionLevel.CAN_READ)
    admin.client.permissions.set("directories", directory, access_control_list=[reader])
    assert second.client.workspace.download(f"{folder}/n").read().decode() == SOURCE
    for call in (
        lambda: second.client.workspace.delete(f"{folder}/n"),
        lambda: second.client.workspace.mkdirs(f"{folder}/mine"),
        lambda: second.client.workspace.upload(f"{folder}/n", b"", language=Language.PYTHON, overwrite=True),
    ):
        with pytest.raises(PermissionDenied):
            call()


def test_permissions_stay_as_they_were_declared(admin, second, folder):
    """What Terraform's second plan compares: the entries that were set, and inherited ones marked as such."""
    directory = str(admin.client.workspace.get_status(folder).object_id)
    editor = iam.AccessControlRequest(service_principal_name=second.name, permission_level=iam.PermissionLevel.CAN_EDIT)
    admin.client.permissions.set("directories", directory, access_control_list=[editor])
    entries = admin.client.permissions.get("directories", directory).access_control_list
    own = [
        (entry.service_principal_name, level.permission_level)
        for entry in entries
        for level in entry.all_permissions
        if not level.inherited
    ]
    assert own == [(second.name, iam.PermissionLevel.CAN_EDIT)]
