"""Catalogs, schemas, tables, views, volumes, functions: create, read, list with paging, update, delete, denied."""

import pytest
from databricks.sdk.errors import BadRequest, DatabricksError, NotFound, PermissionDenied
from databricks.sdk.service import catalog as uc


def test_a_catalog_is_created_read_changed_and_deleted(admin, name):
    made = admin.client.catalogs.create(name("catalog"), comment="first", properties={"team": "a"})
    read = admin.client.catalogs.get(made.name)
    assert (read.comment, read.properties, read.owner) == ("first", {"team": "a"}, admin.name)
    assert admin.client.catalogs.update(made.name, comment="second").comment == "second"
    renamed = name("renamed")
    assert admin.client.catalogs.update(made.name, new_name=renamed).name == renamed
    admin.client.catalogs.delete(renamed, force=True)
    with pytest.raises(NotFound):
        admin.client.catalogs.get(renamed)


def test_catalogs_are_listed_in_pages(admin, name):
    made = {admin.client.catalogs.create(name("paged")).name for _ in range(5)}
    listed = [catalog.name for catalog in admin.client.catalogs.list(max_results=2)]
    assert made <= set(listed)
    assert len(listed) == len(set(listed))
    for catalog in made:
        admin.client.catalogs.delete(catalog, force=True)


def test_a_catalog_that_holds_something_is_deleted_only_by_force(admin, name):
    made = admin.client.catalogs.create(name("full")).name
    admin.client.schemas.create("inside", made)
    with pytest.raises(DatabricksError):
        admin.client.catalogs.delete(made)
    admin.client.catalogs.delete(made, force=True)


def test_a_catalog_exists_once_and_names_ignore_case(admin, catalog):
    with pytest.raises(DatabricksError) as refused:
        admin.client.catalogs.create(catalog.upper())
    assert "already exists" in str(refused.value)
    assert admin.client.catalogs.get(catalog.upper()).name == catalog


@pytest.mark.parametrize("bad", ["", "a b", "a.b", "a/b", "x" * 256, "a\u0000b"])
def test_a_bad_name_is_a_clear_error(admin, bad):
    with pytest.raises(BadRequest) as refused:
        admin.client.catalogs.create(bad)
    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"


def test_a_schema_is_created_read_changed_and_deleted(admin, catalog, name):
    made = admin.client.schemas.create(name("schema"), catalog, comment="first")
    assert admin.client.schemas.get(made.full_name).comment == "first"
    assert admin.client.schemas.update(made.full_name, comment="second").comment == "second"
    admin.client.schemas.delete(made.full_name)
    with pytest.raises(NotFound):
        admin.client.schemas.get(made.full_name)


def test_schemas_are_listed_in_pages(admin, catalog, name):
    made = {admin.client.schemas.create(name("paged"), catalog).name for _ in range(5)}
    listed = [schema.name for schema in admin.client.schemas.list(catalog, max_results=2)]
    assert made <= set(listed)
    assert "information_schema" in listed


def test_a_table_made_by_sql_is_read_over_rest(admin, table):
    read = admin.client.tables.get(table)
    assert [(column.name, column.type_text) for column in read.columns] == [("id", "bigint"), ("name", "string")]
    assert read.table_type is uc.TableType.MANAGED
    assert read.data_source_format is uc.DataSourceFormat.DELTA
    assert admin.client.tables.exists(table).table_exists


def test_tables_are_listed_in_pages(admin, schema):
    catalog, schema_name = schema.split(".")
    for number in range(5):
        admin.run(f"CREATE TABLE {schema}.t{number} (id INT)")
    listed = [table.name for table in admin.client.tables.list(catalog, schema_name, max_results=2)]
    assert sorted(listed) == [f"t{number}" for number in range(5)]
    summaries = [s.full_name for s in admin.client.tables.list_summaries(catalog, schema_name_pattern=schema_name)]
    assert sorted(summaries) == [f"{schema}.t{number}" for number in range(5)]


def test_a_dropped_table_is_gone_and_comes_back(admin, table):
    admin.client.tables.delete(table)
    assert not admin.client.tables.exists(table).table_exists
    admin.run(f"UNDROP TABLE {table}")
    assert admin.rows(f"SELECT count(*) FROM {table}") == [["3"]]


