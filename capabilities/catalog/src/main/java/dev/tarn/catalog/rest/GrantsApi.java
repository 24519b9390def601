package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.EffectivePermissionsList;
import com.databricks.sdk.service.catalog.EffectivePrivilege;
import com.databricks.sdk.service.catalog.EffectivePrivilegeAssignment;
import com.databricks.sdk.service.catalog.GetEffectiveRequest;
import com.databricks.sdk.service.catalog.GetGrantRequest;
import com.databricks.sdk.service.catalog.GetPermissionsResponse;
import com.databricks.sdk.service.catalog.GrantsService;
import com.databricks.sdk.service.catalog.ListEffectivePrivilegeAssignmentsRequest;
import com.databricks.sdk.service.catalog.ListEffectivePrivilegeAssignmentsResponse;
import com.databricks.sdk.service.catalog.ListPrivilegeAssignmentsRequest;
import com.databricks.sdk.service.catalog.ListPrivilegeAssignmentsResponse;
import com.databricks.sdk.service.catalog.PermissionsChange;
import com.databricks.sdk.service.catalog.PrivilegeAssignment;
import com.databricks.sdk.service.catalog.UpdatePermissions;
import com.databricks.sdk.service.catalog.UpdatePermissionsResponse;
import dev.tarn.access.Grants;
import dev.tarn.access.Privilege;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.CatalogGrants;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Unity Catalog's REST API for privileges on any securable. */
public final class GrantsApi implements GrantsService {
    private final Caller caller;
    private final CatalogGrants grants;

    public GrantsApi(Caller caller, CatalogGrants grants) {
        this.caller = caller;
        this.grants = grants;
    }

    @Override
    public GetPermissionsResponse get(GetGrantRequest request) {
        return new GetPermissionsResponse()
                .setPrivilegeAssignments(assignments(grants.list(
                        caller,
                        SecurableType.parse(request.getSecurableType()),
                        request.getFullName(),
                        Answers.given(request.getPrincipal()))));
    }

    @Override
    public EffectivePermissionsList getEffective(GetEffectiveRequest request) {
        return new EffectivePermissionsList()
                .setPrivilegeAssignments(effective(
                        request.getSecurableType(), request.getFullName(), Answers.given(request.getPrincipal())));
    }

    private List<EffectivePrivilegeAssignment> effective(String type, String name, Optional<String> principal) {
        Map<String, List<EffectivePrivilege>> byPrincipal = new LinkedHashMap<>();
        for (Grants.Effective effective : grants.effective(caller, SecurableType.parse(type), name, principal)) {
            byPrincipal
                    .computeIfAbsent(effective.principal().name(), any -> new ArrayList<>())
                    .add(new EffectivePrivilege()
                            .setPrivilege(sdk(effective.privilege()))
                            .setInheritedFromType(effective
                                    .inheritedType()
                                    .map(from -> com.databricks.sdk.service.catalog.SecurableType.valueOf(from.name()))
                                    .orElse(null))
                            .setInheritedFromName(effective.inheritedFrom().orElse(null)));
        }
        return byPrincipal.entrySet().stream()
                .map(entry -> new EffectivePrivilegeAssignment()
                        .setPrincipal(entry.getKey())
                        .setPrivileges(entry.getValue()))
                .toList();
    }

    @Override
    public UpdatePermissionsResponse update(UpdatePermissions request) {
        List<Grants.Change> changes = new ArrayList<>();
        if (request.getChanges() != null) {
            for (PermissionsChange change : request.getChanges()) {
                if (change.getPrincipal() == null) {
                    throw AppException.invalid("Each change needs a 'principal'.");
                }
                changes.add(new Grants.Change(change.getPrincipal(), ours(change.getAdd()), ours(change.getRemove())));
            }
        }
        List<Grants.Assignment> after =
                grants.change(caller, SecurableType.parse(request.getSecurableType()), request.getFullName(), changes);
        return new UpdatePermissionsResponse().setPrivilegeAssignments(assignments(after));
    }

    @Override
    public ListPrivilegeAssignmentsResponse list(ListPrivilegeAssignmentsRequest request) {
        Page<PrivilegeAssignment> page = page(
                assignments(grants.list(
                        caller,
                        SecurableType.parse(request.getSecurableType()),
                        request.getFullName(),
                        Answers.given(request.getPrincipal()))),
                PageRequest.of(request.getPageSize(), request.getPageToken()),
                PrivilegeAssignment::getPrincipal);
        return new ListPrivilegeAssignmentsResponse()
                .setPrivilegeAssignments(page.items())
                .setNextPageToken(Answers.next(page));
    }

    @Override
    public ListEffectivePrivilegeAssignmentsResponse listEffective(ListEffectivePrivilegeAssignmentsRequest request) {
        Page<EffectivePrivilegeAssignment> page = page(
                effective(request.getSecurableType(), request.getFullName(), Answers.given(request.getPrincipal())),
                PageRequest.of(request.getPageSize(), request.getPageToken()),
                EffectivePrivilegeAssignment::getPrincipal);
        return new ListEffectivePrivilegeAssignmentsResponse()
                .setEffectivePrivilegeAssignments(page.items())
                .setNextPageToken(Answers.next(page));
    }

    private static <T> Page<T> page(List<T> all, PageRequest page, Function<T, String> key) {
        return Page.of(
                all.stream()
                        .filter(item -> key.apply(item).compareTo(page.after()) > 0)
                        .sorted(Comparator.comparing(key))
                        .limit(page.size() + 1L)
                        .toList(),
                page,
                key);
    }

    private static List<PrivilegeAssignment> assignments(List<Grants.Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> new PrivilegeAssignment()
                        .setPrincipal(assignment.principal().name())
                        .setPrivileges(assignment.privileges().stream()
                                .map(GrantsApi::sdk)
                                .toList()))
                .toList();
    }

    private static com.databricks.sdk.service.catalog.Privilege sdk(Privilege privilege) {
        return com.databricks.sdk.service.catalog.Privilege.valueOf(privilege.name());
    }

    private static Set<Privilege> ours(@Nullable Collection<com.databricks.sdk.service.catalog.Privilege> privileges) {
        Set<Privilege> set = EnumSet.noneOf(Privilege.class);
        if (privileges != null) {
            privileges.forEach(privilege -> set.add(Privilege.parse(privilege.name())));
        }
        return set;
    }
}
