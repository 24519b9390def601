package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.DeleteWorkspaceAssignmentRequest;
import com.databricks.sdk.service.iam.GetWorkspaceAssignmentRequest;
import com.databricks.sdk.service.iam.ListWorkspaceAssignmentRequest;
import com.databricks.sdk.service.iam.PermissionAssignment;
import com.databricks.sdk.service.iam.PermissionAssignments;
import com.databricks.sdk.service.iam.PermissionOutput;
import com.databricks.sdk.service.iam.PrincipalOutput;
import com.databricks.sdk.service.iam.UpdateWorkspaceAssignments;
import com.databricks.sdk.service.iam.WorkspaceAssignmentService;
import com.databricks.sdk.service.iam.WorkspacePermission;
import com.databricks.sdk.service.iam.WorkspacePermissions;
import dev.tarn.contract.NotServed;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Principal;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.WorkspaceRoles;
import java.util.Collection;
import java.util.List;

/** Who is user and who administrator of a workspace. Everybody of the account is a user of its workspaces, so nobody is unassigned. */
public final class WorkspaceAssignmentApi implements WorkspaceAssignmentService {
    private final Caller caller;
    private final WorkspaceRoles roles;

    public WorkspaceAssignmentApi(Caller caller, WorkspaceRoles roles) {
        this.caller = caller;
        this.roles = roles;
    }

    @Override
    public WorkspacePermissions get(GetWorkspaceAssignmentRequest request) {
        roles.requireWorkspace(caller, request.getWorkspaceId());
        return new WorkspacePermissions()
                .setPermissions(List.of(
                        new PermissionOutput()
                                .setPermissionLevel(WorkspacePermission.USER)
                                .setDescription("Can use the workspace"),
                        new PermissionOutput()
                                .setPermissionLevel(WorkspacePermission.ADMIN)
                                .setDescription("Can administer the workspace")));
    }

    @Override
    public PermissionAssignments list(ListWorkspaceAssignmentRequest request) {
        return new PermissionAssignments()
                .setPermissionAssignments(roles.list(caller, request.getWorkspaceId()).stream()
                        .map(WorkspaceAssignmentApi::answer)
                        .toList());
    }

    @Override
    public PermissionAssignment update(UpdateWorkspaceAssignments request) {
        return answer(roles.assign(
                caller,
                request.getWorkspaceId(),
                String.valueOf(request.getPrincipalId()),
                admin(request.getPermissions())));
    }

    @Override
    @NotServed
    public void delete(DeleteWorkspaceAssignmentRequest request) {
        throw new UnsupportedOperationException("Everybody of the account is a user of its workspaces");
    }

    private static boolean admin(Collection<WorkspacePermission> wanted) {
        if (wanted == null || wanted.size() != 1 || wanted.contains(WorkspacePermission.UNKNOWN)) {
            throw AppException.invalid(
                    "'permissions' is one of [ADMIN] and [USER]. Everybody of the account is a user: deactivate whom you want to keep out.");
        }
        return wanted.contains(WorkspacePermission.ADMIN);
    }

    private static PermissionAssignment answer(WorkspaceRoles.Assignment assignment) {
        PrincipalDetails details = assignment.principal();
        Principal principal = details.principal();
        PrincipalOutput output = new PrincipalOutput()
                .setPrincipalId(Long.parseLong(principal.id()))
                .setDisplayName(details.profile().displayName());
        switch (principal.kind()) {
            case USER -> output.setUserName(principal.name());
            case GROUP -> output.setGroupName(principal.name());
            case SERVICE_PRINCIPAL -> output.setServicePrincipalName(principal.name());
        }
        return new PermissionAssignment()
                .setPrincipal(output)
                .setPermissions(List.of(assignment.admin() ? WorkspacePermission.ADMIN : WorkspacePermission.USER));
    }
}
