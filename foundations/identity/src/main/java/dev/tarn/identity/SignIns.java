package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.Secret;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CredentialStore;
import dev.tarn.identity.internal.CredentialStore.Credential;
import dev.tarn.identity.internal.CredentialStore.Kind;
import dev.tarn.identity.internal.PasswordHash;
import dev.tarn.identity.internal.PrincipalStore;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import dev.tarn.identity.internal.Stores;
import dev.tarn.identity.internal.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * People's sign-in, by password or one-time link, to the default workspace. Unknown users and wrong passwords look alike and take
 * the same time; who guesses waits longer and longer, by account and by address.
 */
public final class SignIns {
    public static final int SHORTEST_PASSWORD = 10;

    private static final String SERVICE = "accounts";
    private static final int LONGEST_PASSWORD = 200;
    private static final Duration LINK_LIFETIME = Duration.ofHours(24);
    private static final Duration PASSWORD_MEMORY = Duration.ofMinutes(1);
    private static final List<Kind> SIGNED_IN = List.of(Kind.SESSION, Kind.ACCESS, Kind.REFRESH, Kind.CODE);

    /**
     * A browser's session.
     *
     * @param token the cookie's value
     * @param byLink whether it was opened by a one-time link, so that the user may set a password without knowing the old one
     */
    public record Session(Secret token, Duration lifetime, boolean byLink) {}

    private record Proved(Stored user, long epoch, Instant at) {}

    private final Database db;
    private final Stores stores;
    private final PrincipalStore principals;
    private final CredentialStore credentials;
    private final CallerCache cache;
    private final Workspaces workspaces;
    private final IdentityConfig config;
    private final Audit audit;
    private final Clocks clocks;
    private final PasswordHash passwords = new PasswordHash();
    private final Throttle accounts = new Throttle(5);
    private final Throttle addresses = new Throttle(20);
    private final Map<String, Proved> proved = new ConcurrentHashMap<>();
    private final String pepper = Ids.secret(16);

    SignIns(Services services, Workspaces workspaces) {
        this.db = services.db();
        this.stores = services.stores();
        this.principals = stores.principals();
        this.credentials = stores.credentials();
        this.cache = services.cache();
        this.workspaces = workspaces;
        this.config = services.config();
        this.audit = services.audit();
        this.clocks = services.clocks();
    }

    /**
     * Opens a session.
     *
     * @throws AppException UNAUTHENTICATED, or REQUEST_LIMIT_EXCEEDED after too many failures
     */
    public Session signIn(RequestInfo request, String userName, String password) {
        Workspace workspace = workspace();
        Stored user = prove(request, workspace, userName, password);
        return open(request, workspace, user, false);
    }

    /** The caller of a request that brings user name and password; what was proved is remembered for a minute. */
    public Caller byPassword(RequestInfo request, String userName, String password) {
        Workspace workspace = workspace();
        String key = CredentialStore.hash(pepper + userName.length() + ":" + userName + password);
        Proved known = proved.get(key);
        Instant now = clocks.machine();
        if (known == null
                || known.epoch() != cache.epoch()
                || known.at().plus(PASSWORD_MEMORY).isBefore(now)) {
            known = new Proved(prove(request, workspace, userName, password), cache.epoch(), now);
            if (proved.size() > 1000) {
                proved.clear();
            }
            proved.put(key, known);
        }
        return caller(request, workspace, known.user(), "password");
    }

    /** Opens a session by a one-time link. */
    public Session signInByLink(RequestInfo request, String code) {
        Workspace workspace = workspace();
        Optional<Duration> pause = addresses.pause(request.sourceAddress(), clocks.machine());
        if (pause.isPresent()) {
            throw IdentityErrors.throttled(pause.get());
        }
        Optional<Stored> user = db.write(tx -> credentials
                .byHash(tx, CredentialStore.hash(code))
                .filter(link -> link.kind() == Kind.LINK && !link.expired(clocks.now(link.workspace())))
                .filter(link -> credentials.delete(tx, link.id()))
                .flatMap(link ->
                        principals.byIds(tx, List.of(link.principal())).stream().findFirst())
                .filter(stored -> stored.profile().active()));
        if (user.isEmpty()) {
            addresses.failed(request.sourceAddress(), clocks.machine());
            audit.record(Attempts.by(request, workspace, ""), SERVICE, "login", "", Map.of("by", "link"), "wrong link");
            throw IdentityErrors.badLink();
        }
        return open(request, workspace, user.get(), true);
    }

