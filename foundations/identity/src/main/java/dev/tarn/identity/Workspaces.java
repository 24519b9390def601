package dev.tarn.identity;

import dev.tarn.access.Audit;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.Secret;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.BuiltIn;
import dev.tarn.identity.internal.CallerCache;
import dev.tarn.identity.internal.CredentialStore;
import dev.tarn.identity.internal.CredentialStore.Credential;
import dev.tarn.identity.internal.CredentialStore.Kind;
import dev.tarn.identity.internal.PrincipalStore;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import dev.tarn.identity.internal.Stores;
import dev.tarn.identity.internal.ThrowawayToken;
import dev.tarn.identity.internal.WorkspaceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Workspaces. The first start makes {@code default}; throwaway workspaces, each with a metastore, principals and a clock of its
 * own, are made and dropped in milliseconds.
 */
public final class Workspaces {
    public static final String DEFAULT = "default";

    private static final String SERVICE = "accounts";
    private static final Duration LONGEST_ADVANCE = Duration.ofDays(3650);

    /** A new throwaway workspace. @param adminToken of its administrator, shown once */
    public record NewWorkspace(Workspace workspace, Secret adminToken) {}

    private final Database db;
    private final WorkspaceStore store;
    private final PrincipalStore principals;
    private final CredentialStore credentials;
    private final Stores stores;
    private final BuiltIn builtIn;
    private final CallerCache cache;
    private final Audit audit;
    private final Clocks clocks;
    private final List<WorkspaceListener> listeners = new CopyOnWriteArrayList<>();

    Workspaces(Database db, Stores stores, CallerCache cache, Audit audit, Clocks clocks) {
        this.db = db;
        this.stores = stores;
        this.store = stores.workspaces();
        this.principals = stores.principals();
        this.credentials = stores.credentials();
        this.builtIn = new BuiltIn(principals);
        this.cache = cache;
        this.audit = audit;
        this.clocks = clocks;
    }

    /** Adds a room that keeps something per workspace; before the first start. */
    public void listen(WorkspaceListener listener) {
        listeners.add(listener);
    }

    /** The workspaces that the caller may know of: their own metastore's and, for who may make them, the throwaway ones. */
    public List<Workspace> list(Caller caller) {
        return db.read(tx -> {
            Workspace own = require(tx, caller.workspace());
            return caller.workspaceAdmin() && !own.throwaway()
                    ? store.all(tx)
                    : store.ofMetastore(tx, caller.metastore());
        });
    }

    /**
     * Makes a throwaway workspace. Needs an administrator of a lasting workspace.
     *
     * @param name as in {@code tarn-throwaway-<name>}; empty for a random one
     */
    public NewWorkspace create(Caller caller, Optional<String> name) {
        requireLastingAdmin(caller, "createWorkspace");
        String wanted = name.orElseGet(() -> "w" + Ids.hex16());
        ThrowawayToken token = ThrowawayToken.ofName(wanted).orElseThrow(() -> IdentityErrors.workspaceName(wanted));
        Secret secret = new Secret("dapi" + Ids.secret(16));
        Workspace created = db.write(tx -> {
            if (store.byName(tx, token.name()).isPresent()) {
                throw IdentityErrors.workspaceExists(token.name());
            }
            Workspace workspace = insert(tx, token.name(), true);
            Stored admin = user(tx, workspace, ThrowawayToken.ADMIN, true);
            credential(tx, workspace, admin, secret.reveal());
            announce(tx, workspace);
            return workspace;
        });
        audit.record(
                caller,
                SERVICE,
                "createWorkspace",
                created.name(),
                Map.of("id", created.id().toString()),
                "");
        return new NewWorkspace(created, secret);
    }

