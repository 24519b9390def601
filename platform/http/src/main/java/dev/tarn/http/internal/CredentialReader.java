package dev.tarn.http.internal;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Secret;
import dev.tarn.http.Credentials;
import dev.tarn.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Finds the credentials in a request. */
final class CredentialReader {
    static final String SESSION_COOKIE = "tarn_session";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private CredentialReader() {}

    static Credentials read(Request request) {
        String authorization = request.header("authorization").orElse("").strip();
        Optional<Secret> bearer = after(authorization, "Bearer ").map(Secret::new);
        Optional<Credentials.Basic> basic = after(authorization, "Basic ").map(CredentialReader::basic);
        boolean safe =
                SAFE.contains(request.method()) || request.header("x-tarn-csrf").isPresent();
        Optional<Secret> session = bearer.isEmpty() && basic.isEmpty() && safe
                ? request.cookie(SESSION_COOKIE).map(Secret::new)
                : Optional.empty();
        Optional<String> workspace = request.header("x-databricks-workspace-id")
                .or(() -> request.header("x-databricks-org-id"))
                .filter(id -> !id.isBlank());
        return new Credentials(bearer, basic, session, workspace);
    }

    private static Optional<String> after(String header, String scheme) {
        return header.regionMatches(true, 0, scheme, 0, scheme.length())
                ? Optional.of(header.substring(scheme.length()).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static Credentials.Basic basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                return new Credentials.Basic(pair.substring(0, colon), new Secret(pair.substring(colon + 1)));
            }
        } catch (IllegalArgumentException e) {
            // answered below, without repeating what was sent
        }
        throw new AppException(
                ErrorKind.UNAUTHENTICATED,
                "UNAUTHENTICATED",
                "The Authorization header is not valid Basic authentication.");
    }
}
