package dev.tarn.access.rest;

import com.databricks.sdk.service.iam.GetPermissionLevelsRequest;
import com.databricks.sdk.service.iam.GetPermissionLevelsResponse;
import com.databricks.sdk.service.iam.GetPermissionRequest;
import com.databricks.sdk.service.iam.ObjectPermissions;
import com.databricks.sdk.service.iam.PermissionsService;
import com.databricks.sdk.service.iam.SetObjectPermissions;
import com.databricks.sdk.service.iam.UpdateObjectPermissions;
import dev.tarn.access.AccessListBodies;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.core.Caller;

/** The Permissions API of workspace objects, for every type that rooms have registered. */
public final class PermissionsApi implements PermissionsService {
    private final Caller caller;
    private final dev.tarn.access.ObjectPermissions permissions;

    public PermissionsApi(Caller caller, dev.tarn.access.ObjectPermissions permissions) {
        this.caller = caller;
        this.permissions = permissions;
    }

    @Override
    public ObjectPermissions get(GetPermissionRequest request) {
        return answer(permissions.get(caller, request.getRequestObjectType(), request.getRequestObjectId()));
    }

    @Override
    public GetPermissionLevelsResponse getPermissionLevels(GetPermissionLevelsRequest request) {
        return AccessListBodies.levels(
                permissions.levels(caller, request.getRequestObjectType(), request.getRequestObjectId()),
                GetPermissionLevelsResponse.class);
    }

    @Override
    public ObjectPermissions set(SetObjectPermissions request) {
        return answer(permissions.set(
                caller,
                request.getRequestObjectType(),
                request.getRequestObjectId(),
                AccessListBodies.changes(request)));
    }

    @Override
    public ObjectPermissions update(UpdateObjectPermissions request) {
        return answer(permissions.update(
                caller,
                request.getRequestObjectType(),
                request.getRequestObjectId(),
                AccessListBodies.changes(request)));
    }

    private static ObjectPermissions answer(AccessList list) {
        return AccessListBodies.list(list, ObjectPermissions.class);
    }
}
