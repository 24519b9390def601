package dev.tarn.workspace;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.ObjectVisibility;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.Principal;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.workspace.internal.ObjectStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of a workspace: looking at it, making folders, moving, finding. Looking needs CAN_READ; what is in a folder is changed by
 * those who manage it. What a caller may not see does not exist for them.
 */
public final class WorkspaceObjects {
    static final String AUDIT = "workspace";
    /** Most objects of a list that is not paged. */
    private static final int LONGEST_LIST = 50_000;

    private final Database db;
    private final ObjectAcls acls;
    private final Audit audit;
    private final Tree tree;
    private final ObjectStore store;

    WorkspaceObjects(Database db, ObjectAcls acls, Audit audit, Tree tree, ObjectStore store) {
        this.db = db;
        this.acls = acls;
        this.audit = audit;
        this.tree = tree;
        this.store = store;
    }

    public WorkspaceObject get(Caller caller, WorkspacePath path) {
        tree.prepare(caller);
        return db.read(tx -> tree.see(tx, caller, path));
    }

    /**
     * What lies in a folder, by name; for anything else, the object itself.
     *
     * @throws dev.tarn.core.AppException MAX_LIST_SIZE_EXCEEDED for a folder that is to be listed in pages
     */
    public List<WorkspaceObject> list(Caller caller, WorkspacePath path) {
        tree.prepare(caller);
        return db.read(tx -> {
            WorkspaceObject object = tree.see(tx, caller, path);
            if (!object.isFolder()) {
                return List.of(object);
            }
            List<WorkspaceObject> children = children(tx, caller, object, "", LONGEST_LIST + 1);
            if (children.size() > LONGEST_LIST) {
                throw WorkspaceErrors.tooMany(path, LONGEST_LIST);
            }
            return children;
        });
    }

    /** What lies in a folder, by name, one page at a time. */
    public Page<WorkspaceObject> list(Caller caller, WorkspacePath path, PageRequest page) {
        tree.prepare(caller);
        return db.read(tx -> {
            WorkspaceObject folder = tree.see(tx, caller, path);
            if (!folder.isFolder()) {
                throw WorkspaceErrors.notAFolder(path);
            }
            return Page.of(
                    children(tx, caller, folder, page.after(), page.size() + 1),
                    page,
                    object -> object.path().name());
        });
    }

    /** Makes a folder and those above it; one that is there already stays. */
    public void mkdirs(Caller caller, WorkspacePath path) {
        tree.prepare(caller);
        db.change(tx -> tree.makeFolders(tx, caller, path));
        audit.record(caller, AUDIT, "mkdirs", path.value(), Map.of(), "");
    }

    /** Gives an object another place or name. Needs CAN_MANAGE on it and on the folder that it comes to. */
    public WorkspaceObject move(Caller caller, WorkspacePath from, WorkspacePath to) {
        tree.prepare(caller);
        WorkspaceObject moved = db.write(tx -> {
            Authorized<WorkspaceObject> object = tree.require(tx, caller, PermissionLevel.CAN_MANAGE, from);
            if (object.value().structural()) {
                throw WorkspaceErrors.isProtected(from);
            }
            if (to.isIn(from)) {
                throw WorkspaceErrors.intoItself(from, to);
            }
            WorkspaceObject parent = tree.parentFor(tx, caller, to).value();
            if (tree.find(tx, caller, to).isPresent()) {
                throw WorkspaceErrors.exists(to);
            }
            if (object.value().isFolder() && store.holdsGitFolder(tx, object)) {
                tree.requireOutsideGitFolders(tx, caller, to);
            }
            store.move(tx, object, to.value(), Optional.of(parent.id()));
            acls.moved(tx, caller, object, Optional.of(parent));
            acls.renamed(tx, caller, object, to.value());
            return tree.find(tx, caller, to).orElseThrow();
        });
        audit.record(caller, AUDIT, "move", from.value(), Map.of("to", to.value()), "");
        return moved;
    }

    /**
     * Objects in a folder, at any depth, whose name or text holds a text, whatever the case of ASCII letters. Reads every text, so it
     * is for thousands of notebooks, not millions.
     */
    public Page<WorkspaceObject> search(Caller caller, WorkspacePath folder, String text, PageRequest page) {
        if (text.isBlank() || text.length() > 200) {
            throw dev.tarn.core.AppException.invalid("'query' must be 1 to 200 characters to look for.");
        }
        tree.prepare(caller);
        String pattern = "%" + lower(text).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        long after = after(page);
        return db.read(tx -> {
            tree.see(tx, caller, folder);
            return Page.of(
                    store.search(
                            tx,
                            folder,
                            acls.visible(caller),
                            caller.workspace(),
                            new ObjectStore.Search(pattern, after, page.size() + 1)),
                    page,
                    object -> String.valueOf(object.id()));
        });
    }

    /** Makes the folders that a workspace begins with, in the transaction that makes it. */
    public void workspaceCreated(Tx tx, Caller system) {
        tree.begin(tx, system);
    }

    /** Makes the home of a new user or service principal, in the transaction that makes them. */
    public void principalCreated(Tx tx, Caller caller, Principal principal) {
        tree.begin(tx, caller);
        tree.home(tx, caller, principal);
    }

    /** Deletes everything that this room keeps of a workspace, in the transaction that deletes it. */
    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        store.deleteWorkspace(tx, workspace);
    }

    private List<WorkspaceObject> children(Tx tx, Caller caller, WorkspaceObject folder, String after, int limit) {
        Optional<ObjectVisibility> visible =
                tree.seesAllIn(tx, caller, folder) ? Optional.empty() : Optional.of(acls.visible(caller));
        return store.children(tx, folder, visible, after, limit);
    }

    private static long after(PageRequest page) {
        try {
            return page.after().isEmpty() ? 0 : Long.parseLong(page.after());
        } catch (NumberFormatException e) {
            throw dev.tarn.core.AppException.invalid("'page_token' is not one of this list.");
        }
    }

    /** As SQLite does it: ASCII alone. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) < 128) {
                lower.setCharAt(
                        i,
                        String.valueOf(lower.charAt(i)).toLowerCase(Locale.ROOT).charAt(0));
            }
        }
        return lower.toString();
    }
}
