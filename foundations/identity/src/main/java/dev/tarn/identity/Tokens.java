package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.Secret;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CredentialStore;
import dev.tarn.identity.internal.CredentialStore.Credential;
import dev.tarn.identity.internal.CredentialStore.Kind;
import dev.tarn.identity.internal.CredentialUse;
import dev.tarn.identity.internal.CredentialUse.Subject;
import dev.tarn.identity.internal.LastUse;
import dev.tarn.identity.internal.PrincipalStore;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Personal access tokens: {@code dapi} and 32 hexadecimal digits, of which only a hash is kept. Everybody has their own;
 * administrators see and revoke those of the workspace and make some for service principals.
 */
public final class Tokens {
    /** The vendor's limit of tokens per principal. */
    public static final int MOST = 600;

    private static final String SERVICE = "accounts";
    private static final int LONGEST_COMMENT = 1000;

    private final Database db;
    private final CredentialStore credentials;
    private final PrincipalStore principals;
    private final CallerCache cache;
    private final CredentialUse use;
    private final LastUse lastUse;
    private final IdentityConfig config;
    private final Audit audit;
    private final Clocks clocks;
    private volatile Function<WorkspaceId, Optional<Duration>> limit = any -> Optional.empty();

    Tokens(Services services) {
        this.db = services.db();
        this.credentials = services.stores().credentials();
        this.principals = services.stores().principals();
        this.cache = services.cache();
        this.use = services.use();
        this.lastUse = services.lastUse();
        this.config = services.config();
        this.audit = services.audit();
        this.clocks = services.clocks();
    }

    /**
     * Adds the workspace's own limit on how long new tokens live; at start.
     *
     * @param policy empty for none, zero where nobody may make tokens
     */
    public void limit(Function<WorkspaceId, Optional<Duration>> policy) {
        limit = policy;
    }

    /** Makes a token of the caller's. @param lifetime empty or zero for as long as the workspace allows */
    public Token.New create(Caller caller, String comment, Optional<Duration> lifetime) {
        return create(caller, caller.principal(), comment, lifetime, "generateDbToken");
    }

    /** Makes a token of a service principal's. Needs the workspace administrator. */
    public Token.New createFor(Caller caller, String applicationId, String comment, Optional<Duration> lifetime) {
        requireAdmin(caller, "generateDbToken");
        Principal owner = db.read(tx -> principals
                .byName(tx, caller.metastore(), applicationId)
                .map(Stored::principal)
                .filter(principal -> principal.kind() == PrincipalKind.SERVICE_PRINCIPAL)
                .orElseThrow(() -> IdentityErrors.principalNotFound(PrincipalKind.SERVICE_PRINCIPAL, applicationId)));
        return create(caller, owner, comment, lifetime, "generateDbToken");
    }

    /** The caller's tokens, newest first. */
    public List<Token> list(Caller caller) {
        lastUse.flush();
        return db.read(
                tx -> tokens(tx, credentials.ofPrincipal(tx, caller.principal().id(), Kind.PERSONAL)));
    }

    /** Changes the comment of a token of the caller's. */
    public void describe(Caller caller, String id, String comment) {
        checkComment(comment);
        db.change(tx -> credentials.setComment(tx, own(tx, caller, id).id(), comment));
    }

    /** Revokes a token of the caller's; the next request with it is refused. */
    public void revoke(Caller caller, String id) {
        db.change(tx -> credentials.delete(tx, own(tx, caller, id).id()));
        cache.changed();
        audit.record(caller, SERVICE, "revokeDbToken", id, Map.of(), "");
    }

    /** All tokens of the workspace, newest first. Needs the workspace administrator. */
    public List<Token> listAll(Caller caller) {
        requireAdmin(caller, "listTokens");
        lastUse.flush();
        return db.read(tx -> tokens(tx, credentials.ofWorkspace(tx, caller.workspace(), Kind.PERSONAL)));
    }

