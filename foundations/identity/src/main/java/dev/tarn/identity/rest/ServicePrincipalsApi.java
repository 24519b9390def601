package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.CreateServicePrincipalRequest;
import com.databricks.sdk.service.iam.DeleteServicePrincipalRequest;
import com.databricks.sdk.service.iam.GetServicePrincipalRequest;
import com.databricks.sdk.service.iam.ListResponseSchema;
import com.databricks.sdk.service.iam.ListServicePrincipalResponse;
import com.databricks.sdk.service.iam.ListServicePrincipalsRequest;
import com.databricks.sdk.service.iam.PatchServicePrincipalRequest;
import com.databricks.sdk.service.iam.ServicePrincipal;
import com.databricks.sdk.service.iam.ServicePrincipalsV2Service;
import com.databricks.sdk.service.iam.UpdateServicePrincipalRequest;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Principals;
import java.util.List;

/** SCIM's service principals of the workspace. */
public final class ServicePrincipalsApi implements ServicePrincipalsV2Service {
    private static final Scim SCIM = new Scim(PrincipalKind.SERVICE_PRINCIPAL);

    private final Caller caller;
    private final Principals principals;

    public ServicePrincipalsApi(Caller caller, Principals principals) {
        this.caller = caller;
        this.principals = principals;
    }

    @Override
    public ServicePrincipal create(CreateServicePrincipalRequest request) {
        return answer(principals.create(caller, PrincipalKind.SERVICE_PRINCIPAL, SCIM.created(request)));
    }

    @Override
    public ServicePrincipal get(GetServicePrincipalRequest request) {
        PrincipalDetails found = principals.get(caller, PrincipalKind.SERVICE_PRINCIPAL, request.getId());
        return answer(found);
    }

    @Override
    public ListServicePrincipalResponse list(ListServicePrincipalsRequest request) {
        PrincipalQuery query = SCIM.query(
                request.getFilter(),
                request.getSortBy(),
                request.getSortOrder(),
                request.getStartIndex(),
                request.getCount());
        PrincipalQuery.Result result = principals.list(caller, PrincipalKind.SERVICE_PRINCIPAL, query);
        return new ListServicePrincipalResponse()
                .setSchemas(List.of(ListResponseSchema.URN_IETF_PARAMS_SCIM_API_MESSAGES_2_0_LIST_RESPONSE))
                .setTotalResults(result.total())
                .setStartIndex((long) query.start())
                .setItemsPerPage((long) result.items().size())
                .setResources(result.items().stream()
                        .map(found -> SCIM.resource(
                                found,
                                ServicePrincipal.class,
                                request.getAttributes(),
                                request.getExcludedAttributes()))
                        .toList());
    }

    @Override
    public void patch(PatchServicePrincipalRequest request) {
        principals.update(
                caller, PrincipalKind.SERVICE_PRINCIPAL, request.getId(), SCIM.patched(request.getOperations()));
    }

    @Override
    public void update(UpdateServicePrincipalRequest request) {
        principals.update(caller, PrincipalKind.SERVICE_PRINCIPAL, request.getId(), SCIM.replaced(request));
    }

    @Override
    public void delete(DeleteServicePrincipalRequest request) {
        principals.delete(caller, PrincipalKind.SERVICE_PRINCIPAL, request.getId());
    }

    private static ServicePrincipal answer(PrincipalDetails details) {
        return SCIM.resource(details, ServicePrincipal.class, null, null);
    }
}
