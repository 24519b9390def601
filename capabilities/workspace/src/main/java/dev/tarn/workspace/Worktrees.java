package dev.tarn.workspace;

import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.db.Tx;
import dev.tarn.workspace.internal.ContentReader;
import dev.tarn.workspace.internal.ContentWriter;
import dev.tarn.workspace.internal.ObjectStore;
import dev.tarn.workspace.internal.RevisionStore;
import dev.tarn.workspace.notebook.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Git folders, for the room that keeps their repositories: making, finding and deleting them, and what lies in them. Works in that
 * room's transactions. Files become notebooks by the rules of imports, and come back byte for byte.
 */
public final class Worktrees {
    /** Most objects in one git folder. */
    private static final int MOST_OBJECTS = 50_000;

    private static final int BATCH = 200;
    /** Stands for the git folder where only what lies in it matters. */
    private static final String ANY_FOLDER = "/folder/";

    /**
     * What a file of a repository is in the tree.
     *
     * @param name path below the git folder; that of a notebook has no extension
     */
    public record Imported(String name, Content content) {}

    /** A file as a repository has it. @param path below the repository's root */
    public record RepositoryFile(String path, byte[] bytes) {}

    private final ObjectAcls acls;
    private final Tree tree;
    private final Writing writing;
    private final ObjectStore store;
    private final RevisionStore revisions;

    Worktrees(ObjectAcls acls, Tree tree, Writing writing, ObjectStore store, RevisionStore revisions) {
        this.acls = acls;
        this.tree = tree;
        this.writing = writing;
        this.store = store;
        this.revisions = revisions;
    }

    /** Makes the folders that a workspace begins with, in a transaction of its own; before each use case. */
    public void prepare(Caller caller) {
        tree.prepare(caller);
    }

    /**
     * Refuses a place where the caller may not make a git folder; for looking before long work.
     *
     * @throws AppException RESOURCE_ALREADY_EXISTS, RESOURCE_DOES_NOT_EXIST (the folder above), PERMISSION_DENIED,
     *     INVALID_PARAMETER_VALUE (inside another git folder)
     */
    public void requireFree(Tx tx, Caller caller, WorkspacePath path) {
        if (tree.find(tx, caller, path).isPresent()) {
            tree.see(tx, caller, path);
            throw WorkspaceErrors.exists(path);
        }
        tree.requireOutsideGitFolders(tx, caller, path);
        tree.parentFor(tx, caller, path);
    }

    /** Makes a git folder without content. Needs CAN_MANAGE on the folder above. @param id new and numeric */
    public Authorized<WorkspaceObject> make(Tx tx, Caller caller, WorkspacePath path, long id) {
        requireFree(tx, caller, path);
        return tree.make(tx, caller, path, ObjectKind.REPO, id);
    }

    /** A git folder by its id, if the caller has the level on it; {@code notFound} for one that they may not see. */
    public Authorized<WorkspaceObject> require(
            Tx tx, Caller caller, PermissionLevel level, long id, Supplier<AppException> notFound) {
        Optional<WorkspaceObject> found =
                store.byId(tx, caller.workspace(), id).filter(object -> object.kind() == ObjectKind.REPO);
        return acls.require(tx, caller, level, found, notFound);
    }

    /** Git folders that the caller manages and whose paths begin with a text, by path, after one. */
    public List<WorkspaceObject> managed(Tx tx, Caller caller, String prefix, String after, int limit) {
        List<WorkspaceObject> managed = new ArrayList<>();
        String last = after;
        while (managed.size() < limit) {
            List<WorkspaceObject> batch =
                    store.gitFolders(tx, acls.visible(caller), caller.workspace(), prefix, last, BATCH);
            batch.stream()
                    .filter(object -> acls.level(tx, caller, object)
                            .filter(held -> ObjectKind.REPO.type().includes(held, PermissionLevel.CAN_MANAGE))
                            .isPresent())
                    .limit(limit - managed.size())
                    .forEach(managed::add);
            if (batch.size() < BATCH) {
                break;
            }
            last = batch.get(batch.size() - 1).path().value();
        }
        return managed;
    }

