"""The account client against the same host, and who may have tokens."""

import pytest
from databricks.sdk import AccountClient
from databricks.sdk.errors import DatabricksError, NotFound, PermissionDenied, Unauthenticated
from databricks.sdk.service import iam, settings, sql as dbsql


@pytest.fixture
def account(server, admin):
    account_id = admin.client.metastores.current().metastore_id

    def client(person=admin, account_id=account_id):
        return AccountClient(host=server.url, account_id=account_id, token=person.token, auth_type="pat")

    return client


def test_users_of_the_account_are_created_read_changed_and_deleted(account, admin, name):
    made = account().users_v2.create(user_name=f"{name('person')}@example.com", display_name="first")
    account().users_v2.patch(
        made.id, operations=[iam.Patch(op=iam.PatchOp.REPLACE, path="displayName", value="second")]
    )
    assert account().users_v2.get(made.id).display_name == "second"
    assert [each.id for each in account().users_v2.list(filter=f'userName eq "{made.user_name}"')] == [made.id]
    assert admin.client.users_v2.get(made.id).user_name == made.user_name
    account().users_v2.delete(made.id)
    with pytest.raises(NotFound):
        account().users_v2.get(made.id)


def test_groups_and_service_principals_of_the_account_are_kept(account, name):
    robot = account().service_principals_v2.create(display_name=name("robot"))
    group = account().groups_v2.create(display_name=name("crew"), members=[iam.ComplexValue(value=robot.id)])
    assert [member.value for member in account().groups_v2.get(group.id).members] == [robot.id]
    assert group.id in [each.id for each in account().groups_v2.list(count=2)]
    assert robot.id in [each.id for each in account().service_principals_v2.list(count=2)]
    secret = account().service_principal_secrets.create(robot.id)
    assert secret.id in [each.id for each in account().service_principal_secrets.list(robot.id)]
    account().service_principal_secrets.delete(robot.id, secret.id)
    account().groups_v2.delete(group.id)
    account().service_principals_v2.delete(robot.id)


def test_the_workspaces_are_listed_with_who_administers_them(account, admin, name):
    workspaces = list(account().workspaces.list())
    assert admin.client.get_workspace_id() in [each.workspace_id for each in workspaces]
    workspace = admin.client.get_workspace_id()
    robot = account().service_principals_v2.create(display_name=name("robot"))
    account().workspace_assignment.update(workspace, int(robot.id), permissions=[iam.WorkspacePermission.ADMIN])
    roles = {each.principal.principal_id: each.permissions for each in account().workspace_assignment.list(workspace)}
    assert roles[int(robot.id)] == [iam.WorkspacePermission.ADMIN]
    account().workspace_assignment.update(workspace, int(robot.id), permissions=[iam.WorkspacePermission.USER])
    account().service_principals_v2.delete(robot.id)


def test_a_second_principal_does_not_enter_the_account(account, second, name):
    with pytest.raises(PermissionDenied):
        list(account(second).users_v2.list())
    with pytest.raises(PermissionDenied):
        account(second).groups_v2.create(display_name=name("forbidden"))
    with pytest.raises(PermissionDenied):
        list(account(second).workspaces.list())
    with pytest.raises(NotFound):
        list(account(account_id="11111111-2222-3333-4444-555555555555").users_v2.list())


def test_who_is_not_on_the_list_of_tokens_has_none(admin, newcomer):
    management = admin.client.token_management
    assert newcomer.client.current_user.me().user_name == newcomer.name
    everybody = settings.TokenAccessControlRequest(
        group_name="users", permission_level=settings.TokenPermissionLevel.CAN_USE
    )
    try:
        assert management.set_permissions(access_control_list=[]).object_id == "/authorization/tokens"
        with pytest.raises((Unauthenticated, PermissionDenied)):
            newcomer.client.current_user.me()
        admin.client.current_user.me()
    finally:
        management.set_permissions(access_control_list=[everybody])
    assert newcomer.client.current_user.me().user_name == newcomer.name
    with pytest.raises(PermissionDenied):
        newcomer.client.token_management.get_permissions()
    with pytest.raises(PermissionDenied):
        newcomer.client.users_v2.set_permissions(access_control_list=[])
    assert admin.client.users_v2.get_permissions().object_id == "/authorization/passwords"


def test_everybody_keeps_a_default_warehouse(admin, newcomer):
    wanted = dbsql.DefaultWarehouseOverride(type=dbsql.DefaultWarehouseOverrideType.CUSTOM, warehouse_id=admin.warehouse)
    made = newcomer.client.warehouses.create_default_warehouse_override(wanted, "me")
    assert newcomer.client.warehouses.get_default_warehouse_override(made.name).warehouse_id == admin.warehouse
    assert made.name in [each.name for each in admin.client.warehouses.list_default_warehouse_overrides()]
    newcomer.client.warehouses.delete_default_warehouse_override(made.name)
    with pytest.raises(DatabricksError):
        newcomer.client.warehouses.get_default_warehouse_override("default-warehouse-overrides/me")
    assert admin.warehouse in [source.id for source in admin.client.data_sources.list()]
