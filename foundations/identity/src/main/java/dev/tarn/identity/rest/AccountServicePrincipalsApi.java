package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.AccountServicePrincipal;
import com.databricks.sdk.service.iam.AccountServicePrincipalsV2Service;
import com.databricks.sdk.service.iam.CreateAccountServicePrincipalRequest;
import com.databricks.sdk.service.iam.DeleteAccountServicePrincipalRequest;
import com.databricks.sdk.service.iam.GetAccountServicePrincipalRequest;
import com.databricks.sdk.service.iam.ListAccountServicePrincipalsRequest;
import com.databricks.sdk.service.iam.ListAccountServicePrincipalsResponse;
import com.databricks.sdk.service.iam.PatchAccountServicePrincipalRequest;
import com.databricks.sdk.service.iam.UpdateAccountServicePrincipalRequest;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Principals;

/** SCIM's service principals of the account: the same as the workspace's, for account-level clients. */
public final class AccountServicePrincipalsApi implements AccountServicePrincipalsV2Service {
    private static final PrincipalKind KIND = PrincipalKind.SERVICE_PRINCIPAL;
    private static final Scim SCIM = new Scim(KIND);

    private final Caller caller;
    private final Principals principals;
    private final String account;

    /** @param account id of the account, which answers repeat */
    public AccountServicePrincipalsApi(Caller caller, Principals principals, String account) {
        this.caller = caller;
        this.principals = principals;
        this.account = account;
    }

    @Override
    public AccountServicePrincipal create(CreateAccountServicePrincipalRequest request) {
        return answer(principals.create(caller, KIND, SCIM.created(request)));
    }

    @Override
    public AccountServicePrincipal get(GetAccountServicePrincipalRequest request) {
        return answer(principals.get(caller, KIND, request.getId()));
    }

    @Override
    public ListAccountServicePrincipalsResponse list(ListAccountServicePrincipalsRequest request) {
        PrincipalQuery query = SCIM.query(
                request.getFilter(),
                request.getSortBy(),
                request.getSortOrder(),
                request.getStartIndex(),
                request.getCount());
        PrincipalQuery.Result result = principals.list(caller, KIND, query);
        return new ListAccountServicePrincipalsResponse()
                .setTotalResults(result.total())
                .setStartIndex((long) query.start())
                .setItemsPerPage((long) result.items().size())
                .setResources(result.items().stream()
                        .map(found -> SCIM.resource(
                                found,
                                AccountServicePrincipal.class,
                                request.getAttributes(),
                                request.getExcludedAttributes()))
                        .map(found -> found.setAccountId(account))
                        .toList());
    }

    @Override
    public void patch(PatchAccountServicePrincipalRequest request) {
        principals.update(caller, KIND, request.getId(), SCIM.patched(request.getOperations()));
    }

    @Override
    public void update(UpdateAccountServicePrincipalRequest request) {
        principals.update(caller, KIND, request.getId(), SCIM.replaced(request));
    }

    @Override
    public void delete(DeleteAccountServicePrincipalRequest request) {
        principals.delete(caller, KIND, request.getId());
    }

    private AccountServicePrincipal answer(PrincipalDetails details) {
        return SCIM.resource(details, AccountServicePrincipal.class, null, null).setAccountId(account);
    }
}
