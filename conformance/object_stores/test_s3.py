"""An S3-compatible store (moto, as a process) behind storage credentials and external locations: SQL, REST, two principals, no secret shown."""

import urllib.request

import pytest
from databricks.sdk.errors import BadRequest, DatabricksError, NotFound, PermissionDenied
from databricks.sdk.service import catalog as uc

SECRET = "s3-secret-that-nobody-may-see"


@pytest.fixture
def bucket(object_store, name) -> str:
    made = name("bucket").replace("_", "-")
    urllib.request.urlopen(urllib.request.Request(f"{object_store}/{made}", method="PUT")).read()
    return made


@pytest.fixture
def keys(admin, object_store, name) -> str:
    made = name("keys")
    admin.client.storage_credentials.create(
        made,
        cloudflare_api_token=uc.CloudflareApiToken(
            access_key_id="conformance", secret_access_key=SECRET, account_id=object_store
        ),
    )
    return made


@pytest.fixture
def location(admin, keys, bucket, name) -> uc.ExternalLocationInfo:
    return admin.client.external_locations.create(name("location"), f"s3://{bucket}/lake", keys)


def test_keys_are_kept_and_the_secret_is_never_answered(admin, keys, object_store, server):
    read = admin.client.storage_credentials.get(keys)
    assert read.cloudflare_api_token.access_key_id == "conformance"
    assert read.cloudflare_api_token.account_id == object_store
    assert SECRET not in str(read.as_dict())
    assert not any(SECRET.encode() in file.read_bytes() for file in server.data.glob("*.db*"))


def test_only_listed_endpoints_are_called(admin, name):
    with pytest.raises(BadRequest) as refused:
        admin.client.storage_credentials.create(
            name("elsewhere"),
            cloudflare_api_token=uc.CloudflareApiToken(
                access_key_id="a", secret_access_key="b", account_id="http://169.254.169.254"
            ),
        )
    assert "s3-endpoints" in str(refused.value)


def test_a_location_is_tried_before_it_is_made(admin, keys, bucket, name):
    with pytest.raises(BadRequest) as refused:
        admin.client.external_locations.create(name("nowhere"), "s3://there-is-no-such-bucket/x", keys)
    assert "NoSuchBucket" in str(refused.value)
    made = admin.client.external_locations.create(name("unchecked"), "s3://there-is-no-such-bucket/x", keys, skip_validation=True)
    admin.client.external_locations.delete(made.name)
    made = admin.client.external_locations.create(name("good"), f"s3a://{bucket}/a/", keys)
    assert made.url == f"s3://{bucket}/a"
    with pytest.raises(DatabricksError) as refused:
        admin.client.external_locations.create(name("inside"), f"s3://{bucket}/a/b", keys)
    assert "OVERLAP" in str(refused.value)
    tried = admin.client.storage_credentials.validate(storage_credential_name=keys, external_location_name=made.name)
    assert all(result.result is uc.ValidationResultResult.PASS for result in tried.results)


def test_delta_tables_live_there(admin, location, schema, second):
    table = f"{schema}.far"
    admin.run(f"CREATE TABLE {table} (id INT, name STRING) LOCATION '{location.url}/far'")
    admin.run(f"INSERT INTO {table} VALUES (1, 'one'), (2, 'two')")
    admin.run(f"MERGE INTO {table} t USING (SELECT 2 AS id, 'zwei' AS name) s ON t.id = s.id WHEN MATCHED THEN UPDATE SET *")
    admin.run(f"DELETE FROM {table} WHERE id = 1")
    assert admin.rows(f"SELECT id, name FROM {table}") == [["2", "zwei"]]
    assert admin.rows(f"SELECT count(*) FROM {table} VERSION AS OF 1") == [["2"]]
    admin.run(f"OPTIMIZE {table}")
    read = admin.client.tables.get(table)
    assert read.storage_location == f"{location.url}/far"
    assert [column.name for column in read.columns] == ["id", "name"]
    shown = str(admin.rows(f"DESCRIBE EXTENDED {table}"))
    assert SECRET not in shown
    assert "TABLE_OR_VIEW_NOT_FOUND" in second.refusal(f"SELECT * FROM {table}")


def test_files_are_read_below_it_by_those_who_may(admin, location, object_store, newcomer):
    path = location.url.removeprefix("s3://")
    for name, text in (("a", "1,one\n"), ("b", "2,two\n3,three\n")):
        put = urllib.request.Request(
            f"{object_store}/{path}/in/{name}.csv", data=text.encode(), method="PUT", headers={"Content-Type": "text/csv"}
        )
        urllib.request.urlopen(put).read()
    by_path = f"SELECT count(*), max(_c1) FROM csv.`{location.url}/in`"
    assert admin.rows(by_path) == [["3", "two"]]
    assert admin.rows(f"SELECT count(*) FROM csv.`{location.url}/in/b*.csv`") == [["2"]]
    refused = newcomer.refusal(by_path)
    assert "may not use" in refused and SECRET not in refused
    admin.client.grants.update(
        "external_location",
        location.name,
        changes=[uc.PermissionsChange(principal=newcomer.name, add=[uc.Privilege.READ_FILES])],
    )
    assert newcomer.rows(by_path) == [["3", "two"]]
    assert "may not use" in newcomer.refusal(f"SELECT * FROM csv.`{location.url}-other/in`")


def test_managed_tables_lie_below_a_catalogs_root_there(admin, location, name):
    catalog = name("remote")
    admin.client.catalogs.create(catalog, storage_root=f"{location.url}/managed")
    admin.run(f"CREATE TABLE {catalog}.default.t AS SELECT * FROM range(1000)")
    assert admin.rows(f"SELECT sum(id) FROM {catalog}.default.t") == [["499500"]]
    place = admin.client.tables.get(f"{catalog}.default.t").storage_location
    assert place.startswith(f"{location.url}/managed/__tarn/")
    assert "managed storage" in admin.refusal(f"SELECT * FROM delta.`{place}`") or "not allowed" in admin.refusal(
        f"SELECT * FROM delta.`{place}`"
    )


def test_partitions_with_odd_values_are_found_again(admin, location, schema):
    table = f"{schema}.parted"
    admin.run(f"CREATE TABLE {table} (id INT, p STRING) PARTITIONED BY (p) LOCATION '{location.url}/parted'")
    admin.run(f"INSERT INTO {table} VALUES (1, 'a b'), (2, 'x/y:z'), (3, 'é%?#')")
    assert admin.rows(f"SELECT id FROM {table} WHERE p = 'x/y:z'") == [["2"]]
    assert admin.rows(f"SELECT count(*), count(DISTINCT p) FROM {table}") == [["3", "3"]]


def test_writers_do_not_overwrite_each_others_commits(admin, location, schema):
    import concurrent.futures

    table = f"{schema}.contended"
    admin.run(f"CREATE TABLE {table} (id INT) LOCATION '{location.url}/contended'")
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: admin.run(f"INSERT INTO {table} VALUES ({number})"), range(8)))
    assert admin.rows(f"SELECT count(*), sum(id) FROM {table}") == [["8", "28"]]


def test_a_read_only_location_is_not_written(admin, location, schema):
    admin.client.external_locations.update(location.name, read_only=True)
    assert admin.attempt(f"CREATE TABLE {schema}.no (id INT) LOCATION '{location.url}/no'").status.state.value == "FAILED"


def test_who_has_no_right_on_the_keys_makes_no_location(newcomer, keys, bucket, name):
    with pytest.raises((PermissionDenied, NotFound)):
        newcomer.client.external_locations.create(name("stolen"), f"s3://{bucket}/x", keys)
