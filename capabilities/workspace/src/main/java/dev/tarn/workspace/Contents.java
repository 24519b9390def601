package dev.tarn.workspace;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.workspace.internal.ContentReader;
import dev.tarn.workspace.internal.ContentReader.Asset;
import dev.tarn.workspace.internal.ContentWriter;
import dev.tarn.workspace.internal.ContentWriter.Part;
import dev.tarn.workspace.internal.ObjectStore;
import dev.tarn.workspace.internal.RevisionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What notebooks and files hold: import and export. What was imported comes back byte for byte in the format it came in; other
 * formats are made when they are asked for. Each change is a revision.
 */
public final class Contents {
    private static final long MOST_EXPORTED_BYTES = 100L << 20;
    private static final int MOST_EXPORTED = 10_000;

    private final Database db;
    private final Audit audit;
    private final Tree tree;
    private final Writing writing;
    private final ObjectStore store;
    private final RevisionStore revisions;

    Contents(Database db, Audit audit, Tree tree, Writing writing, ObjectStore store, RevisionStore revisions) {
        this.db = db;
        this.audit = audit;
        this.tree = tree;
        this.writing = writing;
        this.store = store;
        this.revisions = revisions;
    }

    /**
     * Imports a notebook, a file or an archive of notebooks; all of it or, if something is wrong, nothing.
     *
     * @throws dev.tarn.core.AppException RESOURCE_ALREADY_EXISTS, RESOURCE_DOES_NOT_EXIST (the folder), INVALID_PARAMETER_VALUE
     */
    public void importContent(Caller caller, ImportRequest request) {
        tree.prepare(caller);
        List<Asset> assets = ContentReader.read(request);
        db.change(tx -> {
            if (request.format() == ImportRequest.Format.DBC) {
                if (tree.find(tx, caller, request.path()).isPresent()) {
                    throw WorkspaceErrors.exists(request.path());
                }
                for (Asset asset : assets) {
                    tree.makeFolders(tx, caller, asset.path().parent());
                    put(tx, caller, asset, false, false);
                }
            } else {
                put(tx, caller, assets.get(0), request.overwrite(), false);
            }
        });
        audit.record(
                caller,
                WorkspaceObjects.AUDIT,
                "import",
                request.path().value(),
                Map.of("format", request.format().name(), "objects", String.valueOf(assets.size())),
                "");
    }

    /** The same for one file as file clients send it: a notebook if it looks like one, and 409 for a file that is there. */
    public WorkspaceObject importFile(Caller caller, WorkspacePath path, byte[] content, boolean overwrite) {
        tree.prepare(caller);
        Asset asset = ContentReader.detect(path, content);
        WorkspaceObject made = db.write(tx -> put(tx, caller, asset, overwrite, true));
        audit.record(caller, WorkspaceObjects.AUDIT, "importFile", asset.path().value(), Map.of(), "");
        return made;
    }

    /** A notebook in a format, a file as it is, a folder as an archive. Needs CAN_READ. */
    public Exported export(Caller caller, WorkspacePath path, Exported.Format format) {
        tree.prepare(caller);
        List<Part> parts = db.read(tx -> {
            Authorized<WorkspaceObject> object = tree.require(tx, caller, PermissionLevel.CAN_READ, path);
            return object.value().isFolder() ? inFolder(tx, object) : List.of(part(tx, object.value()));
        });
        audit.record(caller, WorkspaceObjects.AUDIT, "export", path.value(), Map.of("format", format.name()), "");
        boolean folder = parts.size() != 1 || !parts.get(0).object().path().equals(path);
        return folder ? ContentWriter.folder(path, parts, format) : ContentWriter.one(parts.get(0), format);
    }

    private List<Part> inFolder(Tx tx, Authorized<WorkspaceObject> folder) {
        List<Part> parts = new ArrayList<>();
        List<WorkspaceObject> objects = store.below(tx, folder, MOST_EXPORTED + 1);
        WorkspacePath path = folder.value().path();
        long bytes = objects.stream().mapToLong(WorkspaceObject::size).sum();
        if (objects.size() > MOST_EXPORTED || bytes > MOST_EXPORTED_BYTES) {
            throw WorkspaceErrors.exportTooLarge(path, MOST_EXPORTED_BYTES);
        }
        for (WorkspaceObject object : objects) {
            if (!object.isFolder()) {
                parts.add(part(tx, object));
            }
        }
        return parts;
    }

    private Part part(Tx tx, WorkspaceObject object) {
        return new Part(object, revisions.contentBelow(tx, object).orElseThrow());
    }

    private WorkspaceObject put(Tx tx, Caller caller, Asset asset, boolean overwrite, boolean asFile) {
        WorkspacePath path = asset.path();
        Optional<WorkspaceObject> found = tree.find(tx, caller, path);
        if (found.isEmpty()) {
            Authorized<WorkspaceObject> made =
                    tree.make(tx, caller, path, asset.content().kind());
            return writing.write(tx, caller, made, asset.content());
        }
        Authorized<WorkspaceObject> object =
                tree.require(tx, caller, PermissionLevel.CAN_EDIT, found, () -> WorkspaceErrors.denied(caller, path));
        boolean file = asFile && object.value().kind() == ObjectKind.FILE;
        if (object.value().isFolder() || !overwrite) {
            throw file ? WorkspaceErrors.fileExists(path) : WorkspaceErrors.exists(path);
        }
        if (object.value().kind() != asset.content().kind()) {
            throw WorkspaceErrors.typeMismatch(
                    path, asset.content().kind(), object.value().kind());
        }
        return writing.write(tx, caller, object, asset.content());
    }
}