    /** A one-time link's code for a user, good for 24 hours; earlier ones are void. Needs the workspace administrator. */
    public Secret createLink(Caller caller, String userName) {
        if (!caller.workspaceAdmin()) {
            throw IdentityErrors.adminNeeded(caller, "make links to sign in with");
        }
        Secret code = db.write(tx -> {
            Workspace workspace = stores.workspaces()
                    .byName(tx, Workspaces.DEFAULT)
                    .filter(w -> w.metastore().equals(caller.metastore()))
                    .orElseThrow(
                            () -> AppException.denied("Nobody signs in to a throwaway workspace: use its tokens."));
            Stored user = principals
                    .byName(tx, workspace.metastore(), userName)
                    .filter(stored -> stored.principal().kind() == PrincipalKind.USER)
                    .orElseThrow(() -> IdentityErrors.principalNotFound(PrincipalKind.USER, userName));
            return link(tx, workspace, user, caller.principal().id());
        });
        audit.record(caller, SERVICE, "createLoginLink", userName, Map.of(), "");
        return code;
    }

    /** @param createdBy id of the principal that asks for it */
    Secret link(Tx tx, Workspace workspace, Stored user, String createdBy) {
        Secret code = new Secret(Ids.secret(24));
        credentials.deleteOf(tx, user.id(), List.of(Kind.LINK));
        credentials.insert(tx, credential(Kind.LINK, code, workspace, user, createdBy, Map.of(), LINK_LIFETIME));
        return code;
    }

    /**
     * Sets the password of the signed-in user and ends all their other sessions.
     *
     * @param current needed unless the session was opened by a one-time link
     */
    public void setPassword(Caller caller, Optional<String> current, String changed) {
        if (caller.authentication().method() != Authentication.Method.SESSION) {
            throw AppException.denied("A password is set in the browser, by the user who signed in there.");
        }
        checkPassword(changed);
        String id = caller.principal().id();
        String session = caller.authentication().credentialId();
        boolean byLink = db.read(tx -> credentials.byId(tx, session))
                .filter(found -> found.details().containsKey("link"))
                .isPresent();
        if (!byLink) {
            Stored user =
                    prove(caller.request(), workspace(), caller.principal().name(), current.orElse(""));
            if (!user.id().equals(id)) {
                throw IdentityErrors.badSignIn();
            }
        }
        String hash = passwords.of(changed);
        db.change(tx -> {
            principals.setPasswordHash(tx, id, hash);
            for (Kind kind : SIGNED_IN) {
                credentials.ofPrincipal(tx, id, kind).stream()
                        .filter(other -> !other.id().equals(session))
                        .forEach(other -> credentials.delete(tx, other.id()));
            }
            credentials.clearDetails(tx, session);
        });
        cache.changed();
        audit.record(caller, SERVICE, "changePassword", caller.principal().name(), Map.of(), "");
    }

