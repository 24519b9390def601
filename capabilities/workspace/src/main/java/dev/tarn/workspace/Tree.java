package dev.tarn.workspace;

import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.workspace.internal.ObjectStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What every door of the room goes by: the folders that each workspace has, homes, finding and authorizing objects, and making
 * them. Making something in a folder needs CAN_MANAGE on it, as at the vendor's (folder ACLs).
 */
final class Tree {
    private static final WorkspacePath USERS = new WorkspacePath("/Users");
    private static final WorkspacePath SHARED = new WorkspacePath("/Shared");
    private static final WorkspacePath REPOS = new WorkspacePath("/Repos");
    private static final String EVERYBODY = "users";

    private final Database db;
    private final ObjectAcls acls;
    private final PrincipalDirectory principals;
    private final Clocks clocks;
    private final ObjectStore store;
    /** Whose home is known to be there, by workspace and principal. */
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();

    Tree(Database db, ObjectAcls acls, PrincipalDirectory principals, Clocks clocks, ObjectStore store) {
        this.db = db;
        this.acls = acls;
        this.principals = principals;
        this.clocks = clocks;
        this.store = store;
    }

    /** Makes the folders that a workspace begins with, and the caller's home, unless they are there. Before each use case. */
    void prepare(Caller caller) {
        String key = caller.workspace() + "/" + caller.principal().id();
        if (!prepared.contains(key)) {
            db.change(tx -> {
                begin(tx, caller);
                if (!caller.isSystem() && caller.principal().kind() != PrincipalKind.GROUP) {
                    home(tx, caller, caller.principal());
                }
            });
            prepared.add(key);
        }
    }

    /** The folders of a new workspace. */
    void begin(Tx tx, Caller caller) {
        if (store.find(tx, caller.workspace(), WorkspacePath.ROOT).isPresent()) {
            return;
        }
        Caller system = Caller.system(caller.workspace(), caller.metastore());
        WorkspaceObject root = insert(tx, system, WorkspacePath.ROOT, ObjectKind.DIRECTORY, Optional.empty(), true);
        for (WorkspacePath path : List.of(USERS, SHARED, REPOS)) {
            insert(tx, system, path, ObjectKind.DIRECTORY, Optional.of(root), true);
        }
        WorkspaceObject shared = store.find(tx, caller.workspace(), SHARED).orElseThrow();
        principals
                .find(tx, caller.metastore(), EVERYBODY)
                .ifPresent(users -> acls.grant(tx, system, shared, users.id(), PermissionLevel.CAN_MANAGE));
    }

    /**
     * A principal's home, {@code /Users/<name>}, which the principal manages. A home that was another's, who had the same name, is not
     * given away: an administrator decides.
     */
    WorkspaceObject home(Tx tx, Caller caller, Principal principal) {
        return ownFolder(tx, caller, USERS, principal);
    }

    private WorkspaceObject ownFolder(Tx tx, Caller caller, WorkspacePath root, Principal principal) {
        WorkspacePath path = WorkspacePath.parse(root + "/" + principal.name().replace("/", "_"));
        Caller system = Caller.system(caller.workspace(), caller.metastore());
        WorkspaceObject parent = store.find(tx, caller.workspace(), root).orElseThrow();
        WorkspaceObject folder = store.find(tx, caller.workspace(), path)
                .orElseGet(() -> insert(tx, system, path, ObjectKind.DIRECTORY, Optional.of(parent), true));
        if (store.homeOf(tx, folder).isEmpty()) {
            store.homeOf(tx, folder, principal.id());
            acls.grant(tx, system, folder, principal.id(), PermissionLevel.CAN_MANAGE);
        }
        return folder;
    }

    Optional<WorkspaceObject> find(Tx tx, Caller caller, WorkspacePath path) {
        return store.find(tx, caller.workspace(), path);
    }

    /** The object, if the caller has the level on it; NOT_FOUND for one that they may not see. */
    Authorized<WorkspaceObject> require(Tx tx, Caller caller, PermissionLevel level, WorkspacePath path) {
        return require(
                tx, caller, level, store.find(tx, caller.workspace(), path), () -> WorkspaceErrors.notFound(path));
    }

    /** The same for an object that was found, with another error for one that the caller may not see. */
    Authorized<WorkspaceObject> require(
            Tx tx,
            Caller caller,
            PermissionLevel level,
            Optional<WorkspaceObject> found,
            Supplier<AppException> notSeen) {
        return acls.require(tx, caller, level, found, notSeen);
    }

    /** The object to look at: what is structural everybody sees. */
    WorkspaceObject see(Tx tx, Caller caller, WorkspacePath path) {
        Optional<WorkspaceObject> found = store.find(tx, caller.workspace(), path);
        if (found.filter(object -> isEverybodys(tx, object)).isPresent()) {
            return found.get();
        }
        return acls.require(tx, caller, PermissionLevel.CAN_READ, found, () -> WorkspaceErrors.notFound(path))
                .value();
    }

    /** Whether the caller may see everything in a folder, which is so if they have any level on the folder. */
    boolean seesAllIn(Tx tx, Caller caller, WorkspaceObject folder) {
        return acls.level(tx, caller, folder).isPresent();
    }

