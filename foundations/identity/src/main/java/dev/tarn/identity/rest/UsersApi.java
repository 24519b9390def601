package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.CreateUserRequest;
import com.databricks.sdk.service.iam.DeleteUserRequest;
import com.databricks.sdk.service.iam.GetPasswordPermissionLevelsRequest;
import com.databricks.sdk.service.iam.GetPasswordPermissionLevelsResponse;
import com.databricks.sdk.service.iam.GetPasswordPermissionsRequest;
import com.databricks.sdk.service.iam.GetUserRequest;
import com.databricks.sdk.service.iam.ListResponseSchema;
import com.databricks.sdk.service.iam.ListUsersRequest;
import com.databricks.sdk.service.iam.ListUsersResponse;
import com.databricks.sdk.service.iam.PasswordPermissions;
import com.databricks.sdk.service.iam.PasswordPermissionsRequest;
import com.databricks.sdk.service.iam.PatchUserRequest;
import com.databricks.sdk.service.iam.UpdateUserRequest;
import com.databricks.sdk.service.iam.User;
import com.databricks.sdk.service.iam.UsersV2Service;
import dev.tarn.access.AccessListBodies;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.CredentialPermissions;
import dev.tarn.identity.CredentialPermissions.Kind;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Principals;
import java.util.List;

/** SCIM's users of the workspace, and who of them may sign in with a password. */
public final class UsersApi implements UsersV2Service {
    private static final Scim SCIM = new Scim(PrincipalKind.USER);

    private final Caller caller;
    private final Principals principals;
    private final CredentialPermissions permissions;

    public UsersApi(Caller caller, Principals principals, CredentialPermissions permissions) {
        this.caller = caller;
        this.principals = principals;
        this.permissions = permissions;
    }

    @Override
    public User create(CreateUserRequest request) {
        return answer(principals.create(caller, PrincipalKind.USER, SCIM.created(request)));
    }

    @Override
    public User get(GetUserRequest request) {
        PrincipalDetails found = principals.get(caller, PrincipalKind.USER, request.getId());
        return SCIM.resource(found, User.class, request.getAttributes(), request.getExcludedAttributes());
    }

    @Override
    public ListUsersResponse list(ListUsersRequest request) {
        PrincipalQuery query = SCIM.query(
                request.getFilter(),
                request.getSortBy(),
                request.getSortOrder(),
                request.getStartIndex(),
                request.getCount());
        PrincipalQuery.Result result = principals.list(caller, PrincipalKind.USER, query);
        return new ListUsersResponse()
                .setSchemas(List.of(ListResponseSchema.URN_IETF_PARAMS_SCIM_API_MESSAGES_2_0_LIST_RESPONSE))
                .setTotalResults(result.total())
                .setStartIndex((long) query.start())
                .setItemsPerPage((long) result.items().size())
                .setResources(result.items().stream()
                        .map(found -> SCIM.resource(
                                found, User.class, request.getAttributes(), request.getExcludedAttributes()))
                        .toList());
    }

    @Override
    public void patch(PatchUserRequest request) {
        principals.update(caller, PrincipalKind.USER, request.getId(), SCIM.patched(request.getOperations()));
    }

    @Override
    public void update(UpdateUserRequest request) {
        principals.update(caller, PrincipalKind.USER, request.getId(), SCIM.replaced(request));
    }

    @Override
    public void delete(DeleteUserRequest request) {
        principals.delete(caller, PrincipalKind.USER, request.getId());
    }

    @Override
    public GetPasswordPermissionLevelsResponse getPermissionLevels(GetPasswordPermissionLevelsRequest request) {
        return AccessListBodies.levels(permissions.levels(caller), GetPasswordPermissionLevelsResponse.class);
    }

    @Override
    public PasswordPermissions getPermissions(GetPasswordPermissionsRequest request) {
        return answer(permissions.get(caller, Kind.PASSWORDS));
    }

    @Override
    public PasswordPermissions setPermissions(PasswordPermissionsRequest request) {
        return answer(permissions.set(caller, Kind.PASSWORDS, AccessListBodies.changes(request)));
    }

    @Override
    public PasswordPermissions updatePermissions(PasswordPermissionsRequest request) {
        return answer(permissions.update(caller, Kind.PASSWORDS, AccessListBodies.changes(request)));
    }

    private static PasswordPermissions answer(AccessList list) {
        return AccessListBodies.list(
                list, Kind.PASSWORDS.path(), any -> PermissionLevel.CAN_USE, PasswordPermissions.class);
    }

    private static User answer(PrincipalDetails details) {
        return SCIM.resource(details, User.class, null, null);
    }
}