    /**
     * Makes another workspace on the caller's metastore: its principals, catalogs and grants are the same, its warehouses and other
     * objects its own. It lasts as long as the caller's own does. Needs a workspace administrator.
     *
     * @param name unique on this server
     */
    public Workspace createBeside(Caller caller, String name) {
        if (!caller.workspaceAdmin()) {
            var refusal = IdentityErrors.adminNeeded(caller, "make workspaces");
            audit.record(caller, SERVICE, "createWorkspace", name, Map.of(), refusal.message());
            throw refusal;
        }
        String checked = ThrowawayToken.ofName(name)
                .orElseThrow(() -> IdentityErrors.workspaceName(name))
                .name();
        Workspace created = db.write(tx -> {
            if (store.byName(tx, checked).isPresent()) {
                throw IdentityErrors.workspaceExists(checked);
            }
            boolean throwaway = require(tx, caller.workspace()).throwaway();
            Instant now = clocks.machine();
            Workspace workspace =
                    new Workspace(new WorkspaceId(Ids.numeric()), checked, caller.metastore(), throwaway, now, now);
            store.insert(tx, workspace);
            listeners.forEach(listener -> listener.attached(tx, workspace.system(), workspace));
            return workspace;
        });
        cache.changed();
        audit.record(
                caller,
                SERVICE,
                "createWorkspace",
                checked,
                Map.of("id", created.id().toString()),
                "");
        return created;
    }

    /**
     * Drops a workspace: a throwaway one, or one beside the caller's own. The last one of a metastore goes with everything in it. Needs its
     * administrator or one of a lasting workspace.
     */
    public void drop(Caller caller, WorkspaceId id) {
        boolean ownMetastore = db.read(tx -> store.byId(tx, id))
                .filter(workspace -> workspace.metastore().equals(caller.metastore()))
                .isPresent();
        if (!ownMetastore) {
            requireLastingAdmin(caller, "deleteWorkspace");
        } else if (!caller.workspaceAdmin()) {
            throw IdentityErrors.adminNeeded(caller, "drop the workspace");
        }
        Workspace dropped = db.write(tx -> {
            Workspace workspace = require(tx, id);
            boolean beside = !workspace.name().equals(DEFAULT)
                    && workspace.metastore().equals(caller.metastore())
                    && !workspace.id().equals(caller.workspace());
            if (!workspace.throwaway() && !beside) {
                throw IdentityErrors.notThrowaway();
            }
            delete(tx, workspace);
            return workspace;
        });
        cache.changed();
        audit.record(caller, SERVICE, "deleteWorkspace", dropped.name(), Map.of("id", id.toString()), "");
    }

    /** Moves the clock of the caller's throwaway workspace forward, by ten years at most; returns the time that it shows now. */
    public Instant advanceClock(Caller caller, Duration by) {
        if (by.isNegative() || by.compareTo(LONGEST_ADVANCE) > 0) {
            throw dev.tarn.core.AppException.invalid(
                    "'advance_seconds' must be 0 to %d.".formatted(LONGEST_ADVANCE.toSeconds()));
        }
        if (!caller.workspaceAdmin()) {
            throw IdentityErrors.adminNeeded(caller, "move the workspace's clock");
        }
        db.change(tx -> {
            if (!require(tx, caller.workspace()).throwaway()) {
                throw IdentityErrors.notThrowaway();
            }
            store.moveClock(tx, caller.workspace(), by);
        });
        clocks.advance(caller.workspace(), by);
        audit.record(caller, SERVICE, "advanceClock", "", Map.of("seconds", String.valueOf(by.toSeconds())), "");
        return clocks.now(caller);
    }

    /** The workspace that requests without another hint are for; empty before the first start. */
    public Optional<Workspace> defaultWorkspace() {
        return db.read(tx -> store.byName(tx, DEFAULT));
    }

    /** Makes the workspace and the user that a throwaway token stands for, unless they are there. */
    void ensure(ThrowawayToken token, String secret) {
        db.change(tx -> {
            String hash = CredentialStore.hash(secret);
            if (credentials.byHash(tx, hash).isPresent()) {
                return;
            }
            Optional<Workspace> known = store.byName(tx, token.name());
            Workspace workspace = known.orElseGet(() -> insert(tx, token.name(), true));
            if (!workspace.throwaway()) {
                throw IdentityErrors.notSignedIn();
            }
            if (known.isEmpty()) {
                user(tx, workspace, ThrowawayToken.ADMIN, true);
            }
            Stored user = principals
                    .byName(tx, workspace.metastore(), token.user())
                    .orElseGet(() -> user(tx, workspace, token.user(), false));
            credential(tx, workspace, user, secret);
            if (known.isEmpty()) {
                announce(tx, workspace);
            }
        });
    }

