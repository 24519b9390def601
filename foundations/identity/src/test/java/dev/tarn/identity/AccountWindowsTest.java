package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.AccountClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.error.platform.BadRequest;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.service.iam.AccountUser;
import com.databricks.sdk.service.iam.ComplexValue;
import com.databricks.sdk.service.iam.CreateAccountGroupRequest;
import com.databricks.sdk.service.iam.CreateAccountServicePrincipalRequest;
import com.databricks.sdk.service.iam.CreateAccountUserRequest;
import com.databricks.sdk.service.iam.ListAccountGroupsRequest;
import com.databricks.sdk.service.iam.ListAccountServicePrincipalsRequest;
import com.databricks.sdk.service.iam.ListAccountUsersRequest;
import com.databricks.sdk.service.iam.ListUsersRequest;
import com.databricks.sdk.service.iam.Patch;
import com.databricks.sdk.service.iam.PatchAccountUserRequest;
import com.databricks.sdk.service.iam.PatchOp;
import com.databricks.sdk.service.iam.UpdateAccountGroupRequest;
import com.databricks.sdk.service.iam.UpdateWorkspaceAssignments;
import com.databricks.sdk.service.iam.WorkspacePermission;
import com.databricks.sdk.service.oauth2.CreateServicePrincipalSecretRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The SDK's account client against the same host: the same principals, for administrators alone. */
class AccountWindowsTest extends WindowsFixture {
    private AccountClient account(String token, String id) {
        return new AccountClient(new DatabricksConfig()
                .setHost(server.url())
                .setToken(token)
                .setAuthType("pat")
                .setAccountId(id));
    }

    private AccountClient account() {
        return account(adminToken(), admin.metastore());
    }

    private static <T> List<T> all(Iterable<T> items) {
        List<T> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }

    @Test
    void usersOfTheAccountAreThoseOfTheWorkspace() {
        AccountUser made = account().usersV2().create(new CreateAccountUserRequest().setUserName("eve@tarn.test"));
        assertEquals(admin.metastore(), made.getAccountId());
        account()
                .usersV2()
                .patch(new PatchAccountUserRequest()
                        .setId(made.getId())
                        .setOperations(List.of(new Patch()
                                .setOp(PatchOp.REPLACE)
                                .setPath("displayName")
                                .setValue("Eve"))));
        assertEquals("Eve", account().usersV2().get(made.getId()).getDisplayName());
        assertEquals(
                1,
                all(account().usersV2().list(new ListAccountUsersRequest().setFilter("userName eq \"eve@tarn.test\"")))
                        .size());
        assertTrue(all(sdk().usersV2().list(new ListUsersRequest())).stream()
                .anyMatch(user -> "eve@tarn.test".equals(user.getUserName())));
        account().usersV2().delete(made.getId());
        assertThrows(NotFound.class, () -> account().usersV2().get(made.getId()));
    }

    @Test
    void groupsAndServicePrincipalsAreTheAccountsToo() {
        var robot = account()
                .servicePrincipalsV2()
                .create(new CreateAccountServicePrincipalRequest().setDisplayName("robot"));
        var group = account().groupsV2().create(new CreateAccountGroupRequest().setDisplayName("crew"));
        account()
                .groupsV2()
                .update(new UpdateAccountGroupRequest()
                        .setId(group.getId())
                        .setDisplayName("crew")
                        .setMembers(List.of(new ComplexValue().setValue(robot.getId()))));
        assertEquals(
                robot.getId(),
                account()
                        .groupsV2()
                        .get(group.getId())
                        .getMembers()
                        .iterator()
                        .next()
                        .getValue());
        assertTrue(all(account().groupsV2().list(new ListAccountGroupsRequest())).stream()
                .anyMatch(found -> "crew".equals(found.getDisplayName())));
        assertEquals(
                1,
                all(account().servicePrincipalsV2().list(new ListAccountServicePrincipalsRequest()))
                        .size());
        var secret = account()
                .servicePrincipalSecrets()
                .create(new CreateServicePrincipalSecretRequest().setServicePrincipalId(robot.getId()));
        assertEquals(
                1, all(account().servicePrincipalSecrets().list(robot.getId())).size());
        account().servicePrincipalSecrets().delete(robot.getId(), secret.getId());
        account().servicePrincipalsV2().delete(robot.getId());
        account().groupsV2().delete(group.getId());
    }

    @Test
    void theAccountsWorkspacesAreListedAndRead() {
        var workspaces = all(account().workspaces().list());
        assertEquals(1, workspaces.size());
        long id = workspaces.get(0).getWorkspaceId();
        assertEquals(admin.workspace().value(), id);
        assertEquals(admin.metastore(), account().workspaces().get(id).getAccountId());
        assertThrows(NotFound.class, () -> account().workspaces().get(7));
    }

    @Test
    void administratorsOfAWorkspaceAreAssigned() {
        var made = account().usersV2().create(new CreateAccountUserRequest().setUserName("eve@tarn.test"));
        long workspace = admin.workspace().value();
        var update =
                new UpdateWorkspaceAssignments().setWorkspaceId(workspace).setPrincipalId(Long.parseLong(made.getId()));
        account().workspaceAssignment().update(update.setPermissions(List.of(WorkspacePermission.ADMIN)));
        assertTrue(callerOfToken("eve").workspaceAdmin());
        var roles = all(account().workspaceAssignment().list(workspace));
        assertEquals(2, roles.size());
        assertTrue(roles.stream().allMatch(role -> role.getPermissions().contains(WorkspacePermission.ADMIN)));
        account().workspaceAssignment().update(update.setPermissions(List.of(WorkspacePermission.USER)));
        assertEquals(false, callerOfToken("eve").workspaceAdmin());
        assertEquals(
                2,
                account().workspaceAssignment().get(workspace).getPermissions().size());
        assertThrows(BadRequest.class, () -> account().workspaceAssignment().update(update.setPermissions(List.of())));
        assertThrows(NotFound.class, () -> account().workspaceAssignment().list(7));
    }

    private dev.tarn.core.Caller callerOfToken(String name) {
        return byToken(userToken(name));
    }

    @Test
    void nobodyButAnAdministratorEntersAndOnlyTheirOwnAccount() {
        AccountClient ada = account(userToken("ada"), admin.metastore());
        assertThrows(PermissionDenied.class, () -> all(ada.usersV2().list(new ListAccountUsersRequest())));
        assertThrows(
                PermissionDenied.class,
                () -> ada.usersV2().create(new CreateAccountUserRequest().setUserName("x@tarn.test")));
        assertThrows(PermissionDenied.class, () -> all(ada.groupsV2().list(new ListAccountGroupsRequest())));
        assertThrows(PermissionDenied.class, () -> all(ada.workspaces().list()));
        assertThrows(
                PermissionDenied.class,
                () -> all(ada.workspaceAssignment().list(admin.workspace().value())));
        assertThrows(
                PermissionDenied.class,
                () -> ada.servicePrincipalSecrets()
                        .create(new CreateServicePrincipalSecretRequest().setServicePrincipalId("1")));
        AccountClient elsewhere = account(adminToken(), "11111111-2222-3333-4444-555555555555");
        assertThrows(NotFound.class, () -> all(elsewhere.usersV2().list(new ListAccountUsersRequest())));
        assertThrows(NotFound.class, () -> all(elsewhere.workspaces().list()));
    }
}
