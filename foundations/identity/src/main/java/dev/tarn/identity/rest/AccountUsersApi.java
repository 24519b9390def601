package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.AccountUser;
import com.databricks.sdk.service.iam.AccountUsersV2Service;
import com.databricks.sdk.service.iam.CreateAccountUserRequest;
import com.databricks.sdk.service.iam.DeleteAccountUserRequest;
import com.databricks.sdk.service.iam.GetAccountUserRequest;
import com.databricks.sdk.service.iam.ListAccountUsersRequest;
import com.databricks.sdk.service.iam.ListAccountUsersResponse;
import com.databricks.sdk.service.iam.PatchAccountUserRequest;
import com.databricks.sdk.service.iam.UpdateAccountUserRequest;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.PrincipalQuery;
import dev.tarn.identity.Principals;

/** SCIM's users of the account: the same as the workspace's, for account-level clients. */
public final class AccountUsersApi implements AccountUsersV2Service {
    private static final PrincipalKind KIND = PrincipalKind.USER;
    private static final Scim SCIM = new Scim(KIND);

    private final Caller caller;
    private final Principals principals;
    private final String account;

    /** @param account id of the account, which answers repeat */
    public AccountUsersApi(Caller caller, Principals principals, String account) {
        this.caller = caller;
        this.principals = principals;
        this.account = account;
    }

    @Override
    public AccountUser create(CreateAccountUserRequest request) {
        return answer(principals.create(caller, KIND, SCIM.created(request)));
    }

    @Override
    public AccountUser get(GetAccountUserRequest request) {
        return answer(principals.get(caller, KIND, request.getId()));
    }

    @Override
    public ListAccountUsersResponse list(ListAccountUsersRequest request) {
        PrincipalQuery query = SCIM.query(
                request.getFilter(),
                request.getSortBy(),
                request.getSortOrder(),
                request.getStartIndex(),
                request.getCount());
        PrincipalQuery.Result result = principals.list(caller, KIND, query);
        return new ListAccountUsersResponse()
                .setTotalResults(result.total())
                .setStartIndex((long) query.start())
                .setItemsPerPage((long) result.items().size())
                .setResources(result.items().stream()
                        .map(found -> SCIM.resource(
                                found, AccountUser.class, request.getAttributes(), request.getExcludedAttributes()))
                        .map(found -> found.setAccountId(account))
                        .toList());
    }

    @Override
    public void patch(PatchAccountUserRequest request) {
        principals.update(caller, KIND, request.getId(), SCIM.patched(request.getOperations()));
    }

    @Override
    public void update(UpdateAccountUserRequest request) {
        principals.update(caller, KIND, request.getId(), SCIM.replaced(request));
    }

    @Override
    public void delete(DeleteAccountUserRequest request) {
        principals.delete(caller, KIND, request.getId());
    }

    private AccountUser answer(PrincipalDetails details) {
        return SCIM.resource(details, AccountUser.class, null, null).setAccountId(account);
    }
}
