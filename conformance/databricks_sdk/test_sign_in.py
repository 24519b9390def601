"""Signing in: personal tokens, OAuth for machines, profiles."""

import urllib.error

import pytest
from databricks.sdk import WorkspaceClient
from databricks.sdk.errors import DatabricksError, PermissionDenied, Unauthenticated
from databricks.sdk.service import iam


def test_me_is_the_administrator(admin):
    me = admin.client.current_user.me()
    assert me.user_name and me.active
    assert "admins" in [group.display for group in me.groups]


def test_the_workspace_id_is_a_number(admin):
    assert int(admin.client.get_workspace_id()) > 0


def test_a_call_without_a_token_is_refused(server):
    with pytest.raises(urllib.error.HTTPError) as refused:
        server.get("/api/2.0/preview/scim/v2/Me", token="dapi-no-such-token")
    assert refused.value.code in (401, 403)


def test_a_profile_in_a_file_signs_in(server, admin, tmp_path, monkeypatch):
    file = tmp_path / "databrickscfg"
    file.write_text(f"[tarn]\nhost = {server.url}\ntoken = {server.token}\n")
    monkeypatch.setenv("DATABRICKS_CONFIG_FILE", str(file))
    assert WorkspaceClient(profile="tarn").current_user.me().user_name == admin.name


def test_a_token_works_until_it_is_revoked(server, admin):
    made = admin.client.tokens.create(comment="conformance", lifetime_seconds=600)
    client = WorkspaceClient(host=server.url, token=made.token_value, auth_type="pat")
    assert client.current_user.me().user_name == admin.name
    assert made.token_info.token_id in [token.token_id for token in admin.client.tokens.list()]
    admin.client.tokens.delete(made.token_info.token_id)
    with pytest.raises((Unauthenticated, PermissionDenied)):
        client.current_user.me()


def test_the_list_of_tokens_shows_no_secret(admin):
    made = admin.client.tokens.create(comment="secret", lifetime_seconds=600)
    assert made.token_value not in str(list(admin.client.tokens.list()))
    admin.client.tokens.delete(made.token_info.token_id)


def test_a_service_principal_signs_in_with_its_secret(server, admin, name):
    principal = admin.client.service_principals.create(display_name=name("machine"))
    secret = admin.client.service_principal_secrets_proxy.create(principal.id)
    client = WorkspaceClient(
        host=server.url, client_id=principal.application_id, client_secret=secret.secret, auth_type="oauth-m2m"
    )
    me = client.current_user.me()
    assert me.user_name == principal.application_id


def test_a_wrong_secret_is_refused(server, admin, name):
    principal = admin.client.service_principals.create(display_name=name("machine"))
    client = WorkspaceClient(
        host=server.url, client_id=principal.application_id, client_secret="wrong", auth_type="oauth-m2m"
    )
    with pytest.raises((DatabricksError, ValueError)):
        client.current_user.me()


def test_a_deactivated_principal_is_refused(server, admin, newcomer):
    assert newcomer.client.current_user.me().user_name == newcomer.name
    found = next(admin.client.service_principals.list(filter=f'applicationId eq "{newcomer.name}"'))
    admin.client.service_principals.patch(
        found.id,
        operations=[iam.Patch(op=iam.PatchOp.REPLACE, path="active", value="false")],
        schemas=[iam.PatchSchema.URN_IETF_PARAMS_SCIM_API_MESSAGES_2_0_PATCH_OP],
    )
    with pytest.raises((Unauthenticated, PermissionDenied)):
        newcomer.client.current_user.me()


def test_an_administrator_sees_and_revokes_the_tokens_of_others(server, admin, newcomer):
    tokens = [token for token in admin.client.token_management.list() if token.owner_id or token.created_by_username]
    assert tokens
    with pytest.raises(PermissionDenied):
        list(newcomer.client.token_management.list())