    /** The folder that something is to be made in; a home that is missing is made on the way. */
    Authorized<WorkspaceObject> parentFor(Tx tx, Caller caller, WorkspacePath path) {
        WorkspacePath parent = path.parent();
        if (store.find(tx, caller.workspace(), parent).isEmpty()) {
            makeMissingHome(tx, caller, parent);
        }
        Optional<WorkspaceObject> found = store.find(tx, caller.workspace(), parent);
        if (found.filter(object -> !object.isFolder()).isPresent()) {
            throw WorkspaceErrors.notAFolder(parent);
        }
        boolean seen = found.filter(object -> isEverybodys(tx, object)).isPresent();
        return acls.require(
                tx,
                caller,
                PermissionLevel.CAN_MANAGE,
                found,
                () -> seen ? WorkspaceErrors.denied(caller, parent) : WorkspaceErrors.noParent(parent));
    }

    /** Makes a folder and the folders above it that are missing; those that are there stay as they are. */
    void makeFolders(Tx tx, Caller caller, WorkspacePath path) {
        Optional<WorkspaceObject> found = store.find(tx, caller.workspace(), path);
        if (found.isPresent()) {
            if (!found.get().isFolder()) {
                throw WorkspaceErrors.exists(path);
            }
            see(tx, caller, path);
            return;
        }
        if (!makeMissingHome(tx, caller, path)) {
            makeFolders(tx, caller, path.parent());
            make(tx, caller, path, ObjectKind.DIRECTORY);
        }
    }

    /** Makes an object in its folder. Its maker manages it, unless that comes from the folder already. */
    Authorized<WorkspaceObject> make(Tx tx, Caller caller, WorkspacePath path, ObjectKind kind) {
        return make(tx, caller, path, kind, Ids.numeric());
    }

    /** The same with an id that was chosen before. */
    Authorized<WorkspaceObject> make(Tx tx, Caller caller, WorkspacePath path, ObjectKind kind, long id) {
        Authorized<WorkspaceObject> parent = parentFor(tx, caller, path);
        WorkspaceObject made = insert(tx, caller, path, kind, Optional.of(parent.value()), false, id);
        Authorized<WorkspaceObject> authorized = acls.require(
                tx, caller, PermissionLevel.CAN_MANAGE, Optional.of(made), () -> WorkspaceErrors.denied(caller, path));
        acls.revoke(tx, caller, authorized, caller.principal().id());
        return authorized;
    }

    /** Makes a home below /Users, or a folder for git folders below /Repos: the caller's own, or for an administrator anybody's. */
    private boolean makeMissingHome(Tx tx, Caller caller, WorkspacePath path) {
        WorkspacePath root = path.parent();
        if (!root.equals(USERS) && !root.equals(REPOS)) {
            return false;
        }
        boolean own = path.name().equals(caller.principal().name().replace("/", "_"));
        if (!own && !caller.workspaceAdmin()) {
            return false;
        }
        return principals
                .find(tx, caller.metastore(), path.name())
                .filter(principal -> principal.kind() != PrincipalKind.GROUP)
                .map(principal -> ownFolder(tx, caller, root, principal))
                .isPresent();
    }

    private boolean isEverybodys(Tx tx, WorkspaceObject object) {
        return object.structural() && store.homeOf(tx, object).isEmpty();
    }

    /** Refuses to put a git folder, or something that holds one, into another. */
    void requireOutsideGitFolders(Tx tx, Caller caller, WorkspacePath path) {
        for (WorkspacePath above = path.parent(); !above.isRoot(); above = above.parent()) {
            if (store.find(tx, caller.workspace(), above)
                    .filter(object -> object.kind() == ObjectKind.REPO)
                    .isPresent()) {
                throw WorkspaceErrors.insideGitFolder(path, above);
            }
        }
    }

    /** Makes an object in a folder that was authorized; permissions come from the folder alone. */
    WorkspaceObject insertBelow(Tx tx, Caller caller, WorkspaceObject parent, WorkspacePath path, ObjectKind kind) {
        Caller system = Caller.system(caller.workspace(), caller.metastore());
        return insert(tx, system, path, kind, Optional.of(parent), false);
    }

    private WorkspaceObject insert(
            Tx tx,
            Caller caller,
            WorkspacePath path,
            ObjectKind kind,
            Optional<WorkspaceObject> parent,
            boolean structural) {
        return insert(tx, caller, path, kind, parent, structural, Ids.numeric());
    }

    private WorkspaceObject insert(
            Tx tx,
            Caller caller,
            WorkspacePath path,
            ObjectKind kind,
            Optional<WorkspaceObject> parent,
            boolean structural,
            long id) {
        Instant now = clocks.now(caller);
        WorkspaceObject object = new WorkspaceObject(
                id, caller.workspace(), kind, path, structural, Optional.empty(), Optional.empty(), 0, 0, now, now);
        store.insert(tx, object, parent.map(WorkspaceObject::id), Optional.empty());
        acls.register(tx, caller, object, path.value(), parent);
        return object;
    }
}
