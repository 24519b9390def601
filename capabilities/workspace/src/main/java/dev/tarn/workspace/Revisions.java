package dev.tarn.workspace;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.workspace.internal.LineDiff;
import dev.tarn.workspace.internal.RevisionStore;
import java.util.List;
import java.util.Map;

/** The history of each notebook and file: the last hundred contents, with who made them. Looking needs CAN_READ, restoring CAN_EDIT. */
public final class Revisions {
    private final Database db;
    private final Audit audit;
    private final Tree tree;
    private final Writing writing;
    private final RevisionStore store;

    Revisions(Database db, Audit audit, Tree tree, Writing writing, RevisionStore store) {
        this.db = db;
        this.audit = audit;
        this.tree = tree;
        this.writing = writing;
        this.store = store;
    }

    /** Newest first. */
    public Page<Revision> list(Caller caller, WorkspacePath path, PageRequest page) {
        tree.prepare(caller);
        long before = page.after().isEmpty() ? Long.MAX_VALUE : number(page.after());
        return db.read(tx -> Page.of(
                store.list(tx, content(tx, caller, PermissionLevel.CAN_READ, path), before, page.size() + 1),
                page,
                revision -> String.valueOf(revision.number())));
    }

    /** What a notebook or file held, in the format in which it was given. */
    public byte[] get(Caller caller, WorkspacePath path, long number) {
        tree.prepare(caller);
        return db.read(tx -> revision(tx, content(tx, caller, PermissionLevel.CAN_READ, path), number))
                .bytes();
    }

    /** The lines that differ between two revisions, each begun by {@code ' '}, {@code '-'} or {@code '+'}; empty if one is not text. */
    public List<String> diff(Caller caller, WorkspacePath path, long from, long to) {
        tree.prepare(caller);
        Content[] both = db.read(tx -> {
            Authorized<WorkspaceObject> object = content(tx, caller, PermissionLevel.CAN_READ, path);
            return new Content[] {revision(tx, object, from), revision(tx, object, to)};
        });
        return both[0].isText() && both[1].isText() ? LineDiff.of(both[0].text(), both[1].text()) : List.of();
    }

    /** Makes an old content the present one, as a new revision. */
    public WorkspaceObject restore(Caller caller, WorkspacePath path, long number) {
        tree.prepare(caller);
        WorkspaceObject restored = db.write(tx -> {
            Authorized<WorkspaceObject> object = content(tx, caller, PermissionLevel.CAN_EDIT, path);
            return writing.write(tx, caller, object, revision(tx, object, number));
        });
        audit.record(
                caller,
                WorkspaceObjects.AUDIT,
                "restoreRevision",
                path.value(),
                Map.of("revision", String.valueOf(number)),
                "");
        return restored;
    }

    private Authorized<WorkspaceObject> content(Tx tx, Caller caller, PermissionLevel level, WorkspacePath path) {
        Authorized<WorkspaceObject> object = tree.require(tx, caller, level, path);
        if (object.value().isFolder()) {
            throw WorkspaceErrors.isAFolder(path);
        }
        return object;
    }

    private Content revision(Tx tx, Authorized<WorkspaceObject> object, long number) {
        return store.content(tx, object, number)
                .orElseThrow(() -> WorkspaceErrors.noRevision(object.value().path(), number));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw dev.tarn.core.AppException.invalid("'page_token' is not one of this list.");
        }
    }
}
