"""The client of Unity Catalog's open server: the tests are in UnityCatalogClient.java."""

import pytest
from conftest import unique

from java_programs import check, sentences

SOURCE = "unity_catalog/UnityCatalogClient.java"


@pytest.fixture(scope="module")
def its_table(admin, catalog) -> str:
    """A table in a schema of its own, for a client that has no SQL."""
    schema = f"{catalog}.{unique('schema')}"
    admin.run(f"CREATE SCHEMA {schema}")
    admin.run(f"CREATE TABLE {schema}.t (id BIGINT)")
    return f"{schema}.t"


@pytest.mark.parametrize("sentence", sentences(SOURCE))
def test_unity_catalog_client(server, admin, second, its_table, sentence):
    check(SOURCE, sentence, server.url, admin.token, second.token, second.name, its_table)
