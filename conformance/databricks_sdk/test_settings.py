"""The SDK for Python on the workspace's settings. Lists block addresses of documentation only (RFC 5737), so nobody is kept out."""

from __future__ import annotations

import base64

import pytest
from databricks.sdk.errors import BadRequest, NotFound, PermissionDenied
from databricks.sdk.service import settings


def test_configuration_is_set_and_read(admin, second):
    admin.client.workspace_conf.set_status({"enableWebTerminal": "true"})
    assert admin.client.workspace_conf.get_status("enableWebTerminal")["enableWebTerminal"] == "true"
    with pytest.raises(BadRequest):
        admin.client.workspace_conf.set_status({"noSuchKey": "true"})
    with pytest.raises(PermissionDenied):
        second.client.workspace_conf.get_status("enableWebTerminal")


def test_ip_access_lists_count_and_never_lock_their_maker_out(admin, second, name):
    lists = admin.client.ip_access_lists
    made = lists.create(label=name("block"), ip_addresses=["192.0.2.0/24"], list_type=settings.ListType.BLOCK).ip_access_list
    admin.client.workspace_conf.set_status({"enableIpAccessLists": "true"})
    try:
        with pytest.raises(BadRequest, match="your own address"):
            lists.create(label="out", ip_addresses=["198.51.100.1"], list_type=settings.ListType.ALLOW)
        lists.update(made.list_id, enabled=False)
        assert lists.get(made.list_id).ip_access_list.enabled is False
        with pytest.raises(PermissionDenied):
            list(second.client.ip_access_lists.list())
    finally:
        admin.client.workspace_conf.set_status({"enableIpAccessLists": "false"})
        lists.delete(made.list_id)
    with pytest.raises(NotFound):
        lists.get(made.list_id)


def test_scripts_policies_and_destinations_are_definitions(admin, second, name):
    script = admin.client.global_init_scripts.create(name=name("script"), script=base64.b64encode(b"echo 1").decode())
    assert base64.b64decode(admin.client.global_init_scripts.get(script.script_id).script) == b"echo 1"
    admin.client.global_init_scripts.delete(script.script_id)
    policy = admin.client.cluster_policies.create(name=name("policy"), definition="{}")
    assert admin.client.cluster_policies.get(policy.policy_id).definition == "{}"
    assert any(family.policy_family_id == "personal-vm" for family in second.client.policy_families.list())
    slack = settings.Config(slack=settings.SlackConfig(url="https://hooks.example/secret"))
    destination = admin.client.notification_destinations.create(display_name=name("ops"), config=slack)
    assert destination.config.slack.url_set and not destination.config.slack.url
    with pytest.raises(PermissionDenied):
        second.client.notification_destinations.get(destination.id)


def test_the_default_namespace_has_a_tag(admin):
    namespace = settings.DefaultNamespaceSetting(namespace=settings.StringMessage("main"))
    made = admin.client.settings.default_namespace.update(allow_missing=True, setting=namespace, field_mask="namespace.value")
    assert admin.client.settings.default_namespace.get().namespace.value == "main"
    admin.client.settings.default_namespace.delete(etag=made.etag)
    with pytest.raises(NotFound):
        admin.client.settings.default_namespace.get()
