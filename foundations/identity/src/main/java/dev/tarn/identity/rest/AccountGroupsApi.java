package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.AccountGroup;
import com.databricks.sdk.service.iam.AccountGroupsV2Service;
import com.databricks.sdk.service.iam.CreateAccountGroupRequest;
import com.databricks.sdk.service.iam.DeleteAccountGroupRequest;
import com.databricks.sdk.service.iam.GetAccountGroupRequest;
import com.databricks.sdk.service.iam.ListAccountGroupsRequest;
import com.databricks.sdk.service.iam.ListAccountGroupsResponse;
import com.databricks.sdk.service.iam.PatchAccountGroupRequest;
import com.databricks.sdk.service.iam.UpdateAccountGroupRequest;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Principals;

/** SCIM's groups of the account: the same as the workspace's, for account-level clients. */
public final class AccountGroupsApi implements AccountGroupsV2Service {
    private static final PrincipalKind KIND = PrincipalKind.GROUP;
    private static final Scim SCIM = new Scim(KIND);

    private final Caller caller;
    private final Principals principals;
    private final String account;

    /** @param account id of the account, which answers repeat */
    public AccountGroupsApi(Caller caller, Principals principals, String account) {
        this.caller = caller;
        this.principals = principals;
        this.account = account;
    }

    @Override
    public AccountGroup create(CreateAccountGroupRequest request) {
        return answer(principals.create(caller, KIND, SCIM.created(request)));
    }

    @Override
    public AccountGroup get(GetAccountGroupRequest request) {
        return answer(principals.get(caller, KIND, request.getId()));
    }

    @Override
    public ListAccountGroupsResponse list(ListAccountGroupsRequest request) {
        PrincipalQuery query = SCIM.query(
                request.getFilter(),
                request.getSortBy(),
                request.getSortOrder(),
                request.getStartIndex(),
                request.getCount());
        PrincipalQuery.Result result = principals.list(caller, KIND, query);
        return new ListAccountGroupsResponse()
                .setTotalResults(result.total())
                .setStartIndex((long) query.start())
                .setItemsPerPage((long) result.items().size())
                .setResources(result.items().stream()
                        .map(found -> SCIM.resource(
                                found, AccountGroup.class, request.getAttributes(), request.getExcludedAttributes()))
                        .map(found -> found.setAccountId(account))
                        .toList());
    }

    @Override
    public void patch(PatchAccountGroupRequest request) {
        principals.update(caller, KIND, request.getId(), SCIM.patched(request.getOperations()));
    }

    @Override
    public void update(UpdateAccountGroupRequest request) {
        principals.update(caller, KIND, request.getId(), SCIM.replaced(request));
    }

    @Override
    public void delete(DeleteAccountGroupRequest request) {
        principals.delete(caller, KIND, request.getId());
    }

    private AccountGroup answer(PrincipalDetails details) {
        return SCIM.resource(details, AccountGroup.class, null, null).setAccountId(account);
    }
}
