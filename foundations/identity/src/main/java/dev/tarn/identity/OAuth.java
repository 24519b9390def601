package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.Secret;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CallerCache.Known;
import dev.tarn.identity.internal.CredentialStore;
import dev.tarn.identity.internal.CredentialStore.Credential;
import dev.tarn.identity.internal.CredentialStore.Kind;
import dev.tarn.identity.internal.Pkce;
import dev.tarn.identity.internal.PrincipalStore;
import dev.tarn.identity.internal.WorkspaceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * OAuth 2.0 for machines (client credentials) and people (authorization code with PKCE, refresh). Access and refresh tokens are
 * random text of which only a hash is kept, so that they can be revoked at once. Errors carry OAuth's own codes (RFC 6749 §5.2).
 */
public final class OAuth {
    private static final String SERVICE = "accounts";
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);
    private static final String OFFLINE = "offline_access";

    /** What a client wants a signed-in user to agree to. @param challenge of PKCE's S256 */
    public record Request(String clientId, String redirectUri, String challenge, String scope) {}

    /** Tokens for a client. */
    public record Grant(Secret accessToken, Duration lifetime, Optional<Secret> refreshToken, String scope) {}

    private final Database db;
    private final CredentialStore credentials;
    private final PrincipalStore principals;
    private final WorkspaceStore workspaces;
    private final CallerCache cache;
    private final IdentityConfig config;
    private final Audit audit;
    private final Clocks clocks;

    OAuth(Services services) {
        this.db = services.db();
        this.credentials = services.stores().credentials();
        this.principals = services.stores().principals();
        this.workspaces = services.stores().workspaces();
        this.cache = services.cache();
        this.config = services.config();
        this.audit = services.audit();
        this.clocks = services.clocks();
    }

    /**
     * A service principal's own tokens.
     *
     * @param clientId its application id
     */
    public Grant clientCredentials(RequestInfo request, String clientId, String secret, String scope) {
        Optional<Known> known = db.read(tx -> credentials
                .byHash(tx, CredentialStore.hash(secret))
                .filter(credential -> credential.kind() == Kind.CLIENT_SECRET)
                .filter(credential -> !credential.expired(clocks.now(credential.workspace())))
                .flatMap(credential -> cache.load(tx, credential))
                .filter(found -> found.principal().name().equalsIgnoreCase(clientId)));
        if (known.isEmpty()) {
            recordRefusal(request, clientId);
            throw IdentityErrors.oauth("invalid_client", "The client id or the client secret is wrong.");
        }
        Credential credential = known.get().credential();
        String granted = scope.isBlank() ? "all-apis" : scope;
        Grant grant = db.write(tx -> issue(tx, credential, clientId, granted, false));
        audit.record(
                Authentications.caller(request, known.get(), Optional.empty()),
                SERVICE,
                "oidcTokenAuthorization",
                clientId,
                Map.of("grantType", "client_credentials"),
                "");
        return grant;
    }

    /**
     * Refuses a request before anybody signs in for it: an unknown client, or one that would carry the code elsewhere than to
     * the user's own machine. Nothing may be sent to such an address, not even the error.
     */
    public void check(Request request) {
        if (!config.publicClients().contains(request.clientId())) {
            throw IdentityErrors.oauth("invalid_client", "This client is not known here.");
        }
        if (!Pkce.isLocal(request.redirectUri())) {
            throw IdentityErrors.oauth(
                    "invalid_request", "'redirect_uri' must be http://localhost or http://127.0.0.1, with any port.");
        }
        if (!Pkce.isChallenge(request.challenge())) {
            throw IdentityErrors.oauth("invalid_request", "'code_challenge' must be a SHA-256 in base64url (S256).");
        }
        if (request.scope().length() > 1000) {
            throw IdentityErrors.oauth("invalid_scope", "'scope' is too long.");
        }
    }

    /** A code for a client of the signed-in user; good once, for five minutes. */
    public Secret authorize(Caller caller, Request request) {
        check(request);
        Secret code = new Secret(Ids.secret(24));
        Credential credential = credential(
                Kind.CODE,
                code,
                new Owner(
                        caller.metastore(),
                        caller.workspace(),
                        caller.principal().id(),
                        Ids.uuid()),
                Map.of(
                        "client", request.clientId(),
                        "redirect", request.redirectUri(),
                        "challenge", request.challenge(),
                        "scope", request.scope()),
                CODE_LIFETIME);
        db.change(tx -> credentials.insert(tx, credential));
        audit.record(caller, SERVICE, "oidcBrowserLogin", request.clientId(), Map.of(), "");
        return code;
    }

    /** Tokens for a code. */
    public Grant exchange(String clientId, String code, String redirectUri, String verifier) {
        return db.write(tx -> {
            Credential found = consume(tx, code, Kind.CODE, clientId);
            Map<String, String> details = found.details();
            if (!redirectUri.equals(details.get("redirect"))
                    || !Pkce.matches(verifier, details.getOrDefault("challenge", ""))) {
                throw invalidGrant();
            }
            String scope = details.getOrDefault("scope", "");
            return issue(tx, found, clientId, scope, scope.contains(OFFLINE));
        });
    }

    /** New tokens for a refresh token, which is good once. */
    public Grant refresh(String clientId, String refreshToken) {
        return db.write(tx -> {
            Credential found = consume(tx, refreshToken, Kind.REFRESH, clientId);
            return issue(tx, found, clientId, found.details().getOrDefault("scope", ""), true);
        });
    }

    /** A credential that is good once, for the client that it was made for. */
    private Credential consume(Tx tx, String secret, Kind kind, String clientId) {
        Credential found = credentials
                .byHash(tx, CredentialStore.hash(secret))
                .filter(credential -> credential.kind() == kind)
                .filter(credential -> clientId.equals(credential.details().get("client")))
                .filter(credential -> !credential.expired(clocks.now(credential.workspace())))
                .orElseThrow(OAuth::invalidGrant);
        if (cache.load(tx, found).isEmpty() || !credentials.delete(tx, found.id())) {
            throw invalidGrant();
        }
        return found;
    }

    private Grant issue(Tx tx, Credential from, String clientId, String scope, boolean refreshable) {
        Owner owner = new Owner(from.metastore(), from.workspace(), from.principal(), from.comment());
        Map<String, String> details = Map.of("client", clientId, "scope", scope);
        Secret access = new Secret(Ids.secret(32));
        credentials.insert(tx, credential(Kind.ACCESS, access, owner, details, config.accessTokenLifetime()));
        Optional<Secret> refresh = refreshable ? Optional.of(new Secret(Ids.secret(32))) : Optional.empty();
        refresh.ifPresent(secret -> credentials.insert(
                tx, credential(Kind.REFRESH, secret, owner, details, config.refreshTokenLifetime())));
        return new Grant(access, config.accessTokenLifetime(), refresh, scope);
    }

    /** Whose a credential is. @param family what all tokens of one sign-in have in common */
    private record Owner(String metastore, WorkspaceId workspace, String principal, String family) {}

    private Credential credential(
            Kind kind, Secret secret, Owner owner, Map<String, String> details, Duration lifetime) {
        Instant now = clocks.now(owner.workspace());
        return new Credential(
                Ids.uuid(),
                kind,
                CredentialStore.hash(secret.reveal()),
                owner.metastore(),
                owner.workspace(),
                owner.principal(),
                owner.principal(),
                owner.family(),
                details,
                now,
                Optional.of(now.plus(lifetime)),
                Optional.empty());
    }

    private void recordRefusal(RequestInfo request, String clientId) {
        List<PrincipalStore.Stored> claimed =
                db.read(tx -> principals.byName(tx, PrincipalKind.SERVICE_PRINCIPAL, clientId));
        for (PrincipalStore.Stored stored : claimed) {
            db.read(tx -> workspaces.ofMetastore(tx, stored.metastore())).stream()
                    .findFirst()
                    .ifPresent(workspace -> audit.record(
                            Attempts.by(request, workspace, clientId),
                            SERVICE,
                            "oidcTokenAuthorization",
                            clientId,
                            Map.of("grantType", "client_credentials"),
                            "wrong client secret"));
        }
    }

    private static dev.tarn.core.AppException invalidGrant() {
        return IdentityErrors.oauth(
                "invalid_grant",
                "The code or refresh token is wrong, was used already, or has expired. Sign in again.");
    }
}
