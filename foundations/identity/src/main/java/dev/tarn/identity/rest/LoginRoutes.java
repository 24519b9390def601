package dev.tarn.identity.rest;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.identity.Authentications;
import dev.tarn.identity.IdentityErrors;
import dev.tarn.identity.SignIns;
import java.util.Map;
import java.util.Optional;

/** Signing in and out in a browser, one-time links and passwords. */
public final class LoginRoutes {
    private static final String SOURCE = "identity.LoginRoutes";
    private static final String ACCOUNT = "/login/account";
    /** The web app; where it is left out, this leads back here and on to the account. */
    private static final String HOME = "/";

    private static final int LONGEST_NEXT = 4_000;

    private final SignIns signIns;
    private final Sessions sessions;

    public LoginRoutes(SignIns signIns, Authentications authentications) {
        this.signIns = signIns;
        this.sessions = new Sessions(authentications);
    }

    public void register(Routes routes) {
        routes.open("GET", "/login", Dialect.DATABRICKS, SOURCE, this::form);
        routes.open("POST", "/login", Dialect.DATABRICKS, SOURCE, this::signIn);
        routes.open("GET", "/login/once", Dialect.DATABRICKS, SOURCE, this::linkForm);
        routes.open("POST", "/login/once", Dialect.DATABRICKS, SOURCE, this::useLink);
        routes.open("GET", ACCOUNT, Dialect.DATABRICKS, SOURCE, this::account);
        routes.open("GET", "/login/session", Dialect.DATABRICKS, SOURCE, this::session);
        routes.open("POST", "/login/password", Dialect.DATABRICKS, SOURCE, this::changePassword);
        routes.open("POST", "/login/out", Dialect.DATABRICKS, SOURCE, this::signOut);
    }

    /** Where to send a browser that has to sign in first. */
    static Response toSignIn(String next) {
        return Response.redirect(
                "/login?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));
    }

    private Response form(Request request) {
        Optional<String> wanted = request.query("next");
        String next = next(wanted.orElse(""));
        if (sessions.caller(request).isPresent()) {
            return Response.redirect(wanted.isPresent() ? next : ACCOUNT);
        }
        return form(request, 200, next, "");
    }

    private static Response form(Request request, int status, String next, String problem) {
        String cookie = Sessions.newFormCookie();
        return Sessions.withFormCookie(Pages.signIn(status, Sessions.derived(cookie), next, problem), request, cookie);
    }

    private Response signIn(Request request) {
        Map<String, String> form = request.form();
        String next = next(form.getOrDefault("next", ""));
        try {
            Sessions.requireFormToken(request);
            SignIns.Session session =
                    signIns.signIn(request.info(), form.getOrDefault("user", ""), form.getOrDefault("password", ""));
            return opened(Response.redirect(next), request, session);
        } catch (AppException e) {
            return retry(form(request, e.kind().httpStatus(), next, e.message()), e);
        }
    }

    private Response linkForm(Request request) {
        return linkForm(request, 200, request.query("code").orElse(""), "");
    }

    /** Looking at the page does not use the link up: mail scanners and previews look, too. */
    private static Response linkForm(Request request, int status, String code, String problem) {
        String cookie = Sessions.newFormCookie();
        return Sessions.withFormCookie(Pages.once(status, Sessions.derived(cookie), code, problem), request, cookie);
    }

    private Response useLink(Request request) {
        Map<String, String> form = request.form();
        String code = form.getOrDefault("code", "");
        String password = form.getOrDefault("password", "");
        try {
            Sessions.requireFormToken(request);
            SignIns.checkPassword(password);
            SignIns.Session session = signIns.signInByLink(request.info(), code);
            Caller caller = signIns.callerOf(request.info(), session);
            signIns.setPassword(caller, Optional.empty(), password);
            return opened(Response.redirect(HOME), request, session);
        } catch (AppException e) {
            return retry(linkForm(request, e.kind().httpStatus(), code, e.message()), e);
        }
    }

    private Response account(Request request) {
        return sessions.caller(request)
                .map(caller -> Pages.account(
                        200, Sessions.csrf(request), caller.principal().name(), ""))
                .orElseGet(() -> toSignIn(ACCOUNT));
    }

    /** For the web app: who is signed in, and the value of its {@code X-Tarn-Csrf} header. */
    private Response session(Request request) {
        Caller caller = sessions.caller(request).orElseThrow(IdentityErrors::notSignedIn);
        return Response.json(Json.write(Map.of(
                "user_name", caller.principal().name(),
                "user_id", caller.principal().id(),
                "workspace_id", caller.workspace().toString(),
                "admin", caller.workspaceAdmin(),
                "csrf", Sessions.csrf(request))));
    }

    private Response changePassword(Request request) {
        Optional<Caller> caller = sessions.caller(request);
        if (caller.isEmpty()) {
            return toSignIn(ACCOUNT);
        }
        Map<String, String> form = request.form();
        String problem;
        int status;
        try {
            Sessions.requireCsrf(request);
            signIns.setPassword(
                    caller.get(), Optional.of(form.getOrDefault("current", "")), form.getOrDefault("password", ""));
            problem = "The password was changed; other sessions have ended.";
            status = 200;
        } catch (AppException e) {
            problem = e.message();
            status = e.kind().httpStatus();
        }
        return Pages.account(
                status, Sessions.csrf(request), caller.get().principal().name(), problem);
    }

    private Response signOut(Request request) {
        Optional<Caller> caller = sessions.caller(request);
        if (caller.isPresent()) {
            Sessions.requireCsrf(request);
            if (request.form().getOrDefault("everywhere", "").isEmpty()) {
                signIns.signOut(caller.get());
            } else {
                signIns.signOutEverywhere(caller.get());
            }
        }
        return Sessions.withoutSession(Response.redirect("/login"), request);
    }

    private static Response opened(Response response, Request request, SignIns.Session session) {
        return Sessions.withSession(
                response, request, session, session.lifetime().toSeconds());
    }

    private static Response retry(Response response, AppException e) {
        String seconds = e.details().get("retryAfterSeconds");
        return seconds == null ? response : response.withHeader("Retry-After", seconds);
    }

    /** A page of this server to go on to, and nothing else: no other host, no scheme, no header injection. */
    private static String next(String wanted) {
        boolean local = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.indexOf('\\') < 0
                && wanted.length() <= LONGEST_NEXT
                && wanted.chars().allMatch(c -> c > ' ' && c < 127);
        return local ? wanted : HOME;
    }
}
