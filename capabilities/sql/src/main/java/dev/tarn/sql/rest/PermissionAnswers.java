package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.GetWarehousePermissionLevelsResponse;
import com.databricks.sdk.service.sql.WarehouseAccessControlRequest;
import com.databricks.sdk.service.sql.WarehouseAccessControlResponse;
import com.databricks.sdk.service.sql.WarehousePermission;
import com.databricks.sdk.service.sql.WarehousePermissionLevel;
import com.databricks.sdk.service.sql.WarehousePermissions;
import com.databricks.sdk.service.sql.WarehousePermissionsDescription;
import com.databricks.sdk.service.sql.WarehousePermissionsRequest;
import dev.tarn.access.ObjectPermissions.AccessList;
import dev.tarn.access.ObjectPermissions.Change;
import dev.tarn.access.ObjectPermissions.Held;
import dev.tarn.access.ObjectPermissions.Line;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.PrincipalKind;
import dev.tarn.sql.Warehouse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A warehouse's access control list between the SDK's classes and the access room's. */
final class PermissionAnswers {
    private PermissionAnswers() {}

    static GetWarehousePermissionLevelsResponse levels() {
        return new GetWarehousePermissionLevelsResponse()
                .setPermissionLevels(Warehouse.TYPE.levels().stream()
                        .map(level -> new WarehousePermissionsDescription()
                                .setPermissionLevel(level(level.level()))
                                .setDescription(level.description()))
                        .toList());
    }

    static WarehousePermissions list(AccessList list) {
        return new WarehousePermissions()
                .setObjectId(list.objectId())
                .setObjectType(list.type().name())
                .setAccessControlList(
                        list.lines().stream().map(PermissionAnswers::line).toList());
    }

    static List<Change> changes(WarehousePermissionsRequest request) {
        if (request.getAccessControlList() == null) {
            return List.of();
        }
        return request.getAccessControlList().stream()
                .map(PermissionAnswers::change)
                .toList();
    }

    private static Change change(@Nullable WarehouseAccessControlRequest entry) {
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

    private static WarehouseAccessControlResponse line(Line line) {
        WarehouseAccessControlResponse response = new WarehouseAccessControlResponse()
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

    private static WarehousePermission permission(Held held) {
        WarehousePermission permission = new WarehousePermission()
                .setPermissionLevel(level(held.level()))
                .setInherited(held.inheritedFrom().isPresent());
        held.inheritedFrom().ifPresent(from -> permission.setInheritedFromObject(List.of(from)));
        return permission;
    }

    private static WarehousePermissionLevel level(PermissionLevel level) {
        return WarehousePermissionLevel.valueOf(level.name());
    }
}
