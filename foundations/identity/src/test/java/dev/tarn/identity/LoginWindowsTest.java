package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.Caller;
import dev.tarn.core.PrincipalKind;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sign-in pages and the browser's part of OAuth, as a browser uses them. */
class LoginWindowsTest extends WindowsFixture {
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern HIDDEN = Pattern.compile("name=\"([a-z]+)\" value=\"([^\"]*)\"");
    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String AUTHORIZE =
            "/oidc/v1/authorize?response_type=code&client_id=databricks-cli&code_challenge_method=S256"
                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&scope=all-apis+offline_access"
                    + "&state=a%26b&redirect_uri=http%3A%2F%2Flocalhost%3A8020";

    private String name = "";

    /** A user of the default workspace who has not signed in yet. */
    @BeforeEach
    void someone() {
        Caller root = byToken(identity.start(true).adminToken().orElseThrow().reveal());
        name = "user-" + System.nanoTime() + "@x.test";
        identity.principals().create(root, PrincipalKind.USER, new PrincipalDraft(Profile.named(name)));
        time.move(java.time.Duration.ofMinutes(20));
    }

    private String link() {
        String root = identity.start(true).adminToken().orElseThrow().reveal();
        var made = json(call(root, "POST", "/api/tarn/v1/login-links", "{\"user_name\":\"" + name + "\"}"));
        return made.path("url").asText().substring(server.url().length());
    }

    /** A page's form: its hidden fields, and the cookie that belongs to it. */
    private Map<String, String> hidden(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = HIDDEN.matcher(page.body());
        while (matcher.find()) {
            fields.putIfAbsent(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
        }
        return fields;
    }

    private HttpResponse<String> useLink(String password) {
        var page = send("GET", link(), "");
        Map<String, String> fields = hidden(page);
        fields.put("password", password);
        return form("/login/once", cookie(page, "tarn_form"), fields);
    }

    private HttpResponse<String> signIn(String user, String password, String next) {
        var page = send("GET", "/login?next=" + encode(next), "");
        Map<String, String> fields = hidden(page);
        fields.put("user", user);
        fields.put("password", password);
        return form("/login", cookie(page, "tarn_form"), fields);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElse("");
    }

    @Test
    void aLinkSetsAPasswordOnceAndSignsIn() {
        var used = useLink(PASSWORD);
        assertEquals(303, used.statusCode(), used.body());
        String session = cookie(used, "tarn_session");
        assertTrue(send("GET", "/login/account", "", "Cookie", session).body().contains(name));
        assertEquals(303, signIn(name, PASSWORD, "").statusCode());
    }

    @Test
    void aPasswordThatIsTooShortDoesNotUseTheLinkUp() {
        String link = link();
        for (String password : new String[] {"short", PASSWORD}) {
            var page = send("GET", link, "");
            Map<String, String> fields = hidden(page);
            fields.put("password", password);
            var used = form("/login/once", cookie(page, "tarn_form"), fields);
            assertEquals(password.equals(PASSWORD) ? 303 : 400, used.statusCode());
        }
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        var used = useLink(PASSWORD);
        String header = used.headers().allValues("set-cookie").stream()
                .filter(value -> value.startsWith("tarn_session="))
                .findFirst()
                .orElseThrow();
        assertTrue(header.contains("HttpOnly") && header.contains("SameSite=Lax"), header);
        assertFalse(header.contains("Secure"), "the connection of this test is plain");
    }

    @Test
    void pagesLoadNothingAndRunNothing() {
        var page = send("GET", "/login", "");
        String policy = page.headers().firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
        assertFalse(page.body().contains("<script"));
        assertFalse(page.body().contains("http://"), page.body());
        assertTrue(page.body().contains("prefers-color-scheme"));
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        useLink(PASSWORD);
        var stolen = form("/login", "", Map.of("user", name, "password", PASSWORD, "csrf", "guess"));
        assertEquals(403, stolen.statusCode());
        String session = cookie(signIn(name, PASSWORD, ""), "tarn_session");
        assertEquals(403, form("/login/out", session, Map.of("csrf", "guess")).statusCode());
        assertEquals(
                403,
                form("/login/password", session, Map.of("current", PASSWORD, "password", "another password"))
                        .statusCode());
    }

    @Test
    void wrongPasswordsAreAnsweredAlikeAndThenSlowedDown() {
        useLink(PASSWORD);
        var wrong = signIn(name, "wrong", "");
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body().contains("The user name or the password is wrong."));
        for (int i = 0; i < 5; i++) {
            signIn(name, "wrong", "");
        }
        var slowed = signIn(name, PASSWORD, "");
        assertEquals(429, slowed.statusCode());
        assertTrue(slowed.headers().firstValue("retry-after").isPresent());
    }

