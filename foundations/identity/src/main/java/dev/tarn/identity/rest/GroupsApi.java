package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.CreateGroupRequest;
import com.databricks.sdk.service.iam.DeleteGroupRequest;
import com.databricks.sdk.service.iam.GetGroupRequest;
import com.databricks.sdk.service.iam.Group;
import com.databricks.sdk.service.iam.GroupsV2Service;
import com.databricks.sdk.service.iam.ListGroupsRequest;
import com.databricks.sdk.service.iam.ListGroupsResponse;
import com.databricks.sdk.service.iam.ListResponseSchema;
import com.databricks.sdk.service.iam.PatchGroupRequest;
import com.databricks.sdk.service.iam.UpdateGroupRequest;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Principals;
import java.util.List;

/** SCIM's groups of the workspace. */
public final class GroupsApi implements GroupsV2Service {
    private static final Scim SCIM = new Scim(PrincipalKind.GROUP);

    private final Caller caller;
    private final Principals principals;

    public GroupsApi(Caller caller, Principals principals) {
        this.caller = caller;
        this.principals = principals;
    }

    @Override
    public Group create(CreateGroupRequest request) {
        return answer(principals.create(caller, PrincipalKind.GROUP, SCIM.created(request)));
    }

    @Override
    public Group get(GetGroupRequest request) {
        PrincipalDetails found = principals.get(caller, PrincipalKind.GROUP, request.getId());
        return answer(found);
    }

    @Override
    public ListGroupsResponse list(ListGroupsRequest request) {
        PrincipalQuery query = SCIM.query(
                request.getFilter(),
                request.getSortBy(),
                request.getSortOrder(),
                request.getStartIndex(),
                request.getCount());
        PrincipalQuery.Result result = principals.list(caller, PrincipalKind.GROUP, query);
        return new ListGroupsResponse()
                .setSchemas(List.of(ListResponseSchema.URN_IETF_PARAMS_SCIM_API_MESSAGES_2_0_LIST_RESPONSE))
                .setTotalResults(result.total())
                .setStartIndex((long) query.start())
                .setItemsPerPage((long) result.items().size())
                .setResources(result.items().stream()
                        .map(found -> SCIM.resource(
                                found, Group.class, request.getAttributes(), request.getExcludedAttributes()))
                        .toList());
    }

    @Override
    public void patch(PatchGroupRequest request) {
        principals.update(caller, PrincipalKind.GROUP, request.getId(), SCIM.patched(request.getOperations()));
    }

    @Override
    public void update(UpdateGroupRequest request) {
        principals.update(caller, PrincipalKind.GROUP, request.getId(), SCIM.replaced(request));
    }

    @Override
    public void delete(DeleteGroupRequest request) {
        principals.delete(caller, PrincipalKind.GROUP, request.getId());
    }

    private static Group answer(PrincipalDetails details) {
        return SCIM.resource(details, Group.class, null, null);
    }
}
