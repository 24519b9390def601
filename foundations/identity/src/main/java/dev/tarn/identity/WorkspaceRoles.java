package dev.tarn.identity;

import dev.tarn.core.Caller;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who administers a workspace: the direct members of the group {@code admins}. Everybody else of the account is a user of all its
 * workspaces. All of it is the administrators'.
 */
public final class WorkspaceRoles {
    /** A principal's role. */
    public record Assignment(PrincipalDetails principal, boolean admin) {}

    private static final String ADMINS = "admins";

    private final Principals principals;
    private final Workspaces workspaces;

    WorkspaceRoles(Principals principals, Workspaces workspaces) {
        this.principals = principals;
        this.workspaces = workspaces;
    }

    /**
     * Checks that the workspace is one of the caller's account.
     *
     * @throws dev.tarn.core.AppException RESOURCE_DOES_NOT_EXIST, PERMISSION_DENIED
     */
    public void requireWorkspace(Caller caller, @Nullable Long workspace) {
        if (!caller.workspaceAdmin()) {
            throw IdentityErrors.adminNeeded(caller, "see or change who administers the workspace");
        }
        if (workspace == null
                || workspaces.list(caller).stream()
                        .noneMatch(known -> known.id().value() == workspace
                                && known.metastore().equals(caller.metastore()))) {
            throw IdentityErrors.workspaceNotFound(String.valueOf(workspace));
        }
    }

    /** Every principal but the groups that hold everybody. */
    public List<Assignment> list(Caller caller, @Nullable Long workspace) {
        requireWorkspace(caller, workspace);
        List<String> admins = adminIds(caller);
        List<Assignment> all = new ArrayList<>();
        for (PrincipalKind kind : PrincipalKind.values()) {
            PrincipalQuery query = PrincipalQuery.all();
            principals.list(caller, kind, query).items().stream()
                    .filter(found -> !found.builtIn())
                    .forEach(found -> all.add(new Assignment(found, admins.contains(found.id()))));
        }
        return all;
    }

    /** Makes a principal an administrator, or a user. */
    public Assignment assign(Caller caller, @Nullable Long workspace, String principalId, boolean admin) {
        Assignment current = list(caller, workspace).stream()
                .filter(assignment -> assignment.principal().id().equals(principalId))
                .findFirst()
                .orElseThrow(() -> IdentityErrors.principalNotFound(PrincipalKind.USER, principalId));
        if (current.admin() != admin) {
            principals.update(caller, PrincipalKind.GROUP, admins(caller).id(), before -> {
                List<String> members = new ArrayList<>(
                        before.members().stream().map(Principal::id).toList());
                if (admin) {
                    members.add(principalId);
                } else {
                    members.remove(principalId);
                }
                return new PrincipalDraft(before.profile(), java.util.Optional.of(members));
            });
        }
        return new Assignment(current.principal(), admin);
    }

    private PrincipalDetails admins(Caller caller) {
        return principals.list(caller, PrincipalKind.GROUP, PrincipalQuery.all()).items().stream()
                .filter(group -> group.builtIn() && group.principal().name().equals(ADMINS))
                .findFirst()
                .orElseThrow();
    }

    private List<String> adminIds(Caller caller) {
        return admins(caller).members().stream().map(Principal::id).toList();
    }
}