    /** The notebooks and files in a git folder, at any depth, by path. */
    public List<WorkspaceObject> files(Tx tx, Authorized<WorkspaceObject> folder) {
        return below(tx, folder).stream().filter(object -> !object.isFolder()).toList();
    }

    /** What a notebook or file in a git folder holds. */
    public Content content(Tx tx, Authorized<WorkspaceObject> folder, WorkspaceObject file) {
        if (!file.path().isIn(folder.value().path())) {
            throw new IllegalArgumentException(
                    file.path() + " is not in " + folder.value().path());
        }
        return revisions.contentBelow(tx, file).orElseThrow();
    }

    /** Begins to change what lies in a git folder. */
    public Checkout checkout(Tx tx, Caller caller, Authorized<WorkspaceObject> folder) {
        return new Checkout(tx, caller, folder, below(tx, folder), tree, acls, writing, store);
    }

    /** Deletes a git folder with everything in it, for good. */
    public void delete(Tx tx, Caller caller, Authorized<WorkspaceObject> folder) {
        Caller system = Caller.system(caller.workspace(), caller.metastore());
        for (WorkspaceObject object : below(tx, folder)) {
            acls.unregister(
                    tx,
                    caller,
                    acls.require(
                            tx,
                            system,
                            PermissionLevel.CAN_MANAGE,
                            Optional.of(object),
                            () -> WorkspaceErrors.notFound(object.path())));
        }
        store.delete(tx, folder.value().id());
    }

    /** What a file of a repository becomes: a notebook, without its extension, if it is one; else a file. */
    public static Imported imported(String path, byte[] bytes) {
        ContentReader.Asset asset = ContentReader.ofRepository(WorkspacePath.parse(ANY_FOLDER + path), bytes);
        return new Imported(asset.path().value().substring(ANY_FOLDER.length()), asset.content());
    }

    /** A file that stays one, whatever it holds. */
    public static Content file(byte[] bytes) {
        return WorkspaceRules.file(bytes);
    }

    /** Largest file that the tree takes, in bytes. */
    public static long mostFileBytes() {
        return WorkspaceRules.mostFileBytes();
    }

    /**
     * What a notebook or file is in a repository.
     *
     * @param name its path below the git folder
     * @param tracked the path that it has in the repository already; a notebook keeps that path's format
     */
    public static RepositoryFile exported(
            WorkspaceObject object, Content content, String name, Optional<String> tracked) {
        if (object.kind() != ObjectKind.NOTEBOOK) {
            return new RepositoryFile(name, content.bytes());
        }
        ContentWriter.Part part = new ContentWriter.Part(object, content);
        Optional<Language> language = content.language();
        if (tracked.filter(path -> path.toLowerCase(Locale.ROOT).endsWith(".ipynb"))
                .isPresent()) {
            return new RepositoryFile(
                    tracked.get(),
                    ContentWriter.one(part, Exported.Format.JUPYTER).content());
        }
        if (tracked.flatMap(Language::ofFile)
                .filter(kept -> language.equals(Optional.of(kept)))
                .isPresent()) {
            return new RepositoryFile(
                    tracked.get(),
                    ContentWriter.one(part, Exported.Format.SOURCE).content());
        }
        Exported exported = ContentWriter.one(part, Exported.Format.AUTO);
        return new RepositoryFile(name + "." + exported.fileType(), exported.content());
    }

    private List<WorkspaceObject> below(Tx tx, Authorized<WorkspaceObject> folder) {
        List<WorkspaceObject> objects = store.below(tx, folder, MOST_OBJECTS + 1);
        if (objects.size() > MOST_OBJECTS) {
            throw WorkspaceErrors.tooMany(folder.value().path(), MOST_OBJECTS);
        }
        return objects;
    }
}
