package dev.tarn.identity.rest;

import dev.tarn.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The sign-in pages: plain HTML that needs no script and loads nothing, in light or dark as the system is set. */
final class Pages {
    /** The web app's colours (ui/src/shared/theme/tokens.css), for pages that come before it. */
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#18202a;--soft:#4a5665;--page:#f7f8fa;--card:#fff;--line:#dfe3e8;--edge:#c3cad3;--act:#15587f;--strong:#0e4566;--on:#fff;--hover:#eceff3;--bad:#b02a2f;--badsoft:#fceaea}
            @media(prefers-color-scheme:dark){:root{--ink:#e7ecf2;--soft:#b3bfcc;--page:#0f141a;--card:#151b23;--line:#27313d;--edge:#3b4857;--act:#6fb8e0;--strong:#97cdec;--on:#07202f;--hover:#202a35;--bad:#ff8f8f;--badsoft:#3a1a1d}}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--page);color:var(--ink);font:.875rem/1.4rem 'Inter Variable',Inter,system-ui,sans-serif}
            main{width:min(22rem,100%);padding:1.75rem;background:var(--card);border:1px solid var(--line);border-radius:8px}
            svg{display:block;width:2.25rem;height:2.25rem;margin-bottom:1rem}
            h1{margin:0;font-size:1.25rem;line-height:1.75rem;letter-spacing:-.01em}
            p{margin:.15rem 0 1.1rem;color:var(--soft);overflow-wrap:anywhere}
            p.bad{padding:.5rem .7rem;border-radius:6px;background:var(--badsoft);color:var(--bad)}
            label{display:block;margin:.9rem 0 .25rem;font-weight:500}
            input{width:100%;height:2.25rem;padding:0 .6rem;border:1px solid var(--edge);border-radius:4px;background:transparent;color:inherit;font:inherit}
            input:focus-visible,button:focus-visible{outline:2px solid var(--act);outline-offset:1px}
            button{width:100%;height:2.25rem;margin-top:1.25rem;border:1px solid var(--act);border-radius:4px;background:var(--act);color:var(--on);font:inherit;font-weight:500;cursor:pointer}
            button:hover{background:var(--strong);border-color:var(--strong)}
            button.quiet{background:transparent;color:var(--ink);border-color:var(--edge);margin-top:.6rem}
            button.quiet:hover{background:var(--hover)}
            a{color:var(--act)}
            """;

    private static final String LOGO =
            "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\"><rect width=\"32\" height=\"32\" rx=\"7\" fill=\"#15587f\"/><path d=\"M4 19.5 11.5 9l4.2 5.6L19 10.5l9 9\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.4\" stroke-linejoin=\"round\" stroke-linecap=\"round\"/><path d=\"M7 23.5h18M11 27h10\" stroke=\"#9ed3ee\" stroke-width=\"2.2\" stroke-linecap=\"round\"/></svg>";

    /** Forms may lead to this server and, after an OAuth sign-in, back to a client on the user's own machine. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; form-action 'self' http://localhost:* http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'"
                    .formatted(sha256(STYLE));

    private Pages() {}

    static Response signIn(int status, String csrf, String next, String problem) {
        return page(
                status,
                "Sign in",
                "<h1>Sign in</h1><p>to Tarn</p>%s<form method=\"post\" action=\"/login\">%s%s%s%s<button>Sign in</button></form>"
                        .formatted(
                                problem(problem),
                                hidden("csrf", csrf),
                                hidden("next", next),
                                field("user", "E-mail address", "text", "username"),
                                field("password", "Password", "password", "current-password")));
    }

    static Response once(int status, String csrf, String code, String problem) {
        return page(
                status,
                "Welcome",
                "<h1>Welcome to Tarn</h1><p>This link works once. Choose a password of 10 characters or more.</p>%s<form method=\"post\" action=\"/login/once\">%s%s%s<button>Set password and sign in</button></form>"
                        .formatted(
                                problem(problem),
                                hidden("csrf", csrf),
                                hidden("code", code),
                                field("password", "New password", "password", "new-password")));
    }

    static Response account(int status, String csrf, String user, String problem) {
        return page(
                status,
                "Your account",
                "<h1>Signed in</h1><p>as %s. <a href=\"/\">Open the web app</a></p>%s<form method=\"post\" action=\"/login/password\">%s%s%s<button>Change password</button></form>%s%s"
                        .formatted(
                                escape(user),
                                problem(problem),
                                hidden("csrf", csrf),
                                field("current", "Current password", "password", "current-password"),
                                field("password", "New password", "password", "new-password"),
                                button("/login/out", csrf, "", "Sign out"),
                                button("/login/out", csrf, "yes", "Sign out everywhere")));
    }

    static Response problem(int status, String message) {
        return page(status, "Sign in", "<h1>That did not work</h1>" + problem(message));
    }

    private static Response page(int status, String title, String content) {
        String html = """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>%s · Tarn</title><style>%s</style></head><body><main>%s%s</main></body></html>
                """.formatted(title, STYLE, LOGO, content);
        return Response.html(status, html).withHeader("Content-Security-Policy", POLICY);
    }

    private static String button(String action, String csrf, String everywhere, String label) {
        return "<form method=\"post\" action=\"%s\">%s%s<button class=\"quiet\">%s</button></form>"
                .formatted(action, hidden("csrf", csrf), hidden("everywhere", everywhere), label);
    }

    private static String field(String name, String label, String type, String autocomplete) {
        return "<label for=\"%1$s\">%2$s</label><input id=\"%1$s\" name=\"%1$s\" type=\"%3$s\" autocomplete=\"%4$s\" required>"
                .formatted(name, label, type, autocomplete);
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escape(value));
    }

    private static String problem(String problem) {
        return problem.isEmpty() ? "" : "<p class=\"bad\" role=\"alert\">" + escape(problem) + "</p>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
