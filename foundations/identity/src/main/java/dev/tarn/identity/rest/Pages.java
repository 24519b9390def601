package dev.tarn.identity.rest;

import dev.tarn.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The sign-in pages: plain HTML that needs no script and loads nothing, in light or dark as the system is set. */
final class Pages {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2430;--soft:#5a6472;--page:#f4f6f8;--card:#fff;--line:#d5dbe2;--act:#1f5fbf;--on:#fff;--bad:#a4262c}
            @media(prefers-color-scheme:dark){:root{--ink:#e8ecf1;--soft:#9aa5b3;--page:#12161c;--card:#1b212a;--line:#323b47;--act:#6aa5ff;--on:#0b1220;--bad:#ff8d90}}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
            main{width:min(24rem,calc(100vw - 2rem));padding:2rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem}
            h1{margin:0 0 .25rem;font-size:1.4rem}
            p{margin:.25rem 0 1rem;color:var(--soft)}
            p.bad{color:var(--bad)}
            label{display:block;margin:.75rem 0 .25rem;font-weight:600}
            input{width:100%;padding:.6rem .7rem;border:1px solid var(--line);border-radius:.4rem;background:transparent;color:inherit;font:inherit}
            input:focus,button:focus{outline:2px solid var(--act);outline-offset:1px}
            button{width:100%;margin-top:1.25rem;padding:.65rem;border:0;border-radius:.4rem;background:var(--act);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
            button.quiet{background:transparent;color:var(--act);border:1px solid var(--line);margin-top:.75rem}
            """;

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
                "<h1>Signed in</h1><p>as %s</p>%s<form method=\"post\" action=\"/login/password\">%s%s%s<button>Change password</button></form>%s%s"
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
                <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>%s · Tarn</title><style>%s</style></head><body><main>%s</main></body></html>
                """.formatted(title, STYLE, content);
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
