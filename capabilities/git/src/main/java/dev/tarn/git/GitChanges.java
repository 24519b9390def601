package dev.tarn.git;

import dev.tarn.access.Authorized;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.git.FolderWork.Opened;
import dev.tarn.git.internal.Clone;
import dev.tarn.git.internal.Commits;
import dev.tarn.git.internal.Entry;
import dev.tarn.git.internal.LocalFiles.LocalFile;
import dev.tarn.git.internal.TextDiff;
import dev.tarn.workspace.WorkspaceObject;
import dev.tarn.workspace.Worktrees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between a git folder and its branch: looking at it, committing it, discarding it. */
public final class GitChanges {
    private static final int LONGEST_MESSAGE = 10_000;
    private static final int REGULAR_FILE = 0100644;

    /**
     * What is to be committed.
     *
     * @param paths in the repository; empty for everything that differs
     * @param push whether it is sent to the git host at once; then it is committed only if the host takes it
     */
    public record Commit(String message, Optional<Set<String>> paths, boolean push, Optional<Long> credential) {}

    /** How one file differs. @param text in the unified form; empty for what is no text, or too long to compare */
    public record FileDiff(FileChange change, Optional<String> text) {}

    private record Chosen(Opened opened, SortedMap<String, Optional<byte[]>> contents) {}

    private final FolderWork work;

    GitChanges(FolderWork work) {
        this.work = work;
    }

    /** How a git folder differs from its branch; the git host is not asked. Needs CAN_READ. */
    public GitStatus status(Caller caller, long id) {
        Opened opened = work.db().read(tx -> work.open(tx, caller, PermissionLevel.CAN_READ, id));
        GitFolder folder = opened.folder();
        Map<String, Optional<String>> theirs = new HashMap<>();
        int ahead = 0;
        int behind = 0;
        if (folder.branch().isPresent() && folder.head().isPresent()) {
            try (Clone clone = work.clones().open(caller.workspace(), id)) {
                Optional<String> remote = clone.remoteBranch(folder.branch().get());
                if (remote.isPresent()) {
                    ahead = clone.distance(folder.head().get(), remote.get());
                    behind = clone.distance(remote.get(), folder.head().get());
                    theirs.putAll(
                            behind == 0
                                    ? Map.of()
                                    : clone.differences(folder.head().get(), remote.get()));
                }
            }
        }
        List<FileChange> changes = new ArrayList<>();
        opened.local().changes().forEach((path, file) -> changes.add(change(opened, path, file, theirs)));
        return new GitStatus(folder, changes, opened.local().colliding(), ahead, behind);
    }

    /** How one file differs from the branch. Needs CAN_READ. */
    public FileDiff diff(Caller caller, long id, String path) {
        record Sides(FileChange change, Optional<String> blob, byte[] after) {}
        Sides sides = work.db().read(tx -> {
            Opened opened = work.open(tx, caller, PermissionLevel.CAN_READ, id);
            Optional<LocalFile> file =
                    Optional.ofNullable(opened.local().files().get(path));
            Optional<Entry> entry = Optional.ofNullable(opened.local().entries().get(path));
            if (!opened.local().changes().containsKey(path)) {
                throw AppException.notFound("(%s) does not differ from the branch, or is not there.".formatted(path));
            }
            return new Sides(
                    change(opened, path, file, Map.of()),
                    entry.map(Entry::blob),
                    file.map(there -> opened.local().bytes(tx, work.worktrees(), opened.object(), there))
                            .orElse(new byte[0]));
        });
        try (Clone clone = work.clones().open(caller.workspace(), id)) {
            byte[] before = sides.blob().map(clone::bytes).orElse(new byte[0]);
            return new FileDiff(sides.change(), TextDiff.of(before, sides.after()));
        }
    }

    /**
     * Commits files to the branch, in the name of the credential's user or else the caller. Needs CAN_MANAGE.
     *
     * @throws AppException INVALID_STATE (nothing to commit, or on a tag), GIT_CONFLICT (the host has commits that are not here),
     *     INVALID_PARAMETER_VALUE
     */
    public GitFolder commit(Caller caller, long id, Commit wanted) {
        if (wanted.message().isBlank() || wanted.message().length() > LONGEST_MESSAGE) {
            throw AppException.invalid("'message' must be 1 to %d characters.".formatted(LONGEST_MESSAGE));
        }
        GitFolder committed = work.change(caller, id, clone -> {
            Chosen chosen = chosen(caller, id, wanted.paths());
            GitFolder folder = chosen.opened().folder();
            Map<String, Integer> modes = new HashMap<>();
            chosen.opened().local().entries().forEach((path, entry) -> modes.put(path, entry.mode()));
            String commit = new Commits(clone)
                    .commit(
                            folder.head(),
                            chosen.contents(),
                            modes,
                            wanted.message(),
                            author(caller, folder, wanted.credential()));
            String branch = folder.branch().orElseThrow(GitErrors::detached);
            if (wanted.push()) {
                work.remote(caller, clone, folder, wanted.credential()).push(branch, commit);
            }
            GitFolder after = folder.at(folder.branch(), Optional.of(commit));
            keep(caller, chosen, after);
            work.settle(clone, after);
            return after;
        });
        work.record(
                caller, "commit", committed, Map.of("commit", committed.head().orElse("")));
        return committed;
    }

