package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import java.util.Map;

/**
 * The account that account-level clients name in their paths. A metastore's principals are the account's, so its id is the
 * metastore's; who administers the workspace administers the account.
 */
public final class Accounts {
    private final Audit audit;

    Accounts(Audit audit) {
        this.audit = audit;
    }

    /** Id of the caller's account. */
    public String id(Caller caller) {
        return caller.metastore();
    }

    /**
     * Lets an administrator of the account in; everything below {@code /api/2.0/accounts/{account_id}} passes here first.
     *
     * @throws dev.tarn.core.AppException PERMISSION_DENIED, or RESOURCE_DOES_NOT_EXIST for an account that is not the caller's
     */
    public void enter(Caller caller, String account) {
        if (!caller.workspaceAdmin()) {
            var refusal = IdentityErrors.adminNeeded(caller, "use the account's API");
            audit.record(caller, "accounts", "enterAccount", account, Map.of(), refusal.message());
            throw refusal;
        }
        if (!account.equals(id(caller))) {
            throw IdentityErrors.accountNotFound(account);
        }
    }
}
