"""Users, groups and service principals over SCIM."""

import pytest
from databricks.sdk.errors import DatabricksError, NotFound, PermissionDenied, ResourceConflict
from databricks.sdk.service import iam

PATCH = [iam.PatchSchema.URN_IETF_PARAMS_SCIM_API_MESSAGES_2_0_PATCH_OP]


def test_a_user_is_created_read_changed_and_deleted(admin, name):
    user_name = name("user") + "@example.com"
    made = admin.client.users.create(user_name=user_name, display_name="First")
    assert admin.client.users.get(made.id).user_name == user_name
    admin.client.users.patch(
        made.id, operations=[iam.Patch(op=iam.PatchOp.REPLACE, path="displayName", value="Second")], schemas=PATCH
    )
    assert admin.client.users.get(made.id).display_name == "Second"
    admin.client.users.update(made.id, user_name=user_name, display_name="Third", active=True)
    assert admin.client.users.get(made.id).display_name == "Third"
    admin.client.users.delete(made.id)
    with pytest.raises(NotFound):
        admin.client.users.get(made.id)


def test_users_are_listed_in_pages_and_found_by_a_filter(admin, name):
    prefix = name("paged")
    for number in range(7):
        admin.client.users.create(user_name=f"{prefix}-{number}@example.com")
    found = list(admin.client.users.list(filter=f'userName sw "{prefix}"', count=3))
    assert sorted(user.user_name for user in found) == [f"{prefix}-{number}@example.com" for number in range(7)]
    only = list(admin.client.users.list(filter=f'userName eq "{prefix}-3@example.com"', attributes="userName"))
    assert [user.user_name for user in only] == [f"{prefix}-3@example.com"]


def test_a_user_exists_once(admin, name):
    user_name = name("twice") + "@example.com"
    admin.client.users.create(user_name=user_name)
    with pytest.raises(ResourceConflict):
        admin.client.users.create(user_name=user_name)


def test_a_group_has_members_and_groups_in_it(admin, name):
    user = admin.client.users.create(user_name=name("member") + "@example.com")
    inner = admin.client.groups.create(display_name=name("inner"), members=[iam.ComplexValue(value=user.id)])
    outer = admin.client.groups.create(display_name=name("outer"))
    admin.client.groups.patch(
        outer.id,
        operations=[iam.Patch(op=iam.PatchOp.ADD, path="members", value=[{"value": inner.id}])],
        schemas=PATCH,
    )
    assert [member.value for member in admin.client.groups.get(outer.id).members] == [inner.id]
    admin.client.groups.patch(
        inner.id,
        operations=[iam.Patch(op=iam.PatchOp.REMOVE, path=f'members[value eq "{user.id}"]')],
        schemas=PATCH,
    )
    assert not admin.client.groups.get(inner.id).members
    admin.client.groups.delete(outer.id)
    admin.client.groups.delete(inner.id)


def test_a_service_principal_is_created_listed_and_deleted(admin, name):
    display_name = name("robot")
    made = admin.client.service_principals.create(display_name=display_name)
    found = list(admin.client.service_principals.list(filter=f'displayName eq "{display_name}"'))
    assert [principal.application_id for principal in found] == [made.application_id]
    admin.client.service_principals.delete(made.id)
    with pytest.raises(NotFound):
        admin.client.service_principals.get(made.id)


def test_a_second_principal_may_not_manage_users(second, name):
    with pytest.raises(PermissionDenied):
        second.client.users.create(user_name=name("forbidden") + "@example.com")


def test_an_unknown_filter_is_a_clear_error(admin):
    with pytest.raises(DatabricksError) as refused:
        list(admin.client.users.list(filter="userName resembles 'x'"))
    assert "resembles" in str(refused.value) or "filter" in str(refused.value).lower()
