"""The client of Unity Catalog's open server: the tests are in UnityCatalogClient.java."""

import pytest

from java_programs import check, sentences

SOURCE = "unity_catalog/UnityCatalogClient.java"


@pytest.mark.parametrize("sentence", sentences(SOURCE))
def test_unity_catalog_client(server, admin, second, sentence):
    check(SOURCE, sentence, server.url, admin.token, second.token, second.name)