    @Test
    void signingInLeadsToPagesOfThisServerOnly() {
        useLink(PASSWORD);
        assertEquals("/ui/sql", location(signIn(name, PASSWORD, "/ui/sql")));
        for (String next : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nX: y"}) {
            assertEquals("/", location(signIn(name, PASSWORD, next)), next);
        }
    }

    @Test
    void aSessionCallsTheApiAndNeedsTheHeaderToChangeAnything() {
        useLink(PASSWORD);
        String session = cookie(signIn(name, PASSWORD, ""), "tarn_session");
        assertEquals(
                200,
                send("GET", "/api/2.0/preview/scim/v2/Me", "", "Cookie", session)
                        .statusCode());
        assertEquals(
                401,
                send("POST", "/api/2.0/token/create", "{}", "Cookie", session).statusCode());
        String csrf = json(send("GET", "/login/session", "", "Cookie", session))
                .path("csrf")
                .asText();
        assertEquals(
                200,
                send("POST", "/api/2.0/token/create", "{}", "Cookie", session, "X-Tarn-Csrf", csrf)
                        .statusCode());
        assertEquals(401, send("GET", "/login/session", "").statusCode());
    }

    @Test
    void signingOutEndsTheSession() {
        useLink(PASSWORD);
        String session = cookie(signIn(name, PASSWORD, ""), "tarn_session");
        Map<String, String> fields = hidden(send("GET", "/login/account", "", "Cookie", session));
        assertEquals(303, form("/login/out", session, fields).statusCode());
        assertEquals(
                401,
                send("GET", "/api/2.0/preview/scim/v2/Me", "", "Cookie", session)
                        .statusCode());
    }

    @Test
    void aCommandLineGetsTokensThroughTheBrowser() {
        useLink(PASSWORD);
        var toLogin = send("GET", AUTHORIZE, "");
        assertTrue(location(toLogin).startsWith("/login?next="), location(toLogin));
        var page = send("GET", location(toLogin), "");
        Map<String, String> fields = hidden(page);
        fields.put("user", name);
        fields.put("password", PASSWORD);
        var signedIn = form("/login", cookie(page, "tarn_form"), fields);
        var back = send("GET", location(signedIn), "", "Cookie", cookie(signedIn, "tarn_session"));
        URI redirect = URI.create(location(back));
        assertEquals("localhost:8020", redirect.getAuthority());
        assertTrue(redirect.getRawQuery().endsWith("&state=a%26b"), redirect.toString());
        String code = redirect.getRawQuery().replaceFirst("code=([^&]*)&.*", "$1");
        var tokens = json(form(
                "/oidc/v1/token",
                "",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "databricks-cli",
                        "code", code,
                        "redirect_uri", "http://localhost:8020",
                        "code_verifier", VERIFIER)));
        assertEquals(3600, tokens.path("expires_in").asInt());
        var me = json(call(tokens.path("access_token").asText(), "GET", "/api/2.0/preview/scim/v2/Me", ""));
        assertEquals(name, me.path("userName").asText());
        var refreshed = json(form(
                "/oidc/v1/token",
                "",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", "databricks-cli",
                        "refresh_token", tokens.path("refresh_token").asText())));
        assertFalse(refreshed.path("access_token").asText().isEmpty());
    }

    @Test
    void anAuthorizationThatWouldLeadElsewhereIsAnsweredHere() {
        var evil = send("GET", AUTHORIZE.replace("localhost%3A8020", "evil.example"), "");
        assertEquals(400, evil.statusCode());
        assertEquals("", location(evil));
        assertEquals(
                400,
                send("GET", AUTHORIZE.replace("databricks-cli", "someone"), "").statusCode());
        var plain = send("GET", AUTHORIZE.replace("S256", "plain"), "");
        assertTrue(location(plain).startsWith("http://localhost:8020?error="), location(plain));
    }

    @Test
    void aUsersOwnPasswordWorksInBasic() {
        useLink(PASSWORD);
        String pair = java.util.Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes());
        assertEquals(
                200,
                send("GET", "/api/2.0/preview/scim/v2/Me", "", "Authorization", "Basic " + pair)
                        .statusCode());
    }
}
