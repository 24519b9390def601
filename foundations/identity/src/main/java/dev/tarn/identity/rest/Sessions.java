package dev.tarn.identity.rest;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Ids;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.identity.Authentications;
import dev.tarn.identity.IdentityErrors;
import dev.tarn.identity.SignIns;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The browser's cookies. Every form carries a token that is derived from a cookie which scripts cannot read, so that a page of
 * another site can neither know nor guess it.
 */
final class Sessions {
    private static final String SESSION = "tarn_session";
    /** Ties the sign-in form to the browser that it was sent to. */
    private static final String FORM = "tarn_form";

    private final Authentications authentications;

    Sessions(Authentications authentications) {
        this.authentications = authentications;
    }

    /** The signed-in caller of a request for a page. */
    Optional<Caller> caller(Request request) {
        try {
            return request.cookie(SESSION)
                    .map(session -> authentications.bySession(request.info(), session, Optional.empty()));
        } catch (AppException e) {
            return Optional.empty();
        }
    }

    /** The value of forms and of the {@code X-Tarn-Csrf} header in the request's session. */
    static String csrf(Request request) {
        return request.cookie(SESSION).map(Sessions::derived).orElse("");
    }

    /** Refuses a form that was not made for the session that sends it. */
    static void requireCsrf(Request request) {
        require(request.cookie(SESSION), request);
    }

    /** Refuses a form that was not made for the browser that sends it. */
    static void requireFormToken(Request request) {
        require(request.cookie(FORM), request);
    }

    /** A new value of the form's cookie. */
    static String newFormCookie() {
        return Ids.secret(16);
    }

    static String derived(String cookie) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("csrf:" + cookie).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Response withFormCookie(Response response, Request request, String value) {
        return response.withHeader("Set-Cookie", cookie(FORM, value, "/login", request.secure(), 3600));
    }

    static Response withSession(Response response, Request request, SignIns.Session session, long seconds) {
        return response.withHeader(
                "Set-Cookie", cookie(SESSION, session.token().reveal(), "/", request.secure(), seconds));
    }

    static Response withoutSession(Response response, Request request) {
        return response.withHeader("Set-Cookie", cookie(SESSION, "", "/", request.secure(), 0));
    }

    private static void require(Optional<String> cookie, Request request) {
        String sent = request.form().getOrDefault("csrf", "");
        boolean right = cookie.filter(value -> MessageDigest.isEqual(
                        derived(value).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        if (!right) {
            throw IdentityErrors.csrf();
        }
    }

    private static String cookie(String name, String value, String path, boolean secure, long seconds) {
        return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(name, value, path, seconds, secure ? "; Secure" : "");
    }
}
