package dev.tarn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.compute.CreatePolicy;
import com.databricks.sdk.service.compute.EditPolicy;
import com.databricks.sdk.service.compute.GlobalInitScriptCreateRequest;
import com.databricks.sdk.service.compute.GlobalInitScriptUpdateRequest;
import com.databricks.sdk.service.compute.ListClusterPoliciesRequest;
import com.databricks.sdk.service.compute.ListPolicyFamiliesRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.settings.Config;
import com.databricks.sdk.service.settings.CreateIpAccessList;
import com.databricks.sdk.service.settings.CreateNotificationDestinationRequest;
import com.databricks.sdk.service.settings.CreateTokenRequest;
import com.databricks.sdk.service.settings.DefaultNamespaceSetting;
import com.databricks.sdk.service.settings.DeleteDefaultNamespaceSettingRequest;
import com.databricks.sdk.service.settings.GetDefaultNamespaceSettingRequest;
import com.databricks.sdk.service.settings.GetRestrictWorkspaceAdminsSettingRequest;
import com.databricks.sdk.service.settings.ListType;
import com.databricks.sdk.service.settings.ReplaceIpAccessList;
import com.databricks.sdk.service.settings.SlackConfig;
import com.databricks.sdk.service.settings.StringMessage;
import com.databricks.sdk.service.settings.UpdateDefaultNamespaceSettingRequest;
import com.databricks.sdk.service.settings.UpdateIpAccessList;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.db.DatabaseConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the room does, through the official SDK and at its door, whatever the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SettingsContract {
    @TempDir
    static Path folder;

    private SettingsRoom room;
    private String token = "";
    private WorkspaceClient admin;
    private WorkspaceClient ada;

    abstract DatabaseConfig store(Path folder);

    @BeforeAll
    void open() {
        room = new SettingsRoom(store(folder), folder);
    }

    @AfterAll
    void close() {
        room.close();
    }

    @BeforeEach
    void workspace() {
        token = SettingsRoom.workspace();
        admin = room.sdk(token);
        ada = room.sdk(token + "--ada");
        admin.currentUser().me(new MeRequest());
    }

    @Test
    void configurationIsSetAndReadByName() {
        conf(Map.of("enableWebTerminal", "true", "maxTokenLifetimeDays", "30"));
        assertEquals(
                "200 {\"enableWebTerminal\":\"true\",\"maxTokenLifetimeDays\":\"30\"}",
                status(token, "enableWebTerminal,maxTokenLifetimeDays,enableGp3"));
        assertTrue(status(token, "noSuchKey").startsWith("400"));
        assertTrue(status(token, "").startsWith("400"));
        assertTrue(status(token + "--ada", "enableGp3").startsWith("403"));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> conf(Map.of("noSuchKey", "x"))));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> conf(Map.of("maxTokenLifetimeDays", "soon"))));
    }

    @Test
    void tokensKeepToTheWorkspacesPolicy() {
        conf(Map.of("maxTokenLifetimeDays", "30"));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> create(ada, 31 * 86_400L)));
        var made = ada.tokens().create(new CreateTokenRequest()).getTokenInfo();
        assertEquals(30 * 86_400_000L, made.getExpiryTime() - made.getCreationTime());
        conf(Map.of("enableTokensConfig", "false"));
        assertEquals("FEATURE_DISABLED", code(() -> create(ada, 60L)));
        conf(Map.of("enableTokensConfig", "true", "maxTokenLifetimeDays", "0"));
        create(ada, 90 * 86_400L);
    }

    @Test
    void aListCountsWhenItIsSwitchedOnAndNeverLocksItsMakerOut() {
        String block = list("elsewhere", ListType.BLOCK, "192.0.2.0/24", "2001:db8::/32");
        admit("192.0.2.7");
        conf(Map.of("enableIpAccessLists", "true"));
        assertEquals("PERMISSION_DENIED", refused("192.0.2.7"));
        assertEquals("PERMISSION_DENIED", refused("2001:db8::1"));
        admit("198.51.100.1");
        assertEquals("INVALID_STATE", code(() -> list("lockout", ListType.ALLOW, "198.51.100.0/24")));
        assertEquals("INVALID_STATE", code(() -> list("self", ListType.BLOCK, "127.0.0.1")));
        list("office", ListType.ALLOW, "127.0.0.0/8", "192.0.2.0/24", "198.51.100.1");
        admit("198.51.100.1");
        assertEquals("PERMISSION_DENIED", refused("198.51.100.2"));
        assertEquals("PERMISSION_DENIED", refused("192.0.2.7"), "blocked wins over allowed");
        admin.ipAccessLists()
                .update(new UpdateIpAccessList().setIpAccessListId(block).setEnabled(false));
        admit("192.0.2.7");
        admin.currentUser().me(new MeRequest());
    }

    @Test
    void whatWouldLockOutIsRefusedHoweverItComes() {
        String office = list("office", ListType.ALLOW, "198.51.100.0/24");
        assertEquals("INVALID_STATE", code(() -> conf(Map.of("enableIpAccessLists", "true"))));
        admin.ipAccessLists()
                .replace(new ReplaceIpAccessList()
                        .setIpAccessListId(office)
                        .setLabel("office")
                        .setListType(ListType.ALLOW)
                        .setIpAddresses(List.of("127.0.0.1"))
                        .setEnabled(true));
        conf(Map.of("enableIpAccessLists", "true"));
        assertEquals(
                "INVALID_STATE",
                code(() -> admin.ipAccessLists()
                        .update(new UpdateIpAccessList()
                                .setIpAccessListId(office)
                                .setIpAddresses(List.of("10.0.0.0/8")))));
        assertEquals(1L, admin.ipAccessLists().get(office).getIpAccessList().getAddressCount());
        admin.ipAccessLists().delete(office);
        admit("203.0.113.1");
    }

    @Test
    void onlyAddressesAreTakenAndAThousandAtMost() {
        for (String wrong :
                List.of("", "localhost", "1.2.3", "1.2.3.4/33", "::1/129", "1.2.3.4/x", "300.1.1.1", "1.2.3.4/8/8")) {
            assertEquals("INVALID_PARAMETER_VALUE", code(() -> list("l", ListType.BLOCK, wrong)), wrong);
        }
        String[] many = IntStream.range(0, 1001)
                .mapToObj(i -> "10." + i / 250 + "." + i % 250 + ".1")
                .toArray(String[]::new);
        assertEquals("QUOTA_EXCEEDED", code(() -> list("many", ListType.BLOCK, many)));
    }

    @Test
    void scriptsPoliciesAndDestinationsAreKept() {
        String script = admin.globalInitScripts()
                .create(new GlobalInitScriptCreateRequest()
                        .setName("s")
                        .setScript("ZWNobyAx")
                        .setEnabled(true))
                .getScriptId();
        admin.globalInitScripts()
                .update(new GlobalInitScriptUpdateRequest()
                        .setScriptId(script)
                        .setName("t")
                        .setScript("ZWNobyAy"));
        assertEquals("ZWNobyAy", admin.globalInitScripts().get(script).getScript());
        assertTrue(admin.globalInitScripts().get(script).getEnabled());
        assertEquals(
                "INVALID_PARAMETER_VALUE",
                code(() -> admin.globalInitScripts()
                        .create(new GlobalInitScriptCreateRequest()
                                .setName("bad")
                                .setScript("%%%"))));
        admin.globalInitScripts().delete(script);
        assertEquals(
                "RESOURCE_DOES_NOT_EXIST", code(() -> admin.globalInitScripts().get(script)));

        String policy = admin.clusterPolicies()
                .create(new CreatePolicy()
                        .setName("p")
                        .setDefinition("{\"num_workers\":{\"type\":\"fixed\",\"value\":1}}"))
                .getPolicyId();
        admin.clusterPolicies()
                .edit(new EditPolicy().setPolicyId(policy).setName("q").setDefinition("{}"));
        assertEquals("q", admin.clusterPolicies().get(policy).getName());
        assertEquals(1, count(admin.clusterPolicies().list(new ListClusterPoliciesRequest())));
        assertEquals(
                "INVALID_PARAMETER_VALUE",
                code(() -> admin.clusterPolicies()
                        .create(new CreatePolicy().setName("r").setDefinition("[]"))));
        assertEquals(
                "RESOURCE_ALREADY_EXISTS",
                code(() -> admin.clusterPolicies()
                        .create(new CreatePolicy().setName("q").setDefinition("{}"))));
        assertEquals(3, count(ada.policyFamilies().list(new ListPolicyFamiliesRequest())));

        var slack = admin.notificationDestinations()
                .create(new CreateNotificationDestinationRequest()
                        .setDisplayName("ops")
                        .setConfig(new Config().setSlack(new SlackConfig().setUrl("https://hooks.example/s3cret"))));
        assertTrue(slack.getConfig().getSlack().getUrlSet());
        assertNull(slack.getConfig().getSlack().getUrl());
        assertTrue(
                room
                        .db
                        .read(tx ->
                                tx.list("SELECT sealed FROM settings_definition", Map.of(), row -> row.text("sealed")))
                        .stream()
                        .noneMatch(text -> text.contains("s3cret")));
    }

    @Test
    void aSettingHasATagThatWritersSend() {
        var missing = new GetDefaultNamespaceSettingRequest();
        assertEquals(
                "RESOURCE_DOES_NOT_EXIST",
                code(() -> admin.settings().DefaultNamespace().get(missing)));
        DefaultNamespaceSetting first = namespace("main", null);
        assertEquals(
                "main",
                admin.settings().DefaultNamespace().get(missing).getNamespace().getValue());
        DefaultNamespaceSetting second = namespace("other", first.getEtag());
        assertNotEquals(first.getEtag(), second.getEtag());
        assertEquals("RESOURCE_CONFLICT", code(() -> namespace("late", first.getEtag())));
        admin.settings()
                .DefaultNamespace()
                .delete(new DeleteDefaultNamespaceSettingRequest().setEtag(second.getEtag()));
        assertEquals(
                "RESOURCE_DOES_NOT_EXIST",
                code(() -> admin.settings().DefaultNamespace().get(missing)));
        assertEquals(
                "ALLOW_ALL",
                admin.settings()
                        .RestrictWorkspaceAdmins()
                        .get(new GetRestrictWorkspaceAdminsSettingRequest())
                        .getRestrictWorkspaceAdmins()
                        .getStatus()
                        .name());
    }

    @Test
    void nobodyButAdministratorsGetsIn() {
        List<Runnable> calls = List.of(
                () -> ada.workspaceConf().setStatus(Map.of("enableGp3", "true")),
                () -> count(ada.ipAccessLists().list()),
                () -> ada.ipAccessLists().get("x"),
                () -> ada.ipAccessLists().delete("x"),
                () -> count(ada.globalInitScripts().list()),
                () -> ada.globalInitScripts().get("x"),
                () -> count(ada.clusterPolicies().list(new ListClusterPoliciesRequest())),
                () -> ada.notificationDestinations().get("x"),
                () -> ada.settings().DefaultNamespace().get(new GetDefaultNamespaceSettingRequest()));
        for (Runnable call : calls) {
            assertEquals("PERMISSION_DENIED", code(call));
        }
    }

    @Test
    void aDroppedWorkspaceLeavesNothing() {
        conf(Map.of("enableGp3", "true"));
        list("l", ListType.BLOCK, "192.0.2.1");
        Caller owner = caller("127.0.0.1");
        room.identity.workspaces().drop(owner, owner.workspace());
        for (String table : List.of("settings_value", "settings_ip_list", "settings_definition")) {
            assertEquals(0L, (long) room.db.read(tx -> tx.number(
                    "SELECT count(*) FROM " + table + " WHERE workspace = :w",
                    Map.of("w", owner.workspace().value()))));
        }
    }

    private DefaultNamespaceSetting namespace(String value, @org.jspecify.annotations.Nullable String etag) {
        return admin.settings()
                .DefaultNamespace()
                .update(new UpdateDefaultNamespaceSettingRequest()
                        .setAllowMissing(true)
                        .setFieldMask("namespace.value")
                        .setSetting(new DefaultNamespaceSetting()
                                .setNamespace(new StringMessage().setValue(value))
                                .setEtag(etag)));
    }

    /** By hand: the SDK for Java sends no keys. */
    private String status(String as, String keys) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(room.url() + "/api/2.0/workspace-conf?keys=" + keys))
                .header("Authorization", "Bearer " + as)
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void conf(Map<String, String> values) {
        admin.workspaceConf().setStatus(values);
    }

    private String list(String label, ListType type, String... addresses) {
        return admin.ipAccessLists()
                .create(new CreateIpAccessList()
                        .setLabel(label)
                        .setListType(type)
                        .setIpAddresses(List.of(addresses)))
                .getIpAccessList()
                .getListId();
    }

    private static void create(WorkspaceClient who, long seconds) {
        assertFalse(who.tokens()
                .create(new CreateTokenRequest().setLifetimeSeconds(seconds))
                .getTokenValue()
                .isEmpty());
    }

    private void admit(String address) {
        room.room.ipAccessLists().admit(caller(address));
    }

    private String refused(String address) {
        return assertThrows(AppException.class, () -> admit(address)).code();
    }

    /** The administrator, coming from somewhere. */
    private Caller caller(String address) {
        Caller here = room.identity
                .authentications()
                .byToken(new RequestInfo("r", "127.0.0.1", "test"), token, Optional.empty());
        return new Caller(
                here.principal(),
                here.groups(),
                here.workspace(),
                here.metastore(),
                here.workspaceAdmin(),
                here.authentication(),
                new RequestInfo("r", address, "test"));
    }

    private static int count(Iterable<?> items) {
        int count = 0;
        for (Object ignored : items) {
            count++;
        }
        return count;
    }

    /** The code of the error, or nothing if all went well. */
    private static String code(Runnable call) {
        try {
            call.run();
            return "";
        } catch (DatabricksError e) {
            return e.getErrorCode();
        }
    }
}
