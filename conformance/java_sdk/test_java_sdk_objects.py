"""The Java SDK, object by object: the tests are in JavaSdkObjects.java."""

import pytest

from java_programs import check, sentences

SOURCE = "java_sdk/JavaSdkObjects.java"


@pytest.mark.parametrize("sentence", sentences(SOURCE))
def test_java_sdk_objects(server, admin, second, sentence):
    check(SOURCE, sentence, server.url, admin.token, second.token, admin.warehouse)
