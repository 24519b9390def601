package dev.tarn.workspace;

import dev.tarn.access.Authorized;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.db.Tx;
import dev.tarn.workspace.internal.ObjectStore;
import dev.tarn.workspace.internal.RevisionStore;
import java.util.Optional;

/** Gives an object a content, as its next revision; the same content again is no revision. */
final class Writing {
    /** Revisions of one object that are kept. */
    private static final int KEPT = 100;

    private final Clocks clocks;
    private final ObjectStore store;
    private final RevisionStore revisions;

    Writing(Clocks clocks, ObjectStore store, RevisionStore revisions) {
        this.clocks = clocks;
        this.store = store;
        this.revisions = revisions;
    }

    WorkspaceObject write(Tx tx, Caller caller, Authorized<WorkspaceObject> object, Content content) {
        WorkspaceObject old = object.value();
        if (revisions.hash(tx, old).equals(Optional.of(content.hash()))) {
            store.touched(tx, old.id(), clocks.now(caller));
        } else {
            Revision next = new Revision(
                    old.revision() + 1,
                    caller.principal().id(),
                    caller.principal().name(),
                    clocks.now(caller),
                    content.size());
            revisions.add(tx, object, content, next, KEPT);
        }
        return store.find(tx, caller.workspace(), old.path()).orElseThrow();
    }
}
