package dev.tarn.tracking;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import dev.tarn.storage.FilePath;
import dev.tarn.storage.FileStore;
import dev.tarn.storage.FileWrite;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Artifacts that this server keeps, by their path in the workspace: {@code EXPERIMENT/RUN/artifacts/...} and
 * {@code EXPERIMENT/logged_models/MODEL/artifacts/...}. The experiment decides: reading needs CAN_READ on it, writing and deleting
 * CAN_EDIT. A path never leaves its workspace; a file is seen whole or not at all.
 */
public final class Artifacts {
    /** Below each path, where the parts of an upload wait for the others. */
    private static final String PARTS = ".parts";

    private static final String PROXIED = "mlflow-artifacts:/";
    private static final String DATABRICKS = "dbfs:/databricks/mlflow-tracking/";
    /** First part of paths of registered models: no experiment has such an id. */
    private static final String MODELS = "models";

    private final Database db;
    private final Experiments experiments;
    private final Runs runs;
    private final LoggedModels models;
    private final FileStore files;
    private volatile BiConsumer<Caller, String> modelReaders = (caller, model) -> {
        throw TrackingErrors.noArtifact(model);
    };

    Artifacts(Database db, Experiments experiments, Runs runs, LoggedModels models, FileStore files) {
        this.db = db;
        this.experiments = experiments;
        this.runs = runs;
        this.models = models;
        this.files = files;
    }

    /** What lies directly in a folder, or the file itself; nothing where nothing lies. */
    public List<FileInfo> list(Caller caller, FilePath path) {
        authorize(caller, PermissionLevel.CAN_READ, path);
        return listed(caller.workspace(), path);
    }

    /** Opens a file. */
    public FileContent open(Caller caller, FilePath path) {
        authorize(caller, PermissionLevel.CAN_READ, path);
        return open(caller.workspace(), path);
    }

    /** Writes a file, over one that is there. */
    public void put(Caller caller, FilePath path, InputStream content) {
        authorize(caller, PermissionLevel.CAN_EDIT, path);
        put(caller.workspace(), path, content);
    }

    /** Deletes a file, or a folder with everything in it. */
    public void delete(Caller caller, FilePath path) {
        authorize(caller, PermissionLevel.CAN_EDIT, path);
        if (path.segments().size() < 2) {
            throw TrackingErrors.badPath(path.toString());
        }
        FilePath at = at(caller.workspace(), path);
        FileInfo found = files.stat(at).orElseThrow(() -> TrackingErrors.noArtifact(path.toString()));
        if (found.folder()) {
            files.deleteTree(at);
        } else {
            files.delete(at);
        }
    }

    /** Where a run keeps its artifacts, if that is here; the caller must be able to read it, or, to write, to edit it. */
    public FilePath ofRun(Caller caller, String runId, boolean write) {
        RunInfo run = db.read(tx -> runs.authorized(tx, caller, level(write), runId));
        return proxied(run.artifactUri());
    }

    /** Where a logged model keeps its artifacts, if that is here. */
    public FilePath ofModel(Caller caller, String modelId, boolean write) {
        return proxied(db.read(tx -> models.authorized(tx, caller, level(write), modelId))
                .artifactUri());
    }

    /**
     * The path of an {@code mlflow-artifacts:} URI.
     *
     * @throws AppException INVALID_PARAMETER_VALUE for any other
     */
    public static FilePath proxied(String uri) {
        if (!uri.startsWith(PROXIED)) {
            throw AppException.invalid(
                    "The artifacts of '%s' are not kept by this server: its clients reach them there.".formatted(uri));
        }
        return FilePath.parse(uri.substring(PROXIED.length()));
    }

    /** Whether a URI names artifacts that this server keeps. */
    public static boolean isProxied(String uri) {
        return uri.startsWith(PROXIED);
    }

    /** A path in words of a client, below another. */
    public static FilePath below(FilePath root, String path) {
        FilePath joined = root;
        for (String segment : FilePath.parse(path).segments()) {
            joined = joined.child(segment);
        }
        return joined;
    }

    /** Says who decides about the files of registered models, by the model's id; at start. Nobody reads them without. */
    public void keepModels(BiConsumer<Caller, String> readers) {
        modelReaders = readers;
    }

