package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.error.platform.BadRequest;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.Unauthenticated;
import com.databricks.sdk.service.iam.CreateServicePrincipalRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.PasswordAccessControlRequest;
import com.databricks.sdk.service.iam.PasswordPermissionLevel;
import com.databricks.sdk.service.iam.PasswordPermissionsRequest;
import com.databricks.sdk.service.settings.CreateOboTokenRequest;
import com.databricks.sdk.service.settings.CreateTokenRequest;
import com.databricks.sdk.service.settings.TokenAccessControlRequest;
import com.databricks.sdk.service.settings.TokenPermissionLevel;
import com.databricks.sdk.service.settings.TokenPermissionsRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may make and use tokens, and who may sign in with a password, as the official SDK sets it. */
class CredentialPermissionsTest extends WindowsFixture {
    private static TokenPermissionsRequest tokens(String... users) {
        return new TokenPermissionsRequest()
                .setAccessControlList(List.of(users).stream()
                        .map(user -> new TokenAccessControlRequest()
                                .setUserName(user)
                                .setPermissionLevel(TokenPermissionLevel.CAN_USE))
                        .toList());
    }

    private List<String> listed() {
        return sdk().tokenManagement().getPermissions().getAccessControlList().stream()
                .map(line -> line.getUserName() == null ? line.getGroupName() : line.getUserName())
                .sorted()
                .toList();
    }

    private String me(String token) {
        return sdk(token).currentUser().me(new MeRequest()).getUserName();
    }

    @Test
    void everybodyMayHaveTokensUntilTheListSaysOtherwise() {
        assertEquals(List.of("admins", "users"), listed());
        assertEquals(
                "/authorization/tokens",
                sdk().tokenManagement().getPermissions().getObjectId());
        assertEquals("tokens", sdk().tokenManagement().getPermissions().getObjectType());
        String hers = sdk(userToken("ada"))
                .tokens()
                .create(new CreateTokenRequest().setComment("hers"))
                .getTokenValue();
        sdk(userToken("bob")).currentUser().me(new MeRequest());
        sdk().tokenManagement().setPermissions(tokens("bob@tarn.test"));
        assertEquals(List.of("admins", "bob@tarn.test"), listed());
        assertThrows(Unauthenticated.class, () -> me(hers));
        assertEquals("bob@tarn.test", me(userToken("bob")));
        assertEquals("admin@tarn.test", me(adminToken()));
        sdk().tokenManagement().updatePermissions(tokens("ada@tarn.test"));
        assertEquals("ada@tarn.test", me(hers));
    }

    @Test
    void nobodyMakesATokenWithoutThePermission() {
        me(userToken("ada"));
        var robot = sdk().servicePrincipalsV2().create(new CreateServicePrincipalRequest().setDisplayName("robot"));
        sdk().tokenManagement().setPermissions(new TokenPermissionsRequest().setAccessControlList(List.of()));
        assertThrows(Unauthenticated.class, () -> sdk(userToken("ada")).tokens().create(new CreateTokenRequest()));
        var refused = assertThrows(
                PermissionDenied.class,
                () -> sdk().tokenManagement()
                        .createOboToken(new CreateOboTokenRequest().setApplicationId(robot.getApplicationId())));
        assertTrue(refused.getMessage().contains("CAN_USE"), refused.getMessage());
        sdk().tokens().create(new CreateTokenRequest());
    }

    @Test
    void whoSignsInOtherwiseIsRefusedATokenAllTheSame() {
        sdk().tokenManagement().getPermissions();
        sdk().tokenManagement().setPermissions(new TokenPermissionsRequest().setAccessControlList(List.of()));
        PrincipalDetails ada = user("ada@x");
        Optional<dev.tarn.core.Caller> session = identity.authentications().standIn(admin, ada.id());
        assertEquals(
                dev.tarn.core.ErrorKind.PERMISSION_DENIED,
                kind(() -> identity.tokens().create(session.orElseThrow(), "", Optional.empty())));
    }

    @Test
    void passwordsHaveAListOfTheirOwn() {
        me(userToken("ada"));
        var list = sdk().usersV2()
                .setPermissions(new PasswordPermissionsRequest()
                        .setAccessControlList(List.of(new PasswordAccessControlRequest()
                                .setUserName("ada@tarn.test")
                                .setPermissionLevel(PasswordPermissionLevel.CAN_USE))));
        assertEquals("/authorization/passwords", list.getObjectId());
        assertEquals(List.of("admins", "users"), listed());
        assertEquals(
                1,
                sdk().tokenManagement()
                        .getPermissionLevels()
                        .getPermissionLevels()
                        .size());
        var levels = json(call("GET", "/api/2.0/permissions/authorization/passwords/permissionLevels", ""));
        assertEquals(
                "CAN_USE", levels.at("/permission_levels/0/permission_level").asText());
    }

    @Test
    void onlyAdministratorsSeeAndChangeTheLists() {
        WorkspaceClient ada = sdk(userToken("ada"));
        assertThrows(PermissionDenied.class, () -> ada.tokenManagement().getPermissions());
        assertThrows(PermissionDenied.class, () -> ada.tokenManagement().getPermissionLevels());
        assertThrows(PermissionDenied.class, () -> ada.tokenManagement().setPermissions(tokens("ada@tarn.test")));
        assertThrows(PermissionDenied.class, () -> ada.tokenManagement().updatePermissions(tokens("ada@tarn.test")));
        for (String method : List.of("GET", "PUT", "PATCH")) {
            var answer = call(userToken("ada"), method, "/api/2.0/permissions/authorization/passwords", "{}");
            assertEquals(403, answer.statusCode(), method);
        }
    }

    @Test
    void anEntryNamesOnePrincipalThatThereIs() {
        assertThrows(
                BadRequest.class,
                () -> sdk().tokenManagement()
                        .setPermissions(new TokenPermissionsRequest()
                                .setAccessControlList(List.of(new TokenAccessControlRequest()
                                        .setPermissionLevel(TokenPermissionLevel.CAN_USE)))));
        int unknown = call(
                        "PATCH",
                        "/api/2.0/permissions/authorization/tokens",
                        "{\"access_control_list\":[{\"user_name\":\"no@body\",\"permission_level\":\"CAN_USE\"}]}")
                .statusCode();
        assertTrue(unknown == 400 || unknown == 404, String.valueOf(unknown));
    }
}
