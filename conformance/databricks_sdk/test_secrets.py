"""The SDK for Python on secrets, dbutils included."""

from __future__ import annotations

import base64

import pytest
from databricks.sdk.errors import NotFound, PermissionDenied, ResourceAlreadyExists
from databricks.sdk.service.workspace import AclPermission


@pytest.fixture
def scope(admin, name) -> str:
    made = name("scope")
    admin.client.secrets.create_scope(made)
    return made


def test_secrets_are_put_listed_read_and_deleted(admin, scope):
    admin.client.secrets.put_secret(scope, "text", string_value="pässword")
    admin.client.secrets.put_secret(scope, "bytes", bytes_value=base64.b64encode(bytes(range(256))).decode())
    assert [each.key for each in admin.client.secrets.list_secrets(scope)] == ["bytes", "text"]
    assert base64.b64decode(admin.client.secrets.get_secret(scope, "text").value).decode() == "pässword"
    admin.client.secrets.delete_secret(scope, "bytes")
    with pytest.raises(NotFound):
        admin.client.secrets.get_secret(scope, "bytes")
    with pytest.raises(ResourceAlreadyExists):
        admin.client.secrets.create_scope(scope)
    admin.client.secrets.delete_scope(scope)
    assert scope not in [each.name for each in admin.client.secrets.list_scopes()]


def test_dbutils_reads_secrets(admin, scope):
    admin.client.secrets.put_secret(scope, "k", string_value="value")
    dbutils = admin.client.dbutils
    assert dbutils.secrets.get(scope, "k") == "value"
    assert dbutils.secrets.getBytes(scope, "k") == b"value"
    assert [each.key for each in dbutils.secrets.list(scope)] == ["k"]
    assert scope in [each.name for each in dbutils.secrets.listScopes()]


def test_a_second_principal_is_denied_until_it_is_on_the_list(admin, second, scope):
    admin.client.secrets.put_secret(scope, "k", string_value="value")
    for call in (
        lambda: second.client.secrets.get_secret(scope, "k"),
        lambda: list(second.client.secrets.list_secrets(scope)),
        lambda: second.client.secrets.put_secret(scope, "k", string_value="x"),
        lambda: list(second.client.secrets.list_acls(scope)),
        lambda: second.client.secrets.delete_scope(scope),
    ):
        with pytest.raises(PermissionDenied):
            call()
    admin.client.secrets.put_acl(scope, second.name, AclPermission.READ)
    assert second.client.dbutils.secrets.get(scope, "k") == "value"
    with pytest.raises(PermissionDenied):
        second.client.secrets.put_secret(scope, "k", string_value="x")
    admin.client.secrets.delete_acl(scope, second.name)
    with pytest.raises(PermissionDenied):
        second.client.secrets.get_secret(scope, "k")
