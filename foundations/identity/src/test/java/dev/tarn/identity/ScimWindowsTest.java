package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.error.platform.BadRequest;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.ResourceConflict;
import com.databricks.sdk.core.error.platform.Unauthenticated;
import com.databricks.sdk.service.iam.ComplexValue;
import com.databricks.sdk.service.iam.CreateGroupRequest;
import com.databricks.sdk.service.iam.CreateServicePrincipalRequest;
import com.databricks.sdk.service.iam.CreateUserRequest;
import com.databricks.sdk.service.iam.Group;
import com.databricks.sdk.service.iam.ListGroupsRequest;
import com.databricks.sdk.service.iam.ListServicePrincipalsRequest;
import com.databricks.sdk.service.iam.ListSortOrder;
import com.databricks.sdk.service.iam.ListUsersRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.Name;
import com.databricks.sdk.service.iam.Patch;
import com.databricks.sdk.service.iam.PatchGroupRequest;
import com.databricks.sdk.service.iam.PatchOp;
import com.databricks.sdk.service.iam.PatchUserRequest;
import com.databricks.sdk.service.iam.ServicePrincipal;
import com.databricks.sdk.service.iam.UpdateGroupRequest;
import com.databricks.sdk.service.iam.UpdateUserRequest;
import com.databricks.sdk.service.iam.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** SCIM as the official SDK uses it. */
class ScimWindowsTest extends WindowsFixture {
    private static ComplexValue value(String value) {
        return new ComplexValue().setValue(value);
    }

    private static List<String> values(Collection<ComplexValue> list) {
        return list == null
                ? List.of()
                : list.stream().map(ComplexValue::getValue).toList();
    }

    private User createUser(String name) {
        return sdk().usersV2().create(new CreateUserRequest().setUserName(name));
    }

    private Group createGroup(String name, String... members) {
        return sdk().groupsV2()
                .create(new CreateGroupRequest()
                        .setDisplayName(name)
                        .setMembers(List.of(members).stream()
                                .map(ScimWindowsTest::value)
                                .toList()));
    }

    private void patchGroup(String id, Patch... operations) {
        sdk().groupsV2().patch(new PatchGroupRequest().setId(id).setOperations(List.of(operations)));
    }

    private void patchUser(String id, Patch... operations) {
        sdk().usersV2().patch(new PatchUserRequest().setId(id).setOperations(List.of(operations)));
    }

    private static Patch patch(PatchOp op, String path, Object value) {
        return new Patch().setOp(op).setPath(path).setValue(value);
    }

    @Test
    void meIsWhoeverAsks() {
        User me = sdk().currentUser().me(new MeRequest());
        assertEquals("admin@tarn.test", me.getUserName());
        assertEquals(admin.principal().id(), me.getId());
        assertTrue(me.getActive());
        assertEquals(
                List.of("admins", "users"),
                me.getGroups().stream().map(ComplexValue::getDisplay).toList());
        var raw = call("GET", "/api/2.0/preview/scim/v2/Me", "");
        assertEquals(
                admin.workspace().toString(),
                raw.headers().firstValue("x-databricks-org-id").orElseThrow());
    }

    @Test
    void aServicePrincipalIsAUserToItself() {
        ServicePrincipal robot =
                sdk().servicePrincipalsV2().create(new CreateServicePrincipalRequest().setDisplayName("robot"));
        String token = identity.tokens()
                .createFor(admin, robot.getApplicationId(), "", java.util.Optional.empty())
                .value()
                .reveal();
        User me = sdk(token).currentUser().me(new MeRequest());
        assertEquals(robot.getApplicationId(), me.getUserName());
        assertEquals("robot", me.getDisplayName());
    }

    @Test
    void aUserIsEchoedAsWritten() {
        User created = sdk().usersV2()
                .create(new CreateUserRequest()
                        .setUserName("ada@example.com")
                        .setDisplayName("Ada")
                        .setExternalId("e1")
                        .setName(new Name().setGivenName("Ada").setFamilyName("L"))
                        .setEntitlements(List.of(value("workspace-access"), value("allow-cluster-create")))
                        .setRoles(List.of(value("arn:x"))));
        User read = sdk().usersV2().get(created.getId());
        assertEquals(created, read);
        assertEquals("Ada", read.getDisplayName());
        assertEquals("e1", read.getExternalId());
        assertEquals(List.of("workspace-access", "allow-cluster-create"), values(read.getEntitlements()));
        assertEquals(List.of("arn:x"), values(read.getRoles()));
        assertEquals(List.of("ada@example.com"), values(read.getEmails()));
        assertTrue(read.getActive());
    }