def test_a_change_of_columns_by_sql_is_seen_over_rest(admin, table):
    admin.run(f"ALTER TABLE {table} ADD COLUMN extra DOUBLE COMMENT 'more'")
    column = admin.client.tables.get(table).columns[-1]
    assert (column.name, column.type_text, column.comment) == ("extra", "double", "more")


def test_a_view_is_a_table_of_its_own_kind(admin, schema, table):
    admin.run(f"CREATE VIEW {schema}.v AS SELECT id FROM {table} WHERE id > 1")
    read = admin.client.tables.get(f"{schema}.v")
    assert read.table_type is uc.TableType.VIEW
    assert admin.rows(f"SELECT count(*) FROM {schema}.v") == [["2"]]


def test_a_volume_is_created_read_changed_and_deleted(admin, schema, name):
    catalog, schema_name = schema.split(".")
    made = admin.client.volumes.create(catalog, schema_name, name("volume"), uc.VolumeType.MANAGED, comment="first")
    assert admin.client.volumes.read(made.full_name).comment == "first"
    assert admin.client.volumes.update(made.full_name, comment="second").comment == "second"
    assert made.name in [volume.name for volume in admin.client.volumes.list(catalog, schema_name)]
    admin.client.volumes.delete(made.full_name)
    with pytest.raises(NotFound):
        admin.client.volumes.read(made.full_name)


def test_an_external_location_guards_files(server, admin, name):
    folder = server.landing / name("files")
    folder.mkdir()
    (folder / "rows.csv").write_text("id,word\n1,one\n2,two\n")
    credential = admin.client.storage_credentials.create(name("local"), comment="this machine").name
    location = admin.client.external_locations.create(name("landing"), f"file:{folder}", credential)
    assert admin.client.external_locations.get(location.name).url.rstrip("/") == f"file:{folder}"
    assert len(admin.rows(f"SELECT * FROM csv.`file:{folder}/rows.csv`")) >= 2
    message = admin.refusal("SELECT * FROM text.`file:/etc/passwd`")
    assert "root:" not in message
    admin.client.external_locations.delete(location.name, force=True)


def test_an_external_location_may_not_overlap_another(server, admin, name):
    folder = server.landing / name("files")
    (folder / "inner").mkdir(parents=True)
    credential = admin.client.storage_credentials.create(name("local"), comment="this machine").name
    location = admin.client.external_locations.create(name("outer"), f"file:{folder}", credential).name
    with pytest.raises(DatabricksError):
        admin.client.external_locations.create(name("inner"), f"file:{folder}/inner", credential)
    admin.client.external_locations.delete(location, force=True)


def test_the_metastore_is_assigned(admin):
    summary = admin.client.metastores.summary()
    assert summary.metastore_id == admin.client.metastores.current().metastore_id


def test_information_schema_shows_what_the_caller_may_see(admin, second, table):
    catalog, schema_name, table_name = table.split(".")
    query = f"SELECT table_name FROM {catalog}.information_schema.tables WHERE table_schema = '{schema_name}'"
    assert [table_name] in admin.rows(query)
    response = second.attempt(query)
    assert not (response.result and response.result.data_array)


@pytest.mark.parametrize("kind", ["catalogs", "schemas", "tables", "volumes"])
def test_a_second_principal_sees_nothing_that_was_not_granted(admin, second, table, kind):
    catalog, schema_name, _ = table.split(".")
    lists = {
        "catalogs": lambda: second.client.catalogs.list(),
        "schemas": lambda: second.client.schemas.list(catalog),
        "tables": lambda: second.client.tables.list(catalog, schema_name),
        "volumes": lambda: second.client.volumes.list(catalog, schema_name),
    }
    try:
        seen = [entry.name for entry in lists[kind]()]
    except (PermissionDenied, NotFound):
        seen = []
    assert catalog not in seen and schema_name not in seen and table.split(".")[2] not in seen


def test_a_second_principal_may_not_create_or_change(admin, second, table, name):
    catalog = table.split(".")[0]
    refused = (PermissionDenied, NotFound)
    with pytest.raises(refused):
        second.client.catalogs.create(name("forbidden"))
    with pytest.raises(refused):
        second.client.schemas.create(name("forbidden"), catalog)
    with pytest.raises(refused):
        second.client.catalogs.update(catalog, comment="mine")
    with pytest.raises(refused):
        second.client.tables.get(table)
    with pytest.raises(refused):
        second.client.tables.delete(table)
