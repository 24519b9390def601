package dev.tarn.identity.rest;

import com.databricks.sdk.service.iam.CurrentUserService;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.iam.User;
import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalDetails;
import dev.tarn.identity.Principals;

/** Who am I: the first call of most clients. A service principal appears as a user whose name is its application id, as the vendor has it. */
public final class CurrentUserApi implements CurrentUserService {
    private static final Scim SCIM = new Scim(PrincipalKind.USER);

    private final Caller caller;
    private final Principals principals;

    public CurrentUserApi(Caller caller, Principals principals) {
        this.caller = caller;
        this.principals = principals;
    }

    @Override
    public User me(MeRequest request) {
        PrincipalDetails me = principals.me(caller);
        return SCIM.resource(me, User.class, request.getAttributes(), request.getExcludedAttributes());
    }
}
