package dev.tarn.workspace;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.workspace.internal.ObjectStore;
import dev.tarn.workspace.internal.TrashStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Deleting, and what can be done about it for 30 days. What is deleted is gone from the tree at once, with everything in it; who
 * deleted it, and workspace administrators, can restore it or delete it for good.
 */
public final class Trash {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SHOWN = 1_000;
    private static final int BATCH = 100;
    private static final int MOST_BELOW = 1_000_000;

    private final Database db;
    private final ObjectAcls acls;
    private final Audit audit;
    private final Clocks clocks;
    private final Tree tree;
    private final ObjectStore objects;
    private final TrashStore store = new TrashStore();
    private final List<PurgeListener> listeners = new CopyOnWriteArrayList<>();

    /** Who keeps something of git folders. */
    @FunctionalInterface
    public interface PurgeListener {
        /** A git folder is being deleted for good, in this transaction. */
        void gitFolderPurged(Tx tx, Caller caller, long id);
    }

    Trash(Database db, ObjectAcls acls, Audit audit, Clocks clocks, Tree tree, ObjectStore objects) {
        this.db = db;
        this.acls = acls;
        this.audit = audit;
        this.clocks = clocks;
        this.tree = tree;
        this.objects = objects;
    }

    /**
     * Moves an object into the trash. Needs CAN_MANAGE.
     *
     * @throws dev.tarn.core.AppException DIRECTORY_NOT_EMPTY unless {@code recursive}; DIRECTORY_PROTECTED for what every workspace has
     */
    public void delete(Caller caller, WorkspacePath path, boolean recursive) {
        tree.prepare(caller);
        db.change(tx -> {
            tree.see(tx, caller, path);
            Authorized<WorkspaceObject> object = acls.require(
                    tx,
                    caller,
                    PermissionLevel.CAN_MANAGE,
                    tree.find(tx, caller, path),
                    () -> WorkspaceErrors.denied(caller, path));
            if (object.value().structural()) {
                throw WorkspaceErrors.isProtected(path);
            }
            if (object.value().isFolder() && !recursive && !objects.isEmpty(tx, object.value())) {
                throw WorkspaceErrors.notEmpty(path);
            }
            objects.move(tx, object, "~" + object.value().id() + "/" + path.name(), Optional.empty());
            store.mark(tx, object, caller, clocks.now(caller));
        });
        audit.record(
                caller,
                WorkspaceObjects.AUDIT,
                "delete",
                path.value(),
                Map.of("recursive", String.valueOf(recursive)),
                "");
    }

    /** What the caller deleted, newest first, at most a thousand; for administrators, what anybody did. */
    public List<TrashedObject> list(Caller caller) {
        return db.read(tx -> store.list(tx, caller.workspace(), whose(caller), SHOWN));
    }

    /** Brings something back to where it was, or to another place. Needs CAN_MANAGE on the folder. */
    public WorkspaceObject restore(Caller caller, long id, Optional<WorkspacePath> place) {
        tree.prepare(caller);
        WorkspaceObject restored = db.write(tx -> {
            TrashedObject trashed = find(tx, caller, id);
            WorkspacePath to = place.orElse(trashed.from());
            WorkspaceObject parent = tree.parentFor(tx, caller, to).value();
            if (tree.find(tx, caller, to).isPresent()) {
                throw WorkspaceErrors.exists(to);
            }
            Authorized<WorkspaceObject> object = ours(tx, caller, store.object(tx, id));
            objects.move(tx, object, to.value(), Optional.of(parent.id()));
            acls.moved(tx, caller, object, Optional.of(parent));
            acls.renamed(tx, caller, object, to.value());
            store.unmark(tx, id);
            return tree.find(tx, caller, to).orElseThrow();
        });
        audit.record(caller, WorkspaceObjects.AUDIT, "restore", restored.path().value(), Map.of(), "");
        return restored;
    }

    /** Deletes something in the trash for good. */
    public void purge(Caller caller, long id) {
        db.change(tx -> {
            find(tx, caller, id);
            purge(tx, caller, id);
        });
        audit.record(caller, WorkspaceObjects.AUDIT, "purge", String.valueOf(id), Map.of(), "");
    }

    /** Deletes for good what has been in the trash for 30 days; called now and then for each workspace. */
    public int purgeExpired(Caller system) {
        return db.write(tx -> {
            List<Long> expired =
                    store.expired(tx, system.workspace(), clocks.now(system).minus(KEPT), BATCH);
            expired.forEach(id -> purge(tx, system, id));
            return expired.size();
        });
    }

    /** Tells somebody of git folders that are deleted for good; at start. */
    public void tell(PurgeListener listener) {
        listeners.add(listener);
    }

    private void purge(Tx tx, Caller caller, long id) {
        Authorized<WorkspaceObject> root = ours(tx, caller, store.object(tx, id));
        for (WorkspaceObject object : objects.below(tx, root, MOST_BELOW)) {
            acls.unregister(tx, caller, ours(tx, caller, object));
            if (object.kind() == ObjectKind.REPO) {
                listeners.forEach(listener -> listener.gitFolderPurged(tx, caller, object.id()));
            }
        }
        objects.delete(tx, id);
    }

    /** What lies in the trash is decided by who put it there; the server itself acts on it then. */
    private Authorized<WorkspaceObject> ours(Tx tx, Caller caller, WorkspaceObject object) {
        Caller system = Caller.system(caller.workspace(), caller.metastore());
        return acls.require(
                tx,
                system,
                PermissionLevel.CAN_MANAGE,
                Optional.of(object),
                () -> WorkspaceErrors.notInTrash(object.id()));
    }

    private TrashedObject find(Tx tx, Caller caller, long id) {
        return store.find(tx, caller.workspace(), id, whose(caller)).orElseThrow(() -> WorkspaceErrors.notInTrash(id));
    }

    private static Optional<String> whose(Caller caller) {
        return caller.workspaceAdmin()
                ? Optional.empty()
                : Optional.of(caller.principal().name());
    }
}
