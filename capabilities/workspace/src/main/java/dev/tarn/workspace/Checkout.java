package dev.tarn.workspace;

import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.db.Tx;
import dev.tarn.workspace.internal.ObjectStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Changes what lies in one git folder, in one transaction, for somebody who was authorized on the folder. Names are paths below it.
 * Knows every object of the folder, so that thousands of files need few look-ups. One thread at a time.
 */
public final class Checkout {
    private final Tx tx;
    private final Caller caller;
    private final Caller system;
    private final WorkspaceObject folder;
    private final Map<String, WorkspaceObject> objects = new HashMap<>();
    private final TreeSet<String> left = new TreeSet<>(Comparator.reverseOrder());
    private final Tree tree;
    private final ObjectAcls acls;
    private final Writing writing;
    private final ObjectStore store;

    Checkout(
            Tx tx,
            Caller caller,
            Authorized<WorkspaceObject> folder,
            List<WorkspaceObject> below,
            Tree tree,
            ObjectAcls acls,
            Writing writing,
            ObjectStore store) {
        this.tx = tx;
        this.caller = caller;
        this.system = Caller.system(caller.workspace(), caller.metastore());
        this.folder = folder.value();
        this.tree = tree;
        this.acls = acls;
        this.writing = writing;
        this.store = store;
        below.forEach(object -> objects.put(name(object), object));
    }

    /** Makes a notebook or file, or gives the one that is there a new content. What is there as another kind is removed first. */
    public WorkspaceObject put(String name, Content content) {
        WorkspaceObject found = objects.get(name);
        if (found != null && found.kind() != content.kind()) {
            if (found.isFolder() && !store.isEmpty(tx, found)) {
                throw WorkspaceErrors.exists(found.path());
            }
            forget(found);
            found = null;
        }
        WorkspaceObject object = found;
        if (object == null) {
            WorkspacePath path = WorkspacePath.parse(folder.path() + "/" + name);
            object = tree.insertBelow(tx, caller, parent(path), path, content.kind());
        }
        WorkspaceObject written = writing.write(tx, caller, ours(object), content);
        objects.put(name, written);
        return written;
    }

    /** Deletes a notebook or file for good. */
    public void remove(WorkspaceObject file) {
        WorkspaceObject known = objects.get(name(file));
        if (known == null || known.id() != file.id() || known.isFolder()) {
            throw WorkspaceErrors.notFound(file.path());
        }
        forget(known);
        for (WorkspacePath above = file.path().parent();
                !above.equals(folder.path()) && above.isIn(folder.path());
                above = above.parent()) {
            left.add(above.value().substring(folder.path().value().length() + 1));
        }
    }

    /** Deletes folders that hold nothing since their files were removed. */
    public void finish() {
        for (String name : left) {
            WorkspaceObject object = objects.get(name);
            if (object != null && object.kind() == ObjectKind.DIRECTORY && store.isEmpty(tx, object)) {
                forget(object);
            }
        }
    }

    private void forget(WorkspaceObject object) {
        acls.unregister(tx, caller, ours(object));
        store.delete(tx, object.id());
        objects.remove(name(object));
    }

    private WorkspaceObject parent(WorkspacePath path) {
        WorkspacePath parent = path.parent();
        if (parent.equals(folder.path())) {
            return folder;
        }
        String name = parent.value().substring(folder.path().value().length() + 1);
        WorkspaceObject found = objects.get(name);
        if (found == null) {
            found = tree.insertBelow(tx, caller, parent(parent), parent, ObjectKind.DIRECTORY);
            objects.put(name, found);
        } else if (!found.isFolder()) {
            throw WorkspaceErrors.notAFolder(parent);
        }
        return found;
    }

    /** What lies in the folder is decided by the folder, on which the caller was authorized. */
    private Authorized<WorkspaceObject> ours(WorkspaceObject object) {
        return acls.require(
                tx,
                system,
                PermissionLevel.CAN_MANAGE,
                Optional.of(object),
                () -> WorkspaceErrors.notFound(object.path()));
    }

    private String name(WorkspaceObject object) {
        return object.id() == folder.id()
                ? ""
                : object.path().value().substring(folder.path().value().length() + 1);
    }
}
