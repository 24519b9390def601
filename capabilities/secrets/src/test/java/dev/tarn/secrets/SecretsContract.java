package dev.tarn.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.workspace.AclPermission;
import com.databricks.sdk.service.workspace.CreateScope;
import com.databricks.sdk.service.workspace.DeleteAcl;
import com.databricks.sdk.service.workspace.DeleteScope;
import com.databricks.sdk.service.workspace.DeleteSecret;
import com.databricks.sdk.service.workspace.PutAcl;
import com.databricks.sdk.service.workspace.PutSecret;
import com.databricks.sdk.service.workspace.ScopeBackendType;
import dev.tarn.access.Audit;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.PageRequest;
import dev.tarn.db.DatabaseConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
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
abstract class SecretsContract {
    private static final String VALUE = "tr0ub4dor & pässword";

    @TempDir
    static Path folder;

    private SecretsRoom room;
    private String token = "";
    private WorkspaceClient admin;
    private WorkspaceClient ada;
    private WorkspaceClient bob;

    abstract DatabaseConfig store(Path folder);

    @BeforeAll
    void open() {
        room = new SecretsRoom(store(folder), folder);
    }

    @AfterAll
    void close() {
        room.close();
    }

    @BeforeEach
    void workspace() {
        token = SecretsRoom.workspace();
        admin = room.sdk(token);
        admin.currentUser().me(new MeRequest());
        ada = room.sdk(token + "--ada");
        bob = room.sdk(token + "--bob");
        ada.currentUser().me(new MeRequest());
        bob.currentUser().me(new MeRequest());
    }

    @Test
    void aValueComesBackAsBytesInBase64() {
        ada.secrets().createScope(new CreateScope().setScope("s"));
        put(ada, "text", VALUE);
        byte[] binary = {0, -1, 10, 0x7f};
        ada.secrets()
                .putSecret(new PutSecret()
                        .setScope("s")
                        .setKey("bytes")
                        .setBytesValue(Base64.getEncoder().encodeToString(binary)));
        assertEquals(VALUE, new String(get(ada, "text"), StandardCharsets.UTF_8));
        assertArrayEquals(binary, get(ada, "bytes"));
        put(ada, "text", "");
        assertArrayEquals(new byte[0], get(ada, "text"));
        assertEquals(List.of("bytes", "text"), keys(ada));
        ada.secrets().deleteSecret(new DeleteSecret().setScope("s").setKey("text"));
        assertEquals(List.of("bytes"), keys(ada));
    }