    @Test
    void whatWasNotSetIsNotInvented() {
        User read = sdk().usersV2().get(createUser("ada@x").getId());
        assertNull(read.getEntitlements());
        assertNull(read.getRoles());
        assertNull(read.getExternalId());
        assertNull(read.getName());
        Group group = sdk().groupsV2().get(createGroup("g").getId());
        assertNull(group.getMembers());
        assertNull(group.getEntitlements());
    }

    @Test
    void namesConflictInTheVendorsWords() {
        createUser("ada@x");
        var conflict = assertThrows(ResourceConflict.class, () -> createUser("ada@x"));
        assertEquals("User with username ada@x already exists.", conflict.getMessage());
        var raw = call("POST", "/api/2.0/preview/scim/v2/Users", "{\"userName\":\"ada@x\"}");
        assertEquals(409, raw.statusCode());
        assertEquals("409", json(raw).path("status").asText());
    }

    @Test
    void patchesChangeMembers() {
        User ada = createUser("ada@x");
        User bob = createUser("bob@x");
        Group group = createGroup("team", ada.getId());
        patchGroup(group.getId(), patch(PatchOp.ADD, "members", List.of(Map.of("value", bob.getId()))));
        patchGroup(group.getId(), patch(PatchOp.ADD, "members", List.of(Map.of("value", bob.getId()))));
        assertEquals(
                List.of(ada.getId(), bob.getId()),
                values(sdk().groupsV2().get(group.getId()).getMembers()));
        patchGroup(group.getId(), patch(PatchOp.REMOVE, "members[value eq \"" + ada.getId() + "\"]", null));
        assertEquals(
                List.of(bob.getId()), values(sdk().groupsV2().get(group.getId()).getMembers()));
        assertEquals(
                List.of("team", "users"),
                sdk().usersV2().get(bob.getId()).getGroups().stream()
                        .map(ComplexValue::getDisplay)
                        .toList());
        patchGroup(group.getId(), patch(PatchOp.REMOVE, "members", null));
        assertNull(sdk().groupsV2().get(group.getId()).getMembers());
    }

    @Test
    void patchesWithoutAPathTakeAnObject() {
        User ada = createUser("ada@x");
        patchUser(
                ada.getId(),
                patch(
                        PatchOp.REPLACE,
                        null,
                        Map.of(
                                "displayName",
                                "Countess",
                                "entitlements",
                                List.of(Map.of("value", "workspace-access")))));
        User read = sdk().usersV2().get(ada.getId());
        assertEquals("Countess", read.getDisplayName());
        assertEquals(List.of("workspace-access"), values(read.getEntitlements()));
    }

    @Test
    void patchesOfEntitlementsRolesEmailsAndNames() {
        User ada = createUser("ada@x");
        String id = ada.getId();
        patchUser(
                id,
                patch(PatchOp.ADD, "entitlements", List.of(Map.of("value", "workspace-access"))),
                patch(PatchOp.ADD, "entitlements", List.of(Map.of("value", "databricks-sql-access"))),
                patch(PatchOp.ADD, "roles", "arn:one"),
                patch(PatchOp.REPLACE, "name.givenName", "Ada"),
                patch(PatchOp.REPLACE, "emails[type eq \"work\"].value", "new@x"),
                patch(PatchOp.REPLACE, "urn:ietf:params:scim:schemas:core:2.0:User:externalId", "e2"));
        User read = sdk().usersV2().get(id);
        assertEquals(List.of("workspace-access", "databricks-sql-access"), values(read.getEntitlements()));
        assertEquals(List.of("arn:one"), values(read.getRoles()));
        assertEquals("Ada", read.getName().getGivenName());
        assertEquals(List.of("new@x"), values(read.getEmails()));
        assertEquals("e2", read.getExternalId());
        patchUser(
                id,
                patch(PatchOp.REMOVE, "entitlements[value eq \"workspace-access\"]", null),
                patch(PatchOp.REMOVE, "roles[value eq \"arn:one\"]", null),
                patch(PatchOp.REMOVE, "externalId", null));
        read = sdk().usersV2().get(id);
        assertEquals(List.of("databricks-sql-access"), values(read.getEntitlements()));
        assertNull(read.getRoles());
        assertNull(read.getExternalId());
    }

