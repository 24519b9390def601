package dev.tarn.git.internal;

import dev.tarn.git.GitConfig;
import dev.tarn.git.SparseCone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.RevWalkUtils;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** One bare clone: branches, tags, commits, and the files of a commit. Commits are texts of 40 hexadecimal digits. */
public final class Clone implements AutoCloseable {
    private static final String REMOTES = Constants.R_REMOTES + "origin/";

    private final BareRepository repository;
    private final GitConfig config;

    Clone(BareRepository repository, GitConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** Whether git takes the name for a branch or tag. */
    public static boolean isRefName(String name) {
        return name.length() <= 250 && !name.startsWith("-") && Repository.isValidRefName(Constants.R_HEADS + name);
    }

    /** Whether a path is one of plain names: none of git's own, none that leads elsewhere. */
    public static boolean isPlainPath(String path) {
        try {
            new ObjectChecker().setSafeForMacOS(true).checkPath(path);
            return true;
        } catch (CorruptObjectException e) {
            return false;
        }
    }

    /** Id of a content as a blob. */
    public static String blobId(byte[] content) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, content).name();
        }
    }

    public Optional<String> localBranch(String name) {
        return commit(Constants.R_HEADS + name);
    }

    /** The branch at the git host, as it was last seen. */
    public Optional<String> remoteBranch(String name) {
        return commit(REMOTES + name);
    }

    /** The commit of a tag. */
    public Optional<String> tag(String name) {
        return commit(Constants.R_TAGS + name);
    }

    /** Branches here, and at the git host, by name. */
    public void branches(BiConsumer<Map<String, String>, Map<String, String>> consumer) {
        consumer.accept(refs(Constants.R_HEADS), refs(REMOTES));
    }

    public void setLocalBranch(String name, String commit) {
        set(Constants.R_HEADS + name, commit);
    }

    void setRemoteBranch(String name, String commit) {
        set(REMOTES + name, commit);
    }

    /** Whether a commit is reached from another, or is it. */
    public boolean isAncestor(String commit, String descendant) {
        return walk(walk -> walk.isMergedInto(walk.parseCommit(id(commit)), walk.parseCommit(id(descendant))));
    }

    /** How many commits are reached from the one and not from the other. */
    public int distance(String from, String without) {
        return walk(walk -> RevWalkUtils.count(walk, walk.parseCommit(id(from)), walk.parseCommit(id(without))));
    }

    /**
     * The files of a commit that belong into the tree; links and submodules do not.
     *
     * @throws dev.tarn.core.AppException INVALID_PARAMETER_VALUE, RESOURCE_LIMIT_EXCEEDED
     */
    public List<TargetFile> files(String commit, Optional<SparseCone> sparse) {
        return walk(walk -> new CommitFiles(repository, config, sparse).of(walk.parseCommit(id(commit))));
    }

    /** Paths that differ between two commits, with the blob that the second has; empty for those that it lacks. */
    public Map<String, Optional<String>> differences(String from, String to) {
        return walk(walk -> {
            Map<String, Optional<String>> paths = new TreeMap<>();
            try (TreeWalk trees = new TreeWalk(repository)) {
                trees.addTree(walk.parseCommit(id(from)).getTree());
                trees.addTree(walk.parseCommit(id(to)).getTree());
                trees.setRecursive(true);
                trees.setFilter(TreeFilter.ANY_DIFF);
                while (trees.next()) {
                    ObjectId blob = trees.getObjectId(1);
                    boolean gone = blob.equals(ObjectId.zeroId());
                    paths.put(trees.getPathString(), gone ? Optional.empty() : Optional.of(blob.name()));
                }
            }
            return paths;
        });
    }

    /** The content of a blob that {@link #files} named. */
    public byte[] bytes(String blob) {
        return walk(walk -> walk.getObjectReader()
                .open(id(blob), Constants.OBJ_BLOB)
                .getBytes(Math.toIntExact(config.mostBranchBytes())));
    }

    Repository repository() {
        return repository;
    }

    GitConfig config() {
        return config;
    }

    /** Work that reads objects. */
    interface Reading<T> {
        T with(RevWalk walk) throws IOException;
    }

    <T> T walk(Reading<T> work) {
        try (RevWalk walk = new RevWalk(repository)) {
            return work.with(walk);
        } catch (IOException e) {
            throw new UncheckedIOException("A clone cannot be read: " + repository.getDirectory(), e);
        }
    }

    static ObjectId id(String commit) {
        return ObjectId.fromString(commit);
    }

    @Override
    public void close() {
        repository.close();
    }

    private Optional<String> commit(String refName) {
        return walk(walk -> {
            Ref ref = repository.getRefDatabase().exactRef(refName);
            if (ref == null || ref.getObjectId() == null) {
                return Optional.<String>empty();
            }
            RevObject peeled = walk.peel(walk.parseAny(ref.getObjectId()));
            return peeled instanceof RevCommit ? Optional.of(peeled.name()) : Optional.<String>empty();
        });
    }

    private Map<String, String> refs(String prefix) {
        return walk(walk -> {
            Map<String, String> names = new TreeMap<>();
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
                if (ref.getObjectId() != null) {
                    names.put(
                            ref.getName().substring(prefix.length()),
                            ref.getObjectId().name());
                }
            }
            return names;
        });
    }

    private void set(String refName, String commit) {
        try {
            RefUpdate update = repository.updateRef(refName);
            update.setNewObjectId(id(commit));
            update.setForceUpdate(true);
            update.disableRefLog();
            RefUpdate.Result result = update.update();
            switch (result) {
                case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
                default -> throw new IOException(refName + ": " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A branch of a clone cannot be written", e);
        }
    }
}
