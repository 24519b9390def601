package dev.tarn.workspace;

import dev.tarn.access.AccessModule;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.workspace.internal.ObjectStore;
import dev.tarn.workspace.internal.RevisionStore;

/** Wires the room. */
public final class WorkspaceModule {
    private final WorkspaceObjects objects;
    private final Contents contents;
    private final Revisions revisions;
    private final Trash trash;
    private final Worktrees worktrees;

    public WorkspaceModule(Database db, AccessModule access, PrincipalDirectory principals, Clocks clocks) {
        ObjectAcls acls = access.objects();
        for (ObjectKind kind : ObjectKind.values()) {
            acls.serve(kind.type());
        }
        ObjectStore store = new ObjectStore();
        RevisionStore revisionStore = new RevisionStore();
        Tree tree = new Tree(db, acls, principals, clocks, store);
        Writing writing = new Writing(clocks, store, revisionStore);
        objects = new WorkspaceObjects(db, acls, access.audit(), tree, store);
        contents = new Contents(db, access.audit(), tree, writing, store, revisionStore);
        revisions = new Revisions(db, access.audit(), tree, writing, revisionStore);
        trash = new Trash(db, acls, access.audit(), clocks, tree, store);
        worktrees = new Worktrees(acls, tree, writing, store, revisionStore);
    }

    public WorkspaceObjects objects() {
        return objects;
    }

    public Contents contents() {
        return contents;
    }

    public Revisions revisions() {
        return revisions;
    }

    public Trash trash() {
        return trash;
    }

    /** For the room that keeps git folders. */
    public Worktrees worktrees() {
        return worktrees;
    }
}