    @Test
    void aPatchDeactivatesAndTheTokenIsRefused() {
        WorkspaceClient hers = sdk(userToken("ada"));
        User ada = hers.currentUser().me(new MeRequest());
        assertEquals("ada@tarn.test", ada.getUserName());
        patchUser(ada.getId(), patch(PatchOp.REPLACE, "active", List.of(false).get(0)));
        assertFalse(sdk().usersV2().get(ada.getId()).getActive());
        assertThrows(Unauthenticated.class, () -> hers.currentUser().me(new MeRequest()));
    }

    @Test
    void wrongPatchesChangeNothing() {
        User ada = createUser("ada@x");
        for (Patch wrong : List.of(
                patch(PatchOp.REPLACE, "password", "x"),
                patch(PatchOp.REPLACE, "userName", "eve@x"),
                patch(PatchOp.REPLACE, "active", "perhaps"),
                patch(PatchOp.REPLACE, "displayName", Map.of("a", "b")),
                patch(PatchOp.REPLACE, "emails[", "x"),
                patch(PatchOp.REPLACE, "emails[type eq \"home\"].value", "x"),
                patch(PatchOp.REMOVE, null, null),
                patch(PatchOp.ADD, "entitlements", "root-access"),
                patch(PatchOp.ADD, "displayName", null))) {
            assertThrows(
                    BadRequest.class,
                    () -> patchUser(ada.getId(), patch(PatchOp.REPLACE, "displayName", "half"), wrong),
                    wrong.toString());
        }
        assertEquals("ada@x", sdk().usersV2().get(ada.getId()).getDisplayName());
    }

    @Test
    void aPutReplaces() {
        User ada = createUser("ada@x");
        sdk().usersV2()
                .update(new UpdateUserRequest()
                        .setId(ada.getId())
                        .setUserName("ada@x")
                        .setDisplayName("Ada")
                        .setEntitlements(List.of(value("workspace-access"))));
        assertEquals(
                List.of("workspace-access"),
                values(sdk().usersV2().get(ada.getId()).getEntitlements()));
        sdk().usersV2().update(new UpdateUserRequest().setId(ada.getId()).setUserName("ada@x"));
        assertNull(sdk().usersV2().get(ada.getId()).getEntitlements());
        Group group = createGroup("team", ada.getId());
        sdk().groupsV2().update(new UpdateGroupRequest().setId(group.getId()).setDisplayName("renamed"));
        Group read = sdk().groupsV2().get(group.getId());
        assertEquals("renamed", read.getDisplayName());
        assertNull(read.getMembers());
    }

    @Test
    void listsFilterSortAndPage() {
        for (String name : List.of("c@x", "a@x", "b@y")) {
            createUser(name);
        }
        var all = new ArrayList<String>();
        sdk().usersV2().list(new ListUsersRequest().setCount(2L)).forEach(user -> all.add(user.getUserName()));
        assertEquals(List.of("a@x", "admin@tarn.test", "b@y", "c@x"), all);
        var found = new ArrayList<String>();
        sdk().usersV2()
                .list(new ListUsersRequest()
                        .setFilter("userName ew \"@x\" and not (userName eq 'a@x')")
                        .setAttributes("id,userName")
                        .setSortBy("userName")
                        .setSortOrder(ListSortOrder.DESCENDING))
                .forEach(user -> {
                    found.add(user.getUserName());
                    assertNull(user.getDisplayName());
                    assertNull(user.getEmails());
                });
        assertEquals(List.of("c@x"), found);
        var total = json(call("GET", "/api/2.0/preview/scim/v2/Users?count=0", ""));
        assertEquals(4, total.path("totalResults").asInt());
    }

