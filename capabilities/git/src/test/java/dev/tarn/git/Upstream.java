package dev.tarn.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A bare repository at a git host, and what others do there. */
final class Upstream implements AutoCloseable {
    private static final PersonIdent SOMEBODY = new PersonIdent("Somebody", "somebody@else.test");

    final Path folder;
    private final Repository repository;

    Upstream(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            repository = Git.init()
                    .setBare(true)
                    .setInitialBranch("main")
                    .setDirectory(folder.toFile())
                    .call()
                    .getRepository();
        } catch (IOException | GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    Repository repository() {
        return repository;
    }

    /** A commit that gives files a text. */
    String commit(String branch, Map<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return commit(branch, bytes, Map.of());
    }

    /** @param modes of files that are no plain ones */
    String commit(String branch, Map<String, byte[]> files, Map<String, FileMode> modes) {
        return change(
                branch,
                editor -> files.forEach(
                        (path, bytes) -> editor.put(path, bytes, modes.getOrDefault(path, FileMode.REGULAR_FILE))));
    }

    String delete(String branch, String path) {
        return change(branch, editor -> editor.delete(path));
    }

    /** What is done to the files of a branch. */
    interface Change {
        void make(Editing editor);
    }

    /** The files of a branch while they are changed. */
    static final class Editing {
        private final ObjectInserter inserter;
        private final DirCacheEditor editor;

        private Editing(ObjectInserter inserter, DirCacheEditor editor) {
            this.inserter = inserter;
            this.editor = editor;
        }

        void put(String path, byte[] bytes, FileMode mode) {
            try {
                ObjectId id = mode == FileMode.GITLINK
                        ? ObjectId.fromString("1234567890123456789012345678901234567890")
                        : inserter.insert(Constants.OBJ_BLOB, bytes);
                editor.add(new DirCacheEditor.PathEdit(path) {
                    @Override
                    public void apply(DirCacheEntry entry) {
                        entry.setFileMode(mode);
                        entry.setObjectId(id);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void delete(String path) {
            editor.add(new DirCacheEditor.DeletePath(path));
        }
    }

    private String change(String branch, Change change) {
        try (ObjectInserter inserter = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            DirCache index = DirCache.newInCore();
            ObjectId parent = repository.resolve(Constants.R_HEADS + branch);
            if (parent != null) {
                var builder = index.builder();
                builder.addTree(
                        new byte[0],
                        0,
                        walk.getObjectReader(),
                        walk.parseCommit(parent).getTree());
                builder.finish();
            }
            DirCacheEditor editor = index.editor();
            change.make(new Editing(inserter, editor));
            editor.finish();
            return commit(branch, index.writeTree(inserter), inserter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A commit of any tree, however it was made. */
    String commit(String branch, ObjectId tree, ObjectInserter inserter) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        ObjectId parent = repository.resolve(Constants.R_HEADS + branch);
        if (parent != null) {
            commit.setParentId(parent);
        }
        commit.setAuthor(SOMEBODY);
        commit.setCommitter(SOMEBODY);
        commit.setMessage("change");
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        point(Constants.R_HEADS + branch, id.name());
        return id.name();
    }

    /** Lets a branch or tag stand at a commit, whatever it was at. */
    void point(String ref, String commit) {
        try {
            RefUpdate update = repository.updateRef(ref);
            update.setNewObjectId(ObjectId.fromString(commit));
            update.setForceUpdate(true);
            update.update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String head(String branch) {
        return commitOf(branch).name();
    }

    RevCommit commitOf(String branch) {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(repository.resolve(Constants.R_HEADS + branch));
            walk.parseBody(commit);
            return commit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mode and blob of every file of a branch. */
    Map<String, String> files(String branch) {
        Map<String, String> files = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commitOf(branch).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                files.put(
                        walk.getPathString(),
                        walk.getFileMode(0) + " " + walk.getObjectId(0).name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    String text(String branch, String path) {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, commitOf(branch).getTree())) {
            return new String(repository.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