    /**
     * Copies what a version of a registered model is made of to the model's folder, and returns where it is read from now on.
     *
     * @param source URI of artifacts; what this server does not keep stays where it is
     * @param loggedModel id of a logged model that is the source, or nothing
     */
    public String keepModel(Caller caller, String source, String loggedModel, String folder) {
        String uri = source.startsWith(DATABRICKS) ? PROXIED + source.substring(DATABRICKS.length()) : source;
        boolean ofModel = uri.startsWith("models:/m-");
        if (!ofModel && !isProxied(uri)) {
            if (uri.contains("..") || uri.startsWith("file:") || uri.startsWith("/") || uri.startsWith("models:")) {
                throw AppException.invalid(
                        "Invalid model version source: '%s'. Use artifacts of a run or of a logged model, or a "
                                        .formatted(uri)
                                + "store that clients reach themselves.");
            }
            return source;
        }
        FilePath from = ofModel ? ofModel(caller, uri.substring("models:/".length()), false) : proxied(uri);
        authorize(caller, PermissionLevel.CAN_READ, from);
        FilePath to = FilePath.parse(folder);
        copy(caller.workspace(), from, to);
        return PROXIED + to;
    }

    /** Deletes the files of a version or a registered model, whose room has decided so. */
    public void deleteModel(Caller caller, String folder) {
        FilePath at = at(caller.workspace(), FilePath.parse(folder));
        if (at.segments().get(1).equals(MODELS) && files.stat(at).isPresent()) {
            files.deleteTree(at);
        }
    }

    void authorize(Caller caller, PermissionLevel level, FilePath path) {
        if (path.isRoot()) {
            throw TrackingErrors.badPath("");
        }
        if (path.segments().get(0).equals(MODELS)) {
            if (level != PermissionLevel.CAN_READ || path.segments().size() < 2) {
                throw TrackingErrors.noArtifact(path.toString());
            }
            modelReaders.accept(caller, path.segments().get(1));
            return;
        }
        db.read(tx -> experiments.authorized(tx, caller, level, path.segments().get(0)));
    }

    List<FileInfo> listed(WorkspaceId workspace, FilePath path) {
        FilePath at = at(workspace, path);
        Optional<FileInfo> found = files.stat(at);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!found.get().folder()) {
            return List.of(found.get());
        }
        List<FileInfo> all = Page.all(page -> files.list(at, page));
        all.removeIf(file -> file.path().name().equals(PARTS));
        return all;
    }

    FileContent open(WorkspaceId workspace, FilePath path) {
        try {
            return files.open(at(workspace, path));
        } catch (AppException e) {
            throw e.kind() == ErrorKind.NOT_FOUND ? TrackingErrors.noArtifact(path.toString()) : e;
        }
    }

    FileInfo put(WorkspaceId workspace, FilePath path, InputStream content) {
        if (path.segments().size() < 2) {
            throw TrackingErrors.badPath(path.toString());
        }
        return files.put(at(workspace, path), content, FileWrite.overwrite(Long.MAX_VALUE));
    }

    /** Copies a folder or file; what is there already is overwritten. */
    void copy(WorkspaceId workspace, FilePath from, FilePath to) {
        FileInfo found = files.stat(at(workspace, from)).orElseThrow(() -> TrackingErrors.noArtifact(from.toString()));
        if (!found.folder()) {
            try (FileContent content = open(workspace, from)) {
                put(workspace, to, content.read(0, content.info().bytes()));
            }
            return;
        }
        for (FileInfo file : listed(workspace, from)) {
            copy(workspace, from.child(file.path().name()), to.child(file.path().name()));
        }
    }

    static FilePath parts(FilePath path, String uploadId) {
        return path.parent().orElse(FilePath.ROOT).child(PARTS).child(uploadId);
    }

    void deleteParts(WorkspaceId workspace, FilePath folder) {
        FilePath at = at(workspace, folder);
        if (files.stat(at).isPresent()) {
            files.deleteTree(at);
        }
    }

    void deleteFolder(String folder) {
        FilePath path = FilePath.parse(folder);
        if (!path.isRoot() && files.stat(path).isPresent()) {
            files.deleteTree(path);
        }
    }

    /** The folder of something, as the outbox's payload. */
    static String folder(WorkspaceId workspace, List<String> below) {
        List<String> all = new ArrayList<>(List.of(workspace.toString()));
        all.addAll(below);
        return String.join("/", all);
    }

    private static FilePath at(WorkspaceId workspace, FilePath path) {
        List<String> all = new ArrayList<>(List.of(workspace.toString()));
        all.addAll(path.segments());
        return new FilePath(all);
    }

    private static PermissionLevel level(boolean write) {
        return write ? PermissionLevel.CAN_EDIT : PermissionLevel.CAN_READ;
    }
}
