"""Grants by REST and by SQL are the same grants, and they count."""

import pytest
from databricks.sdk.errors import DatabricksError, PermissionDenied
from databricks.sdk.service import catalog as uc


def granted(admin, kind, full_name, principal):
    for assignment in admin.client.grants.get(kind, full_name).privilege_assignments or []:
        if assignment.principal == principal:
            return {privilege.value for privilege in assignment.privileges}
    return set()


def grant(admin, kind, full_name, principal, *privileges):
    admin.client.grants.update(
        kind, full_name, changes=[uc.PermissionsChange(principal=principal, add=list(privileges))]
    )


def test_a_table_is_read_after_it_was_granted_and_not_before(admin, newcomer, table):
    catalog, schema, _ = table.split(".")
    query = f"SELECT count(*) FROM {table}"
    newcomer.refusal(query)
    grant(admin, "catalog", catalog, newcomer.name, uc.Privilege.USE_CATALOG)
    grant(admin, "schema", f"{catalog}.{schema}", newcomer.name, uc.Privilege.USE_SCHEMA)
    newcomer.refusal(query)
    grant(admin, "table", table, newcomer.name, uc.Privilege.SELECT)
    assert newcomer.rows(query) == [["3"]]
    newcomer.refusal(f"DELETE FROM {table}")
    newcomer.refusal(f"INSERT INTO {table} VALUES (4, 'four')")
    admin.run(f"REVOKE SELECT ON TABLE {table} FROM `{newcomer.name}`")
    newcomer.refusal(query)


def test_a_grant_by_sql_is_read_over_rest(admin, newcomer, table):
    admin.run(f"GRANT SELECT, MODIFY ON TABLE {table} TO `{newcomer.name}`")
    assert granted(admin, "table", table, newcomer.name) == {"SELECT", "MODIFY"}
    admin.run(f"REVOKE MODIFY ON TABLE {table} FROM `{newcomer.name}`")
    assert granted(admin, "table", table, newcomer.name) == {"SELECT"}


def test_a_grant_over_rest_is_shown_by_sql(admin, newcomer, table):
    grant(admin, "table", table, newcomer.name, uc.Privilege.SELECT)
    assert any(newcomer.name in row and "SELECT" in row for row in admin.rows(f"SHOW GRANTS ON TABLE {table}"))


def test_a_grant_on_a_catalog_reaches_its_tables(admin, newcomer, name):
    catalog = admin.client.catalogs.create(name("shared")).name
    admin.client.schemas.create("s", catalog)
    admin.run(f"CREATE TABLE {catalog}.s.t AS SELECT 1 AS one")
    grant(
        admin, "catalog", catalog, newcomer.name,
        uc.Privilege.USE_CATALOG, uc.Privilege.USE_SCHEMA, uc.Privilege.SELECT,
    )
    assert newcomer.rows(f"SELECT * FROM {catalog}.s.t") == [["1"]]
    effective = newcomer.client.grants.get_effective("table", f"{catalog}.s.t", principal=newcomer.name)
    inherited = {
        privilege.privilege.value: privilege.inherited_from_name
        for assignment in effective.privilege_assignments
        for privilege in assignment.privileges
    }
    assert inherited["SELECT"] == catalog


def test_a_group_grants_to_its_members(admin, newcomer, table, name):
    from databricks.sdk.service import iam

    catalog, schema, _ = table.split(".")
    member = next(admin.client.service_principals.list(filter=f'applicationId eq "{newcomer.name}"'))
    group = admin.client.groups.create(display_name=name("readers"), members=[iam.ComplexValue(value=member.id)])
    admin.run(f"GRANT USE CATALOG ON CATALOG {catalog} TO `{group.display_name}`")
    admin.run(f"GRANT USE SCHEMA ON SCHEMA {catalog}.{schema} TO `{group.display_name}`")
    admin.run(f"GRANT SELECT ON TABLE {table} TO `{group.display_name}`")
    assert newcomer.rows(f"SELECT count(*) FROM {table}") == [["3"]]
    admin.client.groups.delete(group.id)
    newcomer.refusal(f"SELECT count(*) FROM {table}")


def test_an_owner_may_give_the_object_away(admin, newcomer, name):
    catalog = admin.client.catalogs.create(name("owned")).name
    admin.client.catalogs.update(catalog, owner=newcomer.name)
    assert newcomer.client.schemas.create("mine", catalog).owner == newcomer.name


def test_someone_without_manage_may_not_grant(newcomer, admin, table):
    with pytest.raises(DatabricksError):
        grant(newcomer, "table", table, newcomer.name, uc.Privilege.SELECT)


def test_an_unknown_privilege_or_principal_is_a_clear_error(admin, table):
    with pytest.raises(DatabricksError) as refused:
        grant(admin, "table", table, "nobody-of-that-name", uc.Privilege.SELECT)
    assert "nobody-of-that-name" in str(refused.value)
    assert "PILFER" in admin.refusal(f"GRANT PILFER ON TABLE {table} TO `{admin.name}`").upper()


def test_a_view_reads_with_its_owners_rights(admin, newcomer, table):
    catalog, schema, _ = table.split(".")
    view = f"{catalog}.{schema}.only_names"
    admin.run(f"CREATE VIEW {view} AS SELECT name FROM {table}")
    admin.run(f"GRANT USE CATALOG ON CATALOG {catalog} TO `{newcomer.name}`")
    admin.run(f"GRANT USE SCHEMA ON SCHEMA {catalog}.{schema} TO `{newcomer.name}`")
    admin.run(f"GRANT SELECT ON VIEW {view} TO `{newcomer.name}`")
    assert len(newcomer.rows(f"SELECT * FROM {view}")) == 3
    newcomer.refusal(f"SELECT * FROM {table}")


def test_refusals_and_grants_are_on_record(admin, newcomer, table):
    newcomer.refusal(f"SELECT * FROM {table}")
    admin.run(f"GRANT SELECT ON TABLE {table} TO `{newcomer.name}`")
    rows = admin.rows(
        f"SELECT action_name FROM system.access.audit WHERE user_identity.email = '{newcomer.name}' LIMIT 100"
    )
    assert rows
    newcomer.refusal("SELECT * FROM system.access.audit")