    @Test
    void whatIsKeptIsSealedAndNowhereElse() {
        ada.secrets().createScope(new CreateScope().setScope("s"));
        put(ada, "k", VALUE);
        get(ada, "k");
        List<String> stored =
                room.db.read(tx -> tx.list("SELECT sealed FROM secrets_secret", Map.of(), row -> row.text("sealed")));
        assertFalse(stored.isEmpty());
        for (String sealed : stored) {
            assertTrue(sealed.startsWith("v1:"));
            assertFalse(sealed.contains(VALUE));
            assertFalse(sealed.contains(Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8))));
        }
        for (Audit.Entry entry : audited()) {
            assertFalse(entry.toString().contains("tr0ub4dor"), entry.toString());
        }
        assertTrue(audited().stream().anyMatch(entry -> entry.action().equals("getSecret") && entry.allowed()));
    }

    @Test
    void everybodySeesScopesAndWhoeverMakesOneManagesIt() {
        ada.secrets().createScope(new CreateScope().setScope("one"));
        assertEquals("one", bob.secrets().listScopes().iterator().next().getName());
        assertEquals(
                ScopeBackendType.DATABRICKS,
                bob.secrets().listScopes().iterator().next().getBackendType());
        var acls = list(ada.secrets().listAcls("one"));
        assertEquals(1, acls.size());
        assertEquals("ada@tarn.test", acls.get(0).getPrincipal());
        assertEquals(AclPermission.MANAGE, acls.get(0).getPermission());
    }

    @Test
    void aScopeCanBeEverybodys() {
        ada.secrets().createScope(new CreateScope().setScope("s").setInitialManagePrincipal("users"));
        var acls = list(ada.secrets().listAcls("s"));
        assertEquals(1, acls.size(), "the maker has it through the group alone");
        assertEquals("users", acls.get(0).getPrincipal());
        put(bob, "k", VALUE);
        assertEquals(
                "INVALID_PARAMETER_VALUE",
                code(() -> ada.secrets()
                        .createScope(new CreateScope().setScope("t").setInitialManagePrincipal("bob@tarn.test"))));
    }

    @Test
    void permissionsOpenOneThingEachAndNothingIsOpenByItself() {
        ada.secrets().createScope(new CreateScope().setScope("s"));
        put(ada, "k", VALUE);
        refused(bob, true, true, true);
        acl("bob@tarn.test", AclPermission.READ);
        refused(bob, false, true, true);
        acl("bob@tarn.test", AclPermission.WRITE);
        refused(bob, false, false, true);
        acl("bob@tarn.test", AclPermission.MANAGE);
        refused(bob, false, false, false);
        ada.secrets().deleteAcl(new DeleteAcl().setScope("s").setPrincipal("bob@tarn.test"));
        refused(bob, true, true, true);
        acl("users", AclPermission.READ);
        refused(bob, false, true, true);
        refused(admin, false, false, false);
    }

    @Test
    void whatIsNotThereAndWhatIsWrongAreToldApart() {
        ada.secrets().createScope(new CreateScope().setScope("s"));
        assertEquals("RESOURCE_ALREADY_EXISTS", code(() -> bob.secrets().createScope(new CreateScope().setScope("s"))));
        assertEquals(
                "RESOURCE_DOES_NOT_EXIST", code(() -> ada.secrets().deleteScope(new DeleteScope().setScope("none"))));
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> list(ada.secrets().listSecrets("none"))));
        assertEquals(
                "RESOURCE_DOES_NOT_EXIST",
                code(() -> ada.secrets()
                        .deleteSecret(new DeleteSecret().setScope("s").setKey("none"))));
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> ada.secrets().getSecret("s", "none")));
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> ada.secrets().getAcl("s", "bob@tarn.test")));
        assertEquals(
                "RESOURCE_DOES_NOT_EXIST",
                code(() -> ada.secrets().deleteAcl(new DeleteAcl().setScope("s").setPrincipal("bob@tarn.test"))));
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> acl("nobody", AclPermission.READ)));
        for (String name : List.of("with space", "ünï", "x".repeat(129), "a\0b", "a;b")) {
            assertEquals(
                    "INVALID_PARAMETER_VALUE",
                    code(() -> ada.secrets().createScope(new CreateScope().setScope(name))),
                    name);
            assertEquals("INVALID_PARAMETER_VALUE", code(() -> put(ada, name, "v")), name);
        }
        assertEquals(
                "INVALID_PARAMETER_VALUE",
                code(() -> ada.secrets()
                        .putSecret(new PutSecret().setScope("s").setKey("k").setBytesValue("%%"))));
        assertEquals(
                "MALFORMED_REQUEST",
                code(() -> ada.secrets().putSecret(new PutSecret().setScope("s").setKey("k"))));
    }

    @Test
    void sizesAreBounded() {
        ada.secrets().createScope(new CreateScope().setScope("s"));
        put(ada, "k", "x".repeat(128 * 1024));
        assertEquals("INVALID_PARAMETER_VALUE", code(() -> put(ada, "k", "x".repeat(128 * 1024 + 1))));
        Caller caller = caller("--ada");
        room.db.change(tx -> tx.updateAll(
                """
                INSERT INTO secrets_secret (scope_id, workspace, name, sealed, updated_at)
                SELECT id, workspace, :name, 'v1', 0 FROM secrets_scope WHERE workspace = :workspace
                """,
                IntStream.range(1, 1000)
                        .mapToObj(i -> Map.of(
                                "name", "k" + i, "workspace", caller.workspace().value()))
                        .toList()));
        assertEquals("RESOURCE_LIMIT_EXCEEDED", code(() -> put(ada, "one-more", "v")));
        put(ada, "k1", "a key that is there can be changed");
        ada.secrets().deleteScope(new DeleteScope().setScope("s"));
    }

    @Test
    void aScopeMadeAnewHasNothingOfTheOldOne() {
        ada.secrets().createScope(new CreateScope().setScope("s"));
        put(ada, "k", VALUE);
        acl("bob@tarn.test", AclPermission.MANAGE);
        ada.secrets().deleteScope(new DeleteScope().setScope("s"));
        admin.secrets().createScope(new CreateScope().setScope("s"));
        assertEquals("PERMISSION_DENIED", code(() -> bob.secrets().getSecret("s", "k")));
        assertEquals(List.of(), keys(admin));
    }

    @Test
    void anotherWorkspaceSeesNothingAndADroppedOneLeavesNothing() {
        ada.secrets().createScope(new CreateScope().setScope("s"));
        put(ada, "k", VALUE);
        WorkspaceClient stranger = room.sdk(SecretsRoom.workspace());
        assertEquals("RESOURCE_DOES_NOT_EXIST", code(() -> stranger.secrets().getSecret("s", "k")));
        Caller owner = caller("");
        room.identity.workspaces().drop(owner, owner.workspace());
        for (String table : List.of("secrets_scope", "secrets_secret", "access_object")) {
            assertEquals(0L, (long) room.db.read(tx -> tx.number(
                    "SELECT count(*) FROM " + table + " WHERE workspace = :w",
                    Map.of("w", owner.workspace().value()))));
        }
    }

    @Test
    void theMasterKeyIsRotatedUnderTheValues() {
        ada.secrets().createScope(new CreateScope().setScope("s"));
        put(ada, "k", VALUE);
        Caller system = Caller.system(caller("").workspace(), "m");
        Caller throwaway = caller("");
        assertEquals(
                "PERMISSION_DENIED",
                assertThrows(AppException.class, () -> room.secrets.secrets().rotateMasterKey(throwaway))
                        .code());
        var lasting = room.identity.workspaces().defaultWorkspace().orElseThrow();
        Caller server = Caller.system(lasting.id(), lasting.metastore());
        assertTrue(room.secrets.secrets().rotateMasterKey(server) >= 1);
        assertTrue(room.secrets.secrets().rotateMasterKey(server) >= 1);
        assertEquals(VALUE, new String(room.secrets.secrets().get(system, "s", "k"), StandardCharsets.UTF_8));
    }

    private void refused(WorkspaceClient who, boolean read, boolean write, boolean manage) {
        assertEquals(read ? "PERMISSION_DENIED" : "", code(() -> get(who, "k")));
        assertEquals(read ? "PERMISSION_DENIED" : "", code(() -> keys(who)));
        assertEquals(write ? "PERMISSION_DENIED" : "", code(() -> put(who, "k", VALUE)));
        assertEquals(write ? "PERMISSION_DENIED" : "", code(() -> {
            put(who, "gone", "");
            who.secrets().deleteSecret(new DeleteSecret().setScope("s").setKey("gone"));
        }));
        assertEquals(
                manage ? "PERMISSION_DENIED" : "", code(() -> list(who.secrets().listAcls("s"))));
        assertEquals(manage ? "PERMISSION_DENIED" : "", code(() -> who.secrets().getAcl("s", "ada@tarn.test")));
        if (manage) {
            assertEquals("PERMISSION_DENIED", code(() -> who.secrets().deleteScope(new DeleteScope().setScope("s"))));
            assertEquals(
                    "PERMISSION_DENIED",
                    code(() -> who.secrets()
                            .deleteAcl(new DeleteAcl().setScope("s").setPrincipal("ada@tarn.test"))));
            assertEquals(
                    "PERMISSION_DENIED",
                    code(() -> who.secrets()
                            .putAcl(new PutAcl()
                                    .setScope("s")
                                    .setPrincipal("bob@tarn.test")
                                    .setPermission(AclPermission.MANAGE))));
        }
    }

    private void acl(String principal, AclPermission permission) {
        ada.secrets().putAcl(new PutAcl().setScope("s").setPrincipal(principal).setPermission(permission));
    }

    private static void put(WorkspaceClient who, String key, String value) {
        who.secrets().putSecret(new PutSecret().setScope("s").setKey(key).setStringValue(value));
    }

    private static byte[] get(WorkspaceClient who, String key) {
        return Base64.getDecoder().decode(who.secrets().getSecret("s", key).getValue());
    }

    private static List<String> keys(WorkspaceClient who) {
        return list(who.secrets().listSecrets("s")).stream()
                .map(entry -> entry.getKey())
                .toList();
    }

    private static <T> List<T> list(Iterable<T> items) {
        List<T> list = new java.util.ArrayList<>();
        items.forEach(list::add);
        return list;
    }

    private Caller caller(String user) {
        return room.identity
                .authentications()
                .byToken(new RequestInfo("r", "127.0.0.1", "test"), token + user, Optional.empty());
    }

    private List<Audit.Entry> audited() {
        return room.access.audit().list(caller(""), PageRequest.first(1000)).items();
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
