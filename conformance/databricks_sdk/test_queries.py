"""Saved queries and their visualizations."""

import pytest
from databricks.sdk.errors import AlreadyExists, BadRequest, NotFound, PermissionDenied, ResourceAlreadyExists
from databricks.sdk.service import iam
from databricks.sdk.service import sql as dbsql


def create(admin, name, text="SELECT 1 AS one"):
    wanted = dbsql.CreateQueryRequestQuery(
        display_name=name,
        query_text=text,
        description="made by a test",
        catalog="main",
        schema="default",
        tags=["test"],
        parameters=[dbsql.QueryParameter(name="p", title="P", text_value=dbsql.TextValue(value="x"))],
    )
    return admin.client.queries.create(query=wanted)


def test_a_query_is_created_read_listed_changed_and_trashed(admin, name):
    made = create(admin, name("query"))
    read = admin.client.queries.get(made.id)
    assert read.as_dict() == made.as_dict()
    assert read.parameters[0].text_value.value == "x"
    assert read.parent_path.startswith("/Workspace/Users/")
    assert made.id in [query.id for query in admin.client.queries.list(page_size=2)]
    changed = admin.client.queries.update(
        made.id, "query_text,description", query=dbsql.UpdateQueryRequestQuery(query_text="SELECT 2")
    )
    assert (changed.query_text, changed.description, changed.display_name) == ("SELECT 2", None, made.display_name)
    admin.client.queries.delete(made.id)
    assert admin.client.queries.get(made.id).lifecycle_state is dbsql.LifecycleState.TRASHED
    assert made.id not in [query.id for query in admin.client.queries.list()]


def test_a_name_in_use_is_refused_or_numbered(admin, name):
    made = create(admin, name("query"))
    with pytest.raises((AlreadyExists, ResourceAlreadyExists)):
        create(admin, made.display_name)
    second = admin.client.queries.create(
        auto_resolve_display_name=True, query=dbsql.CreateQueryRequestQuery(display_name=made.display_name)
    )
    assert second.display_name == made.display_name + " (1)"


def test_an_update_of_an_unknown_field_is_a_clear_error(admin, name):
    made = create(admin, name("query"))
    with pytest.raises(BadRequest, match="update_mask"):
        admin.client.queries.update(made.id, "nonsense")


def test_visualizations_live_with_their_query(admin, name):
    made = create(admin, name("query"))
    chart = admin.client.query_visualizations.create(
        visualization=dbsql.CreateVisualizationRequestVisualization(
            query_id=made.id, type="CHART", display_name="c", serialized_options="{}"
        )
    )
    changed = admin.client.query_visualizations.update(
        chart.id, "display_name", visualization=dbsql.UpdateVisualizationRequestVisualization(display_name="d")
    )
    assert changed.display_name == "d"
    assert [drawn.id for drawn in admin.client.queries.list_visualizations(made.id)] == [chart.id]
    admin.client.query_visualizations.delete(chart.id)
    assert list(admin.client.queries.list_visualizations(made.id)) == []


def test_a_query_is_shared_by_the_permissions_api(admin, newcomer, name):
    made = create(admin, name("query"))
    with pytest.raises(NotFound):
        newcomer.client.queries.get(made.id)
    assert made.id not in [query.id for query in newcomer.client.queries.list()]
    admin.client.permissions.update(
        "queries",
        made.id,
        access_control_list=[
            iam.AccessControlRequest(
                service_principal_name=newcomer.name,
                permission_level=iam.PermissionLevel.CAN_VIEW,
            )
        ],
    )
    assert newcomer.client.queries.get(made.id).query_text == made.query_text
    with pytest.raises(PermissionDenied):
        newcomer.client.queries.update(
            made.id, "query_text", query=dbsql.UpdateQueryRequestQuery(query_text="SELECT 3")
        )
    with pytest.raises(PermissionDenied):
        newcomer.client.queries.delete(made.id)
