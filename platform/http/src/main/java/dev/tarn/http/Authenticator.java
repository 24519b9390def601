package dev.tarn.http;

import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;

/** Finds out who sent a request; identity answers. */
public interface Authenticator {
    /**
     * The caller that the credentials prove.
     *
     * @throws dev.tarn.core.AppException UNAUTHENTICATED if they are missing, wrong, expired or revoked; PERMISSION_DENIED or
     *     NOT_FOUND for a workspace that is not the caller's
     */
    Caller authenticate(Credentials credentials, RequestInfo request);
}