    /** Brings files back to what the branch has; new ones are deleted for good. Needs CAN_MANAGE. @param paths empty for all */
    public GitFolder discard(Caller caller, long id, Optional<Set<String>> paths) {
        GitFolder folder = work.change(caller, id, clone -> {
            Opened opened = work.db().read(tx -> work.open(tx, caller, PermissionLevel.CAN_MANAGE, id));
            paths.ifPresent(chosen -> requireChanged(opened, chosen));
            return work.checkout(
                    caller,
                    clone,
                    opened,
                    opened.folder(),
                    path -> paths.map(chosen -> chosen.contains(path)).orElse(true));
        });
        work.record(caller, "discard", folder, Map.of());
        return folder;
    }

    /** Who a commit is by. */
    Commits.Author author(Caller caller, GitFolder folder, Optional<Long> credential) {
        Optional<GitCredential> used = work.credentials().credential(caller, folder.provider(), credential);
        String name = caller.principal().name();
        return new Commits.Author(
                used.flatMap(GitCredential::username).orElse(name),
                used.flatMap(GitCredential::email).orElse(name.contains("@") ? name : name + "@tarn.invalid"),
                work.clocks().now(caller));
    }

    private Chosen chosen(Caller caller, long id, Optional<Set<String>> paths) {
        return work.db().read(tx -> {
            Opened opened = work.open(tx, caller, PermissionLevel.CAN_MANAGE, id);
            if (opened.folder().branch().isEmpty()) {
                throw GitErrors.detached();
            }
            if (!opened.local().colliding().isEmpty()) {
                throw GitErrors.collisions(opened.local().colliding());
            }
            paths.ifPresent(chosen -> requireChanged(opened, chosen));
            SortedMap<String, Optional<byte[]>> contents = new TreeMap<>();
            long bytes = 0;
            for (var change : opened.local().changes().entrySet()) {
                String path = change.getKey();
                if (paths.isPresent() && !paths.get().contains(path)) {
                    continue;
                }
                Optional<byte[]> content = change.getValue()
                        .map(file -> opened.local().bytes(tx, work.worktrees(), opened.object(), file));
                contents.put(path, content);
                bytes += content.map(some -> some.length).orElse(0);
                if (bytes > work.config().mostBranchBytes()) {
                    throw GitErrors.tooLarge(
                            "The changes have more than %d bytes"
                                    .formatted(work.config().mostBranchBytes()),
                            "tarn.git.max-branch-bytes");
                }
            }
            requireCommittable(opened.folder(), contents.keySet());
            return new Chosen(opened, contents);
        });
    }

    private static void requireCommittable(GitFolder folder, Set<String> paths) {
        if (paths.isEmpty()) {
            throw GitErrors.nothingToCommit();
        }
        for (String path : paths) {
            if (!Clone.isPlainPath(path)) {
                throw AppException.invalid("'%s' is not a name that git takes. Rename it.".formatted(path));
            }
        }
        Set<String> outside = new TreeSet<>(paths);
        outside.removeIf(
                path -> folder.sparse().map(cone -> cone.holdsFile(path)).orElse(true));
        if (!outside.isEmpty()) {
            throw GitErrors.outsideSparse(outside);
        }
    }

    private static void requireChanged(Opened opened, Set<String> paths) {
        Set<String> unknown = new TreeSet<>(paths);
        unknown.removeAll(opened.local().changes().keySet());
        if (!unknown.isEmpty()) {
            throw AppException.invalid("(%s) does not differ from the branch. Name files of the status."
                    .formatted(unknown.iterator().next()));
        }
    }

    /** What was committed is what the folder has checked out from now on; what changed meanwhile differs from it. */
    private void keep(Caller caller, Chosen chosen, GitFolder after) {
        Map<String, Optional<LocalFile>> changes = chosen.opened().local().changes();
        List<Entry> entries = new ArrayList<>();
        chosen.contents()
                .forEach((path, content) -> content.ifPresent(bytes -> {
                    LocalFile file =
                            changes.getOrDefault(path, Optional.empty()).orElseThrow();
                    Entry known = chosen.opened().local().entries().get(path);
                    WorkspaceObject object = file.object();
                    entries.add(new Entry(
                            path,
                            file.name(),
                            Worktrees.imported(path, bytes).name(),
                            file.blob(),
                            known == null ? REGULAR_FILE : known.mode(),
                            object.id(),
                            object.revision()));
                }));
        work.db().change(tx -> {
            Authorized<WorkspaceObject> object = work.authorized(tx, caller, PermissionLevel.CAN_MANAGE, after.id());
            work.store().replace(tx, object, chosen.contents().keySet(), entries);
            work.store().update(tx, object, after);
        });
    }

    private static FileChange change(
            Opened opened, String path, Optional<LocalFile> file, Map<String, Optional<String>> theirs) {
        FileChange.Kind kind = file.isEmpty()
                ? FileChange.Kind.DELETED
                : opened.local().entries().containsKey(path) ? FileChange.Kind.MODIFIED : FileChange.Kind.ADDED;
        Optional<String> mine = file.map(LocalFile::blob);
        boolean conflicting = theirs.containsKey(path) && !mine.equals(theirs.get(path));
        return new FileChange(path, kind, conflicting);
    }
}