    /** Refuses a password that is too short or too long, before anything is used up for it. */
    public static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw IdentityErrors.weakPassword(SHORTEST_PASSWORD);
        }
    }

    /** The caller of a session that was just opened. */
    public Caller callerOf(RequestInfo request, Session session) {
        return db.read(tx -> credentials
                        .byHash(tx, CredentialStore.hash(session.token().reveal()))
                        .flatMap(credential -> cache.load(tx, credential)))
                .map(known -> Authentications.caller(request, known, Optional.empty()))
                .orElseThrow(IdentityErrors::notSignedIn);
    }

    /** Whether the session may set a password without knowing the old one. */
    public boolean openedByLink(Caller caller) {
        return db.read(tx -> credentials.byId(tx, caller.authentication().credentialId()))
                .filter(found -> found.details().containsKey("link"))
                .isPresent();
    }

    /** Ends the session of the request. */
    public void signOut(Caller caller) {
        if (caller.authentication().method() == Authentication.Method.SESSION) {
            db.change(tx -> credentials.delete(tx, caller.authentication().credentialId()));
            cache.changed();
            audit.record(caller, SERVICE, "logout", "", Map.of(), "");
        }
    }

    /** Ends every session of the caller's and revokes their OAuth tokens; personal access tokens stay. */
    public void signOutEverywhere(Caller caller) {
        db.change(tx -> credentials.deleteOf(tx, caller.principal().id(), SIGNED_IN));
        cache.changed();
        audit.record(caller, SERVICE, "logout", "", Map.of("everywhere", "true"), "");
    }

    private Stored prove(RequestInfo request, Workspace workspace, String userName, String password) {
        Instant now = clocks.machine();
        String account = workspace.metastore() + "/" + userName.toLowerCase(java.util.Locale.ROOT);
        Optional<Duration> pause = accounts.pause(account, now).or(() -> addresses.pause(request.sourceAddress(), now));
        if (pause.isPresent()) {
            recordLogin(Attempts.by(request, workspace, userName), "throttled");
            throw IdentityErrors.throttled(pause.get());
        }
        Optional<Stored> user = db.read(tx -> principals.byName(tx, workspace.metastore(), userName))
                .filter(stored -> stored.principal().kind() == PrincipalKind.USER)
                .filter(stored -> stored.profile().active());
        Optional<String> hash = user.flatMap(stored -> db.read(tx -> principals.passwordHash(tx, stored.id())));
        boolean allowed = user.filter(stored -> db.read(tx -> cache.mayUsePassword(tx, stored, workspace.id())))
                .isPresent();
        boolean right = password.length() <= LONGEST_PASSWORD && passwords.matches(password, hash) && allowed;
        if (!right || user.isEmpty()) {
            accounts.failed(account, now);
            addresses.failed(request.sourceAddress(), now);
            recordLogin(Attempts.by(request, workspace, userName), "wrong user name or password");
            throw IdentityErrors.badSignIn();
        }
        accounts.succeeded(account);
        return user.get();
    }

    private Session open(RequestInfo request, Workspace workspace, Stored user, boolean byLink) {
        Secret token = new Secret(Ids.secret(32));
        Map<String, String> details = byLink ? Map.of("link", "true") : Map.of();
        Credential credential =
                credential(Kind.SESSION, token, workspace, user, user.id(), details, config.sessionLifetime());
        db.change(tx -> credentials.insert(tx, credential));
        recordLogin(caller(request, workspace, user, credential.id()), "");
        return new Session(token, config.sessionLifetime(), byLink);
    }

    private Credential credential(
            Kind kind,
            Secret secret,
            Workspace workspace,
            Stored user,
            String createdBy,
            Map<String, String> details,
            Duration lifetime) {
        Instant now = clocks.now(workspace.id());
        return new Credential(
                Ids.uuid(),
                kind,
                CredentialStore.hash(secret.reveal()),
                workspace.metastore(),
                workspace.id(),
                user.id(),
                createdBy,
                "",
                details,
                now,
                Optional.of(now.plus(lifetime)),
                Optional.empty());
    }

    private Caller caller(RequestInfo request, Workspace workspace, Stored user, String credentialId) {
        Credential pseudo = new Credential(
                credentialId,
                Kind.PERSONAL,
                "",
                workspace.metastore(),
                workspace.id(),
                user.id(),
                user.id(),
                "",
                Map.of(),
                clocks.now(workspace.id()),
                Optional.empty(),
                Optional.empty());
        return db.read(tx -> cache.load(tx, pseudo))
                .map(known -> Authentications.caller(request, known, Optional.empty()))
                .orElseThrow(IdentityErrors::notSignedIn);
    }

    private Workspace workspace() {
        return workspaces.defaultWorkspace().orElseThrow(IdentityErrors::badSignIn);
    }

    private void recordLogin(Caller caller, String refusal) {
        audit.record(caller, SERVICE, "login", caller.principal().name(), Map.of(), refusal);
    }
}
