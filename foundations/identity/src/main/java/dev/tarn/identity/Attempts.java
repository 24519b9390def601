package dev.tarn.identity;

import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.internal.ProfileRules;
import java.util.Set;

/** Who tried to sign in, for the audit trail: a name that nobody has proved, without any right. */
final class Attempts {
    private Attempts() {}

    static Caller by(RequestInfo request, Workspace workspace, String claimedName) {
        return new Caller(
                new Principal("", ProfileRules.clip(claimedName), PrincipalKind.USER),
                Set.of(),
                workspace.id(),
                workspace.metastore(),
                false,
                new Authentication(Authentication.Method.SESSION, ""),
                request);
    }
}