    /** Makes the first workspace with its administrator. */
    Workspace createDefault(Tx tx, String adminEmail) {
        Workspace workspace = insert(tx, DEFAULT, false);
        user(tx, workspace, adminEmail, true);
        announce(tx, workspace);
        return workspace;
    }

    /** Gives the workspaces' clocks back what they were moved by before a restart. */
    void restoreClocks() {
        db.read(store::clockOffsets).forEach(clocks::advance);
    }

    /** Drops throwaway workspaces that nobody has used for a while. @return how many */
    int dropIdle(Duration idle) {
        Instant before = clocks.machine().minus(idle);
        List<Workspace> due = new ArrayList<>(db.read(store::all));
        due.removeIf(
                workspace -> !workspace.throwaway() || !workspace.lastUsedAt().isBefore(before));
        for (Workspace workspace : due) {
            db.change(tx -> store.byId(tx, workspace.id())
                    .filter(now -> now.lastUsedAt().isBefore(before))
                    .ifPresent(now -> delete(tx, now)));
        }
        if (!due.isEmpty()) {
            cache.changed();
        }
        return due.size();
    }

    private Workspace insert(Tx tx, String name, boolean throwaway) {
        Instant now = clocks.machine();
        Workspace workspace = new Workspace(new WorkspaceId(Ids.numeric()), name, Ids.uuid(), throwaway, now, now);
        store.insert(tx, workspace);
        builtIn.create(tx, workspace.metastore(), now);
        return workspace;
    }

    private Stored user(Tx tx, Workspace workspace, String email, boolean admin) {
        Profile profile = Profile.named(email).checked(PrincipalKind.USER);
        Principal principal = new Principal(String.valueOf(Ids.numeric()), email, PrincipalKind.USER);
        Stored stored = new Stored(principal, workspace.metastore(), profile, false);
        principals.insert(tx, stored, clocks.machine());
        if (admin) {
            Principal admins = builtIn.group(tx, workspace.metastore(), BuiltIn.ADMINS);
            stores.memberships().add(tx, admins.id(), List.of(stored.id()));
        }
        return stored;
    }

    private void credential(Tx tx, Workspace workspace, Stored user, String secret) {
        credentials.insert(
                tx,
                new Credential(
                        CredentialStore.hash("id:" + secret),
                        Kind.PERSONAL,
                        CredentialStore.hash(secret),
                        workspace.metastore(),
                        workspace.id(),
                        user.id(),
                        user.id(),
                        "throwaway",
                        Map.of(),
                        clocks.now(workspace.id()),
                        Optional.empty(),
                        Optional.empty()));
    }

    private void announce(Tx tx, Workspace workspace) {
        listeners.forEach(listener -> listener.created(tx, workspace.system(), workspace));
    }

    private void delete(Tx tx, Workspace workspace) {
        if (store.ofMetastore(tx, workspace.metastore()).size() > 1) {
            listeners.forEach(listener -> listener.detached(tx, workspace));
            credentials.deleteOfWorkspace(tx, workspace.id());
        } else {
            listeners.forEach(listener -> listener.dropped(tx, workspace));
            principals.deleteAll(tx, workspace.metastore());
        }
        store.delete(tx, workspace.id());
    }

    private Workspace require(Tx tx, WorkspaceId id) {
        return store.byId(tx, id).orElseThrow(() -> IdentityErrors.workspaceNotFound(id.toString()));
    }

    /** Whether the caller administers a lasting workspace, and with it what all workspaces share. */
    public boolean administersServer(Caller caller) {
        return caller.workspaceAdmin()
                && db.read(tx -> store.byId(tx, caller.workspace())
                        .filter(workspace -> !workspace.throwaway())
                        .isPresent());
    }

    private void requireLastingAdmin(Caller caller, String action) {
        if (!administersServer(caller)) {
            var refusal = IdentityErrors.adminNeeded(caller, "make or drop other workspaces");
            audit.record(caller, SERVICE, action, "", Map.of(), refusal.message());
            throw refusal;
        }
    }
}
