package dev.tarn.identity.internal;

import dev.tarn.core.Principal;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.CredentialStore.Credential;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who a credential stands for, kept in memory so that a request costs no query. Whatever changes principals or credentials
 * calls {@link #changed} after its commit, which makes everything known stale at once; changes by another process are seen within
 * {@link #LONGEST_MILLIS}.
 */
public final class CallerCache {
    private static final long LONGEST_MILLIS = 3_000;
    private static final int MOST = 50_000;

    /**
     * Whom a credential stands for.
     *
     * @param groups all of them, through other groups too
     * @param workspaces those of the metastore
     */
    public record Known(
            Credential credential,
            Principal principal,
            Set<Principal> groups,
            boolean admin,
            Set<WorkspaceId> workspaces) {}

    private record Cached(Known known, long epoch, long loadedNanos) {}

    private final Database db;
    private final PrincipalStore principals;
    private final MembershipStore memberships;
    private final CredentialStore credentials;
    private final WorkspaceStore workspaces;
    private final CredentialUse use;
    private final AtomicLong epoch = new AtomicLong();
    private final Map<String, Cached> cache = new ConcurrentHashMap<>();

    public CallerCache(Database db, Stores stores, CredentialUse use) {
        this.use = use;
        this.db = db;
        this.principals = stores.principals();
        this.memberships = stores.memberships();
        this.credentials = stores.credentials();
        this.workspaces = stores.workspaces();
    }

    /** Principals, groups or credentials are not what they were. After the commit. */
    public void changed() {
        epoch.incrementAndGet();
    }

    /** Counts changes; what was derived from principals before it moved is stale. */
    public long epoch() {
        return epoch.get();
    }

    /** Whom the credential with this hash stands for; empty if there is none, or its principal is not active or may not use it. */
    public Optional<Known> byHash(String hash) {
        long now = epoch.get();
        Cached cached = cache.get(hash);
        if (cached != null
                && cached.epoch() == now
                && System.nanoTime() - cached.loadedNanos() < LONGEST_MILLIS * 1_000_000) {
            return Optional.of(cached.known());
        }
        Optional<Known> loaded =
                db.read(tx -> credentials.byHash(tx, hash).flatMap(credential -> load(tx, credential)));
        if (loaded.isEmpty()) {
            cache.remove(hash);
        } else {
            if (cache.size() >= MOST) {
                cache.clear();
            }
            cache.put(hash, new Cached(loaded.get(), now, System.nanoTime()));
        }
        return loaded;
    }

    /** The same without the cache, inside a transaction. */
    public Optional<Known> load(Tx tx, Credential credential) {
        return principals.byIds(tx, List.of(credential.principal())).stream()
                .filter(stored -> stored.profile().active())
                .findFirst()
                .map(stored -> known(tx, credential, stored))
                .filter(known -> mayBeUsed(tx, known));
    }

    /** A principal and all its groups, as they are now; empty if it is gone or not active. */
    public Optional<Standing> standing(String principalId) {
        return db.read(tx -> principals.byIds(tx, List.of(principalId)).stream()
                .filter(stored -> stored.profile().active())
                .findFirst()
                .map(stored -> new Standing(stored.principal(), groups(tx, stored), stored.metastore())));
    }

    /** A principal with the groups that it is in. */
    public record Standing(Principal principal, Set<Principal> groups, String metastore) {
        public boolean admin() {
            return groups.stream().anyMatch(group -> group.name().equals(BuiltIn.ADMINS));
        }
    }

    private Known known(Tx tx, Credential credential, Stored stored) {
        Set<Principal> groups = groups(tx, stored);
        Set<WorkspaceId> ids = new HashSet<>();
        workspaces.ofMetastore(tx, stored.metastore()).forEach(workspace -> ids.add(workspace.id()));
        boolean admin = groups.stream().anyMatch(group -> group.name().equals(BuiltIn.ADMINS));
        return new Known(credential, stored.principal(), groups, admin, Set.copyOf(ids));
    }

    private boolean mayBeUsed(Tx tx, Known known) {
        Credential credential = known.credential();
        return credential.kind() != CredentialStore.Kind.PERSONAL
                || use.allows(
                        tx,
                        known.principal(),
                        known.groups(),
                        new CredentialUse.Where(credential.workspace(), credential.metastore()),
                        CredentialUse.Subject.TOKENS);
    }

    /** Whether a principal may make and use personal access tokens in a workspace. */
    public boolean mayUseTokens(Tx tx, String principalId, WorkspaceId workspace) {
        return principals.byIds(tx, List.of(principalId)).stream()
                .anyMatch(stored -> use.allows(
                        tx,
                        stored.principal(),
                        groups(tx, stored),
                        new CredentialUse.Where(workspace, stored.metastore()),
                        CredentialUse.Subject.TOKENS));
    }

    /** Whether a user may sign in with a password. */
    public boolean mayUsePassword(Tx tx, Stored stored, WorkspaceId workspace) {
        return use.allows(
                tx,
                stored.principal(),
                groups(tx, stored),
                new CredentialUse.Where(workspace, stored.metastore()),
                CredentialUse.Subject.PASSWORDS);
    }

    private Set<Principal> groups(Tx tx, Stored stored) {
        String metastore = stored.metastore();
        Principal users =
                principals.byName(tx, metastore, BuiltIn.USERS).orElseThrow().principal();
        Principal everyone =
                principals.byName(tx, metastore, BuiltIn.EVERYONE).orElseThrow().principal();
        Set<Principal> groups =
                new HashSet<>(memberships.allGroupsOf(tx, List.of(stored.id(), users.id(), everyone.id())));
        groups.add(users);
        groups.add(everyone);
        return Set.copyOf(groups);
    }
}
