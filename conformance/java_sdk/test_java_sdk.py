"""The Java SDK: the tests are in JavaSdk.java."""

import pytest

from java_programs import check, sentences

SOURCE = "java_sdk/JavaSdk.java"


@pytest.mark.parametrize("sentence", sentences(SOURCE))
def test_java_sdk(server, admin, second, sentence):
    check(SOURCE, sentence, server.url, admin.token, second.token, second.name, admin.warehouse)
