package dev.tarn.access.rest;

import com.databricks.sdk.service.iam.AccessControlRequest;
import com.databricks.sdk.service.iam.AccessControlResponse;
import com.databricks.sdk.service.iam.GetPermissionLevelsRequest;
import com.databricks.sdk.service.iam.GetPermissionLevelsResponse;
import com.databricks.sdk.service.iam.GetPermissionRequest;
import com.databricks.sdk.service.iam.ObjectPermissions;
import com.databricks.sdk.service.iam.Permission;
import com.databricks.sdk.service.iam.PermissionsDescription;
import com.databricks.sdk.service.iam.PermissionsService;
import com.databricks.sdk.service.iam.SetObjectPermissions;
import com.databricks.sdk.service.iam.UpdateObjectPermissions;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.ObjectPermissions.Change;
import dev.tarn.access.ObjectPermissions.Held;
import dev.tarn.access.ObjectPermissions.Line;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Permissions API of workspace objects, for every type that rooms have registered. */
public final class PermissionsApi implements PermissionsService {
    private static final int MOST = 1_000;

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
        return new GetPermissionLevelsResponse()
                .setPermissionLevels(
                        permissions
                                .levels(caller, request.getRequestObjectType(), request.getRequestObjectId())
                                .stream()
                                .map(level -> new PermissionsDescription()
                                        .setPermissionLevel(wire(level.level()))
                                        .setDescription(level.description()))
                                .toList());
    }

    @Override
    public ObjectPermissions set(SetObjectPermissions request) {
        return answer(permissions.set(
                caller,
                request.getRequestObjectType(),
                request.getRequestObjectId(),
                changes(request.getAccessControlList())));
    }

    @Override
    public ObjectPermissions update(UpdateObjectPermissions request) {
        return answer(permissions.update(
                caller,
                request.getRequestObjectType(),
                request.getRequestObjectId(),
                changes(request.getAccessControlList())));
    }

    private static List<Change> changes(@Nullable Collection<AccessControlRequest> list) {
        List<Change> changes = new ArrayList<>();
        if (list == null) {
            return changes;
        }
        if (list.size() > MOST) {
            throw AppException.invalid("'access_control_list' holds at most " + MOST + " entries.");
        }
        for (AccessControlRequest entry : list) {
            if (entry.getPermissionLevel() == null) {
                throw AppException.invalid("An entry of 'access_control_list' has no 'permission_level'.");
            }
            PermissionLevel level =
                    PermissionLevel.valueOf(entry.getPermissionLevel().name());
            List<Change> named = new ArrayList<>();
            add(named, PrincipalKind.USER, entry.getUserName(), level);
            add(named, PrincipalKind.GROUP, entry.getGroupName(), level);
            add(named, PrincipalKind.SERVICE_PRINCIPAL, entry.getServicePrincipalName(), level);
            if (named.size() != 1) {
                throw AppException.invalid(
                        "An entry of 'access_control_list' names one of 'user_name', 'group_name' and 'service_principal_name'.");
            }
            changes.addAll(named);
        }
        return changes;
    }

    private static void add(List<Change> changes, PrincipalKind kind, @Nullable String name, PermissionLevel level) {
        if (name != null && !name.isEmpty()) {
            changes.add(new Change(kind, name, level));
        }
    }

    private static ObjectPermissions answer(AccessList list) {
        return new ObjectPermissions()
                .setObjectId(list.objectId())
                .setObjectType(list.type().name())
                .setAccessControlList(
                        list.lines().stream().map(PermissionsApi::line).toList());
    }

    private static AccessControlResponse line(Line line) {
        AccessControlResponse response = new AccessControlResponse()
                .setAllPermissions(
                        line.levels().stream().map(PermissionsApi::permission).toList());
        String name = line.principal().name();
        return switch (line.principal().kind()) {
            case USER -> response.setUserName(name).setDisplayName(line.displayName());
            case SERVICE_PRINCIPAL -> response.setServicePrincipalName(name).setDisplayName(line.displayName());
            case GROUP -> response.setGroupName(name);
        };
    }

    private static Permission permission(Held held) {
        Permission permission = new Permission()
                .setPermissionLevel(wire(held.level()))
                .setInherited(held.inheritedFrom().isPresent());
        held.inheritedFrom().ifPresent(from -> permission.setInheritedFromObject(List.of(from)));
        return permission;
    }

    private static com.databricks.sdk.service.iam.PermissionLevel wire(PermissionLevel level) {
        return com.databricks.sdk.service.iam.PermissionLevel.valueOf(level.name());
    }
}
