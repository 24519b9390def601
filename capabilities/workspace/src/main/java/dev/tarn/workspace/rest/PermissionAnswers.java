package dev.tarn.workspace.rest;

import com.databricks.sdk.service.workspace.GetWorkspaceObjectPermissionLevelsResponse;
import com.databricks.sdk.service.workspace.WorkspaceObjectAccessControlRequest;
import com.databricks.sdk.service.workspace.WorkspaceObjectAccessControlResponse;
import com.databricks.sdk.service.workspace.WorkspaceObjectPermission;
import com.databricks.sdk.service.workspace.WorkspaceObjectPermissionLevel;
import com.databricks.sdk.service.workspace.WorkspaceObjectPermissions;
import com.databricks.sdk.service.workspace.WorkspaceObjectPermissionsDescription;
import com.databricks.sdk.service.workspace.WorkspaceObjectPermissionsRequest;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.ObjectPermissions.Change;
import dev.tarn.access.ObjectPermissions.Held;
import dev.tarn.access.ObjectPermissions.Line;
import dev.tarn.access.ObjectType;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.PrincipalKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object's access control list between the SDK's classes and the access room's. */
final class PermissionAnswers {
    private PermissionAnswers() {}

    static GetWorkspaceObjectPermissionLevelsResponse levels(List<ObjectType.Level> levels) {
        return new GetWorkspaceObjectPermissionLevelsResponse()
                .setPermissionLevels(levels.stream()
                        .map(level -> new WorkspaceObjectPermissionsDescription()
                                .setPermissionLevel(level(level.level()))
                                .setDescription(level.description()))
                        .toList());
    }

    static WorkspaceObjectPermissions list(AccessList list) {
        return new WorkspaceObjectPermissions()
                .setObjectId(list.objectId())
                .setObjectType(list.type().name())
                .setAccessControlList(
                        list.lines().stream().map(PermissionAnswers::line).toList());
    }

    static List<Change> changes(WorkspaceObjectPermissionsRequest request) {
        if (request.getAccessControlList() == null) {
            return List.of();
        }
        return request.getAccessControlList().stream()
                .map(PermissionAnswers::change)
                .toList();
    }

    private static Change change(@Nullable WorkspaceObjectAccessControlRequest entry) {
        if (entry == null || entry.getPermissionLevel() == null) {
            throw AppException.invalid("An entry of 'access_control_list' has no 'permission_level'.");
        }
        PermissionLevel level =
                PermissionLevel.valueOf(entry.getPermissionLevel().name());
        if (entry.getUserName() != null) {
            return new Change(PrincipalKind.USER, entry.getUserName(), level);
        }
        if (entry.getGroupName() != null) {
            return new Change(PrincipalKind.GROUP, entry.getGroupName(), level);
        }
        if (entry.getServicePrincipalName() != null) {
            return new Change(PrincipalKind.SERVICE_PRINCIPAL, entry.getServicePrincipalName(), level);
        }
        throw AppException.invalid(
                "An entry of 'access_control_list' names nobody: send user_name, group_name or service_principal_name.");
    }

    private static WorkspaceObjectAccessControlResponse line(Line line) {
        WorkspaceObjectAccessControlResponse response = new WorkspaceObjectAccessControlResponse()
                .setDisplayName(line.displayName())
                .setAllPermissions(line.levels().stream()
                        .map(PermissionAnswers::permission)
                        .toList());
        String name = line.principal().name();
        return switch (line.principal().kind()) {
            case USER -> response.setUserName(name);
            case GROUP -> response.setGroupName(name);
            case SERVICE_PRINCIPAL -> response.setServicePrincipalName(name);
        };
    }

    private static WorkspaceObjectPermission permission(Held held) {
        WorkspaceObjectPermission permission = new WorkspaceObjectPermission()
                .setPermissionLevel(level(held.level()))
                .setInherited(held.inheritedFrom().isPresent());
        held.inheritedFrom().ifPresent(from -> permission.setInheritedFromObject(List.of(from)));
        return permission;
    }

    private static WorkspaceObjectPermissionLevel level(PermissionLevel level) {
        return WorkspaceObjectPermissionLevel.valueOf(level.name());
    }
}
