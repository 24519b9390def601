package dev.tarn.identity.rest;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.core.Secret;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.identity.Authentications;
import dev.tarn.identity.IdentityErrors;
import dev.tarn.identity.OAuth;
import dev.tarn.identity.Workspaces;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OAuth on the wire: the documents that every SDK asks for first, the authorization page and the token endpoint. */
public final class OAuthRoutes {
    private static final String SOURCE = "identity.OAuthRoutes";
    private static final int LONGEST_STATE = 2_000;

    private record Client(String id, String secret) {}

    private final OAuth oauth;
    private final Workspaces workspaces;
    private final Sessions sessions;

    public OAuthRoutes(OAuth oauth, Workspaces workspaces, Authentications authentications) {
        this.oauth = oauth;
        this.workspaces = workspaces;
        this.sessions = new Sessions(authentications);
    }

    public void register(Routes routes) {
        routes.open("GET", "/.well-known/databricks-config", Dialect.DATABRICKS, SOURCE, this::config);
        routes.open("GET", "/oidc/.well-known/oauth-authorization-server", Dialect.OAUTH, SOURCE, this::metadata);
        routes.open("GET", "/oidc/.well-known/openid-configuration", Dialect.OAUTH, SOURCE, this::metadata);
        routes.open("GET", "/oidc/v1/authorize", Dialect.OAUTH, SOURCE, this::authorize);
        routes.open("POST", "/oidc/v1/token", Dialect.OAUTH, SOURCE, this::token);
    }

    private Response config(Request request) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("oidc_endpoint", base(request) + "/oidc");
        workspaces
                .defaultWorkspace()
                .ifPresent(
                        workspace -> config.put("workspace_id", workspace.id().toString()));
        config.put("host_type", "workspace");
        return Response.json(Json.write(config));
    }

    private Response metadata(Request request) {
        String oidc = base(request) + "/oidc";
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", oidc);
        metadata.put("authorization_endpoint", oidc + "/v1/authorize");
        metadata.put("token_endpoint", oidc + "/v1/token");
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("response_modes_supported", List.of("query"));
        metadata.put("grant_types_supported", List.of("client_credentials", "authorization_code", "refresh_token"));
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post", "none"));
        metadata.put("scopes_supported", List.of("all-apis", "sql", "offline_access"));
        return Response.json(Json.write(metadata));
    }

    private Response authorize(Request request) {
        OAuth.Request wanted = new OAuth.Request(
                request.query("client_id").orElse(""),
                request.query("redirect_uri").orElse(""),
                request.query("code_challenge").orElse(""),
                request.query("scope").orElse(""));
        String state = request.query("state").orElse("");
        try {
            oauth.check(wanted);
            if (state.length() > LONGEST_STATE) {
                throw IdentityErrors.oauth("invalid_request", "'state' is too long.");
            }
        } catch (AppException e) {
            return Pages.problem(400, e.message());
        }
        if (!request.query("response_type").orElse("").equals("code")
                || !request.query("code_challenge_method").orElse("").equals("S256")) {
            return back(wanted, Map.of("error", "unsupported_response_type"), state);
        }
        Optional<Caller> caller = sessions.caller(request);
        if (caller.isEmpty()) {
            return LoginRoutes.toSignIn(request.path() + "?" + query(request));
        }
        Secret code = oauth.authorize(caller.get(), wanted);
        return back(wanted, Map.of("code", code.reveal()), state);
    }

    private static Response back(OAuth.Request wanted, Map<String, String> answer, String state) {
        StringBuilder location = new StringBuilder(wanted.redirectUri()).append('?');
        answer.forEach((name, value) ->
                location.append(name).append('=').append(encode(value)).append('&'));
        return Response.redirect(location.append("state=").append(encode(state)).toString());
    }

    private Response token(Request request) {
        Map<String, String> form = request.form();
        Client client = client(request, form);
        OAuth.Grant grant = switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" ->
                oauth.clientCredentials(request.info(), client.id(), client.secret(), form.getOrDefault("scope", ""));
            case "authorization_code" ->
                oauth.exchange(
                        client.id(),
                        form.getOrDefault("code", ""),
                        form.getOrDefault("redirect_uri", ""),
                        form.getOrDefault("code_verifier", ""));
            case "refresh_token" -> oauth.refresh(client.id(), form.getOrDefault("refresh_token", ""));
            default ->
                throw IdentityErrors.oauth(
                        "unsupported_grant_type",
                        "'grant_type' must be client_credentials, authorization_code or refresh_token.");
        };
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", grant.accessToken().reveal());
        body.put("token_type", "Bearer");
        body.put("expires_in", grant.lifetime().toSeconds());
        grant.refreshToken().ifPresent(refresh -> body.put("refresh_token", refresh.reveal()));
        body.put("scope", grant.scope());
        return Response.json(Json.write(body)).withHeader("Pragma", "no-cache");
    }

    /** Basic, or fields of the form. */
    private static Client client(Request request, Map<String, String> form) {
        String header = request.header("authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new Client(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                return new Client(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
            }
        } catch (IllegalArgumentException e) {
            // answered below, without repeating what was sent
        }
        throw IdentityErrors.oauth("invalid_client", "The Authorization header is not valid Basic authentication.");
    }

    private static String query(Request request) {
        StringBuilder query = new StringBuilder();
        request.query()
                .forEach((name, values) -> values.forEach(value -> query.append(query.isEmpty() ? "" : "&")
                        .append(encode(name))
                        .append('=')
                        .append(encode(value))));
        return query.toString();
    }

    private static String base(Request request) {
        return request.info().origin();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