    /** Any token of the workspace. Needs the workspace administrator. */
    public Token get(Caller caller, String id) {
        return listAll(caller).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IdentityErrors.tokenNotFound(id));
    }

    /** Changes the comment of any token of the workspace. Needs the workspace administrator. */
    public Token describeAny(Caller caller, String id, String comment) {
        checkComment(comment);
        get(caller, id);
        db.change(tx -> credentials.setComment(tx, id, comment));
        return get(caller, id);
    }

    /** Revokes any token of the workspace. Needs the workspace administrator. */
    public void revokeAny(Caller caller, String id) {
        Token token = get(caller, id);
        db.change(tx -> credentials.delete(tx, id));
        cache.changed();
        audit.record(
                caller,
                SERVICE,
                "revokeDbToken",
                id,
                Map.of("owner", token.owner().name()),
                "");
    }

    private Token.New create(
            Caller caller, Principal owner, String comment, Optional<Duration> lifetime, String action) {
        checkComment(comment);
        Instant now = clocks.now(caller);
        Optional<Instant> expires = expires(lifetime, longest(caller)).map(now::plus);
        Secret value = new Secret("dapi" + Ids.secret(16));
        Credential credential = new Credential(
                CredentialStore.hash("id:" + value.reveal()),
                Kind.PERSONAL,
                CredentialStore.hash(value.reveal()),
                caller.metastore(),
                caller.workspace(),
                owner.id(),
                caller.principal().id(),
                comment,
                Map.of(),
                now,
                expires,
                Optional.empty());
        db.change(tx -> {
            requireUse(tx, caller, owner);
            if (credentials.ofPrincipal(tx, owner.id(), Kind.PERSONAL).size() >= MOST) {
                throw IdentityErrors.tooManyTokens(MOST);
            }
            credentials.insert(tx, credential);
        });
        audit.record(caller, SERVICE, action, credential.id(), Map.of("owner", owner.name()), "");
        return new Token.New(token(credential, owner), value);
    }

    /** The shorter of the server's and the workspace's limit. */
    private Optional<Duration> longest(Caller caller) {
        Optional<Duration> policy = limit.apply(caller.workspace());
        if (policy.filter(Duration::isZero).isPresent()) {
            throw IdentityErrors.tokensDisabled();
        }
        return Stream.concat(policy.stream(), config.maxTokenLifetime().stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<Duration> expires(Optional<Duration> wanted, Optional<Duration> limit) {
        Optional<Duration> asked = wanted.filter(lifetime -> !lifetime.isZero());
        Duration longest = limit.orElse(Duration.ofDays(36_500));
        if (asked.filter(lifetime -> lifetime.isNegative() || lifetime.compareTo(longest) > 0)
                .isPresent()) {
            throw IdentityErrors.lifetime(longest);
        }
        return asked.or(() -> limit);
    }

    private Credential own(Tx tx, Caller caller, String id) {
        return credentials.ofPrincipal(tx, caller.principal().id(), Kind.PERSONAL).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(() -> IdentityErrors.tokenNotFound(id));
    }

    private List<Token> tokens(Tx tx, List<Credential> found) {
        Map<String, Principal> owners = new HashMap<>();
        principals
                .byIds(tx, found.stream().map(Credential::principal).distinct().toList())
                .forEach(stored -> owners.put(stored.id(), stored.principal()));
        List<Token> tokens = new ArrayList<>();
        for (Credential credential : found) {
            Principal owner = owners.get(credential.principal());
            if (owner != null) {
                tokens.add(token(credential, owner));
            }
        }
        return tokens;
    }

    private static Token token(Credential credential, Principal owner) {
        return new Token(
                credential.id(),
                owner,
                credential.createdBy(),
                credential.comment(),
                credential.createdAt(),
                credential.expiresAt(),
                credential.lastUsedAt());
    }

    private static void checkComment(String comment) {
        if (comment.length() > LONGEST_COMMENT) {
            throw AppException.invalid("'comment' is longer than " + LONGEST_COMMENT + " characters.");
        }
    }

    /** Whoever shall use the token must be allowed to; administrators make tokens for service principals that are. */
    private void requireUse(Tx tx, Caller caller, Principal owner) {
        boolean allowed = owner.id().equals(caller.principal().id())
                ? use.allows(tx, caller, Subject.TOKENS)
                : cache.mayUseTokens(tx, owner.id(), caller.workspace());
        if (!allowed) {
            throw IdentityErrors.credentialsNotAllowed(owner);
        }
    }

    private void requireAdmin(Caller caller, String action) {
        if (!caller.workspaceAdmin()) {
            var refusal = IdentityErrors.adminNeeded(caller, "manage the workspace's tokens");
            audit.record(caller, SERVICE, action, "", Map.of(), refusal.message());
            throw refusal;
        }
    }
}
