"""SQL warehouses."""

import pytest
from databricks.sdk.errors import DatabricksError, NotFound, PermissionDenied
from databricks.sdk.service import sql as dbsql


def test_a_warehouse_is_created_edited_stopped_started_and_deleted(admin, name):
    made = admin.client.warehouses.create_and_wait(name=name("warehouse"), cluster_size="2X-Small", auto_stop_mins=15)
    assert made.state is dbsql.State.RUNNING
    admin.client.warehouses.edit(made.id, name=made.name, cluster_size="Small", auto_stop_mins=20).result()
    read = admin.client.warehouses.get(made.id)
    assert (read.cluster_size, read.auto_stop_mins) == ("Small", 20)
    assert admin.client.warehouses.stop_and_wait(made.id).state is dbsql.State.STOPPED
    assert admin.client.warehouses.start_and_wait(made.id).state is dbsql.State.RUNNING
    assert made.id in [warehouse.id for warehouse in admin.client.warehouses.list()]
    admin.client.warehouses.delete(made.id)
    with pytest.raises(NotFound):
        admin.client.warehouses.get(made.id)


def test_a_stopped_warehouse_starts_for_a_statement(admin, name):
    made = admin.client.warehouses.create_and_wait(name=name("warehouse"), cluster_size="2X-Small", auto_stop_mins=15)
    admin.client.warehouses.stop_and_wait(made.id)
    response = admin.client.statement_execution.execute_statement("SELECT 1", made.id, wait_timeout="50s")
    assert response.status.state is dbsql.StatementState.SUCCEEDED
    admin.client.warehouses.delete(made.id)


def test_a_principal_without_permission_may_not_use_or_manage_a_warehouse(admin, newcomer, name):
    made = admin.client.warehouses.create_and_wait(name=name("warehouse"), cluster_size="2X-Small", auto_stop_mins=15)
    with pytest.raises((PermissionDenied, NotFound)):
        newcomer.client.statement_execution.execute_statement("SELECT 1", made.id, wait_timeout="50s")
    with pytest.raises((PermissionDenied, NotFound)):
        newcomer.client.warehouses.delete(made.id)
    assert made.id not in [warehouse.id for warehouse in newcomer.client.warehouses.list()]
    admin.client.warehouses.delete(made.id)


def test_an_unknown_size_is_a_clear_error(admin, name):
    with pytest.raises(DatabricksError) as refused:
        admin.client.warehouses.create(name=name("warehouse"), cluster_size="Enormous")
    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"
