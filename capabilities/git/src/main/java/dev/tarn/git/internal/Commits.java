package dev.tarn.git.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.revwalk.RevWalk;

/** Makes commits in a clone. Branches are moved by others, when the commit has become true. */
public final class Commits {
    /** Who commits, and when. */
    public record Author(String name, String email, Instant at) {}

    /** What a merge came to. @param conflicts files that both sides changed; empty if there is a commit */
    public record Merge(Optional<String> commit, List<String> conflicts) {}

    private final Clone clone;

    public Commits(Clone clone) {
        this.clone = clone;
    }

    /**
     * A commit that changes some files and leaves every other as it is, links, submodules and what is not checked out included.
     *
     * @param changes content by path; empty for a file that is deleted
     * @param modes of files that are there already; others become plain files
     */
    public String commit(
            Optional<String> parent,
            Map<String, Optional<byte[]>> changes,
            Map<String, Integer> modes,
            String message,
            Author author) {
        try (ObjectInserter inserter = clone.repository().newObjectInserter()) {
            ObjectId tree = tree(inserter, parent, changes, modes);
            String commit = insert(inserter, tree, parent.map(List::of).orElse(List.of()), message, author);
            inserter.flush();
            return commit;
        } catch (IOException e) {
            throw new UncheckedIOException("A commit could not be written", e);
        }
    }

    /** Merges one commit into another; whole, or not at all. */
    public Merge merge(String ours, String theirs, String message, Author author) {
        ResolveMerger merger = (ResolveMerger) MergeStrategy.RECURSIVE.newMerger(clone.repository(), true);
        try (ObjectInserter inserter = clone.repository().newObjectInserter()) {
            if (!merger.merge(Clone.id(ours), Clone.id(theirs))) {
                return new Merge(Optional.empty(), merger.getUnmergedPaths());
            }
            String commit = insert(inserter, merger.getResultTreeId(), List.of(ours, theirs), message, author);
            inserter.flush();
            return new Merge(Optional.of(commit), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("A merge could not be made", e);
        }
    }

    private ObjectId tree(
            ObjectInserter inserter,
            Optional<String> parent,
            Map<String, Optional<byte[]>> changes,
            Map<String, Integer> modes)
            throws IOException {
        DirCache index = DirCache.newInCore();
        if (parent.isPresent()) {
            DirCacheBuilder builder = index.builder();
            try (RevWalk walk = new RevWalk(clone.repository())) {
                builder.addTree(
                        new byte[0],
                        DirCacheEntry.STAGE_0,
                        walk.getObjectReader(),
                        walk.parseCommit(Clone.id(parent.get())).getTree());
            }
            builder.finish();
        }
        DirCacheEditor editor = index.editor();
        for (Map.Entry<String, Optional<byte[]>> change : changes.entrySet()) {
            String path = change.getKey();
            if (change.getValue().isEmpty()) {
                editor.add(new DirCacheEditor.DeletePath(path));
                continue;
            }
            ObjectId blob =
                    inserter.insert(Constants.OBJ_BLOB, change.getValue().get());
            FileMode mode = FileMode.fromBits(modes.getOrDefault(path, FileMode.REGULAR_FILE.getBits()));
            editor.add(new DirCacheEditor.PathEdit(path) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(mode);
                    entry.setObjectId(blob);
                }
            });
        }
        editor.finish();
        return index.writeTree(inserter);
    }

    private static String insert(
            ObjectInserter inserter, ObjectId tree, List<String> parents, String message, Author author)
            throws IOException {
        PersonIdent person = new PersonIdent(author.name(), author.email(), author.at(), ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents.stream().map(Clone::id).toList());
        commit.setAuthor(person);
        commit.setCommitter(person);
        commit.setMessage(message);
        return inserter.insert(commit).name();
    }
}