    @Test
    void groupsAndServicePrincipalsAreFoundByName() {
        createGroup("data team");
        ServicePrincipal robot =
                sdk().servicePrincipalsV2().create(new CreateServicePrincipalRequest().setDisplayName("robot"));
        var groups = new ArrayList<Group>();
        sdk().groupsV2()
                .list(new ListGroupsRequest()
                        .setFilter("displayName eq \"data team\"")
                        .setExcludedAttributes("members"))
                .forEach(groups::add);
        assertEquals(1, groups.size());
        var robots = new ArrayList<ServicePrincipal>();
        sdk().servicePrincipalsV2()
                .list(new ListServicePrincipalsRequest().setFilter("applicationId eq " + robot.getApplicationId()))
                .forEach(robots::add);
        assertEquals(
                List.of(robot.getId()),
                robots.stream().map(ServicePrincipal::getId).toList());
    }

    @Test
    void whoIsNoAdministratorIsDenied() {
        WorkspaceClient ada = sdk(userToken("ada"));
        Group group = createGroup("team");
        User bob = createUser("bob@x");
        assertThrows(PermissionDenied.class, () -> ada.usersV2().create(new CreateUserRequest().setUserName("c@x")));
        assertThrows(PermissionDenied.class, () -> ada.usersV2().delete(bob.getId()));
        assertThrows(
                PermissionDenied.class,
                () -> ada.groupsV2()
                        .patch(new PatchGroupRequest()
                                .setId(group.getId())
                                .setOperations(List.of(patch(PatchOp.REPLACE, "displayName", "mine")))));
        assertThrows(
                PermissionDenied.class,
                () -> ada.servicePrincipalsV2().create(new CreateServicePrincipalRequest().setDisplayName("x")));
        assertEquals("bob@x", ada.usersV2().get(bob.getId()).getUserName());
        assertNull(ada.usersV2().get(bob.getId()).getEmails());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThrows(NotFound.class, () -> sdk().usersV2().get("123"));
        assertThrows(NotFound.class, () -> sdk().groupsV2().delete("123"));
        assertThrows(NotFound.class, () -> sdk().usersV2().get(createGroup("g").getId()));
        int traversal =
                call("GET", "/api/2.0/preview/scim/v2/Users/..%2F..%2Fetc", "").statusCode();
        assertTrue(traversal == 404 || traversal == 400);
    }

    @Test
    void deletingIsFinal() {
        User ada = createUser("ada@x");
        sdk().usersV2().delete(ada.getId());
        assertThrows(NotFound.class, () -> sdk().usersV2().get(ada.getId()));
        createUser("ada@x");
    }

    @Test
    void noFilterAndNoPathMakesTheServerFail() {
        Random random = new Random(42);
        List<String> pieces = List.of(
                "userName",
                "displayName",
                "emails.value",
                "active",
                "id",
                "eq",
                "ne",
                "co",
                "sw",
                "ew",
                "pr",
                "and",
                "or",
                "not",
                "(",
                ")",
                "[",
                "]",
                "\"",
                "'",
                "\\",
                "a@x",
                "true",
                "%",
                "_",
                "!",
                "\u0000",
                "\ud800",
                "é",
                " ",
                "  ",
                "\n",
                ".",
                ":",
                "urn:x:userName",
                "\"a\"",
                "((((",
                "value");
        String user = createUser("ada@x").getId();
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextBoolean() ? " " : "");
            }
            var listed = call("GET", "/api/2.0/preview/scim/v2/Users?filter=" + encode(text.toString()), "");
            assertTrue(listed.statusCode() == 200 || listed.statusCode() == 400, text + ": " + listed.body());
            String body = dev.tarn.core.Json.write(
                    Map.of("Operations", List.of(Map.of("op", "replace", "path", text.toString(), "value", "x"))));
            var patched = call("PATCH", "/api/2.0/preview/scim/v2/Users/" + user, body);
            assertTrue(patched.statusCode() == 200 || patched.statusCode() == 400, text + ": " + patched.body());
        }
        for (String query : List.of(
                "filter=" + "(".repeat(5000),
                "filter=" + encode("not ".repeat(1000) + "id pr"),
                "startIndex=-5",
                "startIndex=x",
                "count=-1",
                "count=99999999999",
                "sortBy=password",
                "sortOrder=sideways",
                "attributes=" + ",".repeat(100),
                "startIndex=9223372036854775807")) {
            var listed = call("GET", "/api/2.0/preview/scim/v2/Users?" + query, "");
            assertTrue(listed.statusCode() == 200 || listed.statusCode() == 400, query + ": " + listed.body());
        }
    }
}
