package dev.tarn.identity.rest;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.WorkspaceId;
import dev.tarn.http.Authenticator;
import dev.tarn.http.Credentials;
import dev.tarn.identity.Authentications;
import dev.tarn.identity.IdentityErrors;
import dev.tarn.identity.SignIns;
import java.util.Optional;

/**
 * Finds the caller of a request: a personal or OAuth access token as bearer, the same as the password of user {@code token} in
 * Basic, a user's own name and password in Basic, or a browser's session.
 */
public final class TarnAuthenticator implements Authenticator {
    private static final String TOKEN_USER = "token";

    private final Authentications authentications;
    private final SignIns signIns;

    public TarnAuthenticator(Authentications authentications, SignIns signIns) {
        this.authentications = authentications;
        this.signIns = signIns;
    }

    @Override
    public Caller authenticate(Credentials credentials, RequestInfo request) {
        Optional<WorkspaceId> workspace = credentials.workspace().flatMap(TarnAuthenticator::workspace);
        if (credentials.bearer().isPresent()) {
            return authentications.byToken(request, credentials.bearer().get().reveal(), workspace);
        }
        if (credentials.basic().isPresent()) {
            Credentials.Basic basic = credentials.basic().get();
            return basic.user().equalsIgnoreCase(TOKEN_USER)
                    ? authentications.byToken(request, basic.password().reveal(), workspace)
                    : signIns.byPassword(request, basic.user(), basic.password().reveal());
        }
        return authentications.bySession(
                request,
                credentials.session().orElseThrow(IdentityErrors::notSignedIn).reveal(),
                workspace);
    }

    /** Clients send what they once stored; what is no workspace id is as good as none. */
    private static Optional<WorkspaceId> workspace(String text) {
        try {
            return Optional.of(WorkspaceId.parse(text.strip()));
        } catch (AppException e) {
            return Optional.empty();
        }
    }
}
