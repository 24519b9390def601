package dev.tarn.git;

import dev.tarn.access.Authorized;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.git.FolderWork.Opened;
import dev.tarn.git.internal.Clone;
import dev.tarn.git.internal.Commits;
import dev.tarn.workspace.WorkspaceObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The branches of a git folder's clone, and what goes to and comes from the git host. Looking needs CAN_READ, all else CAN_MANAGE. */
public final class GitBranches {
    /** How commits of the git host are taken. */
    public enum PullMode {
        /** Only if the folder has no commits that the git host lacks. */
        FF_ONLY,
        /** Also by a merge, which is then to be pushed. */
        MERGE
    }

    /** What a pull came to. */
    public record Pulled(State state, GitFolder folder) {
        /** How the folder moved. */
        public enum State {
            UP_TO_DATE,
            FAST_FORWARD,
            MERGED
        }
    }

    private final FolderWork work;
    private final GitChanges changes;

    GitBranches(FolderWork work, GitChanges changes) {
        this.work = work;
        this.changes = changes;
    }

    /** Every branch, by name; the git host is not asked. */
    public List<GitBranch> list(Caller caller, long id) {
        GitFolder folder = work.db()
                .read(tx -> work.folder(
                        tx,
                        work.authorized(tx, caller, PermissionLevel.CAN_READ, id)
                                .value()));
        List<GitBranch> branches = new ArrayList<>();
        try (Clone clone = work.clones().open(caller.workspace(), id)) {
            clone.branches((here, there) -> {
                TreeSet<String> names = new TreeSet<>(here.keySet());
                names.addAll(there.keySet());
                folder.branch().ifPresent(names::add);
                for (String name : names) {
                    boolean current = folder.branch().equals(Optional.of(name));
                    Optional<String> local = current ? folder.head() : Optional.ofNullable(here.get(name));
                    branches.add(new GitBranch(name, current, local, Optional.ofNullable(there.get(name))));
                }
            });
        }
        return branches;
    }

    /** Makes a branch where the folder is, and goes on with it; the git host learns of it with the first push. */
    public GitFolder create(Caller caller, long id, String name) {
        GitFolders.requireRefName("branch", Optional.of(name));
        GitFolder made = work.change(caller, id, clone -> {
            if (clone.localBranch(name).isPresent() || clone.remoteBranch(name).isPresent()) {
                throw new AppException(
                        ErrorKind.INVALID_ARGUMENT,
                        "RESOURCE_ALREADY_EXISTS",
                        "There is a branch '%s' already. Update the git folder to it, or choose another name."
                                .formatted(name));
            }
            GitFolder after = work.db().write(tx -> {
                Authorized<WorkspaceObject> object = work.authorized(tx, caller, PermissionLevel.CAN_MANAGE, id);
                GitFolder folder = work.folder(tx, object.value());
                GitFolder there = folder.at(Optional.of(name), folder.head());
                work.store().update(tx, object, there);
                return there;
            });
            work.settle(clone, after);
            return after;
        });
        work.record(caller, "createBranch", made, Map.of("branch", name));
        return made;
    }

    /** Asks the git host for its branches and tags; the folder stays as it is. */
    public List<GitBranch> fetch(Caller caller, long id, Optional<Long> credential) {
        work.change(
                caller,
                id,
                clone -> work.remote(caller, clone, folder(caller, id), credential)
                        .fetch());
        return list(caller, id);
    }

    /** Sends commits that the git host lacks. */
    public GitFolder push(Caller caller, long id, Optional<Long> credential) {
        GitFolder pushed = work.change(caller, id, clone -> {
            GitFolder folder = folder(caller, id);
            String branch = folder.branch().orElseThrow(GitErrors::detached);
            String head = folder.head().orElseThrow(GitErrors::nothingToCommit);
            work.remote(caller, clone, folder, credential).push(branch, head);
            return folder;
        });
        work.record(caller, "push", pushed, Map.of("commit", pushed.head().orElse("")));
        return pushed;
    }

    /**
     * Takes the commits of the same branch at the git host. Changes that are not committed stay where the commits do not touch them.
     *
     * @throws AppException GIT_CONFLICT naming files: those whose uncommitted changes would be lost, those that cannot be merged; or
     *     saying that both sides have commits, in the mode FF_ONLY. Nothing has changed then.
     */
    public Pulled pull(Caller caller, long id, PullMode mode, Optional<Long> credential) {
        Pulled pulled = work.change(caller, id, clone -> {
            Opened opened = work.db().read(tx -> work.open(tx, caller, PermissionLevel.CAN_MANAGE, id));
            String branch = opened.folder().branch().orElseThrow(GitErrors::detached);
            BranchHeads heads =
                    BranchHeads.fetched(clone, branch, work.remote(caller, clone, opened.folder(), credential));
            return switch (heads.relation(clone)) {
                case SAME, AHEAD -> new Pulled(Pulled.State.UP_TO_DATE, opened.folder());
                case BEHIND ->
                    new Pulled(
                            Pulled.State.FAST_FORWARD,
                            moved(caller, clone, opened, heads.remote().orElseThrow()));
                case DIVERGED -> {
                    if (mode == PullMode.FF_ONLY) {
                        throw GitErrors.diverged(branch);
                    }
                    String merged = merge(caller, clone, opened, heads, credential);
                    yield new Pulled(Pulled.State.MERGED, moved(caller, clone, opened, merged));
                }
            };
        });
        work.record(
                caller, "pull", pulled.folder(), Map.of("state", pulled.state().name()));
        return pulled;
    }

    private GitFolder moved(Caller caller, Clone clone, Opened opened, String commit) {
        GitFolder after = opened.folder().at(opened.folder().branch(), Optional.of(commit));
        return work.checkout(caller, clone, opened, after, any -> false);
    }

    private String merge(Caller caller, Clone clone, Opened opened, BranchHeads heads, Optional<Long> credential) {
        String message = "Merge branch '%s' of the git host"
                .formatted(opened.folder().branch().orElse(""));
        Commits.Merge merge = new Commits(clone)
                .merge(
                        heads.local().orElseThrow(),
                        heads.remote().orElseThrow(),
                        message,
                        changes.author(caller, opened.folder(), credential));
        return merge.commit().orElseThrow(() -> GitErrors.mergeConflict(merge.conflicts()));
    }

    private GitFolder folder(Caller caller, long id) {
        return work.db()
                .read(tx -> work.folder(
                        tx,
                        work.authorized(tx, caller, PermissionLevel.CAN_MANAGE, id)
                                .value()));
    }
}
