package dev.tarn.git;

import dev.tarn.access.AccessModule;
import dev.tarn.core.Clocks;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.db.Outbox;
import dev.tarn.workspace.Trash;
import dev.tarn.workspace.Worktrees;

/** Wires the room. */
public final class GitModule {
    private final GitCredentials credentials;
    private final GitFolders folders;
    private final GitChanges changes;
    private final GitBranches branches;

    /**
     * @param worktrees where git folders lie
     * @param trash which says when one is deleted for good
     */
    public GitModule(
            Database db,
            AccessModule access,
            Clocks clocks,
            SecretBox box,
            Outbox outbox,
            GitConfig config,
            Worktrees worktrees,
            Trash trash) {
        credentials = new GitCredentials(db, access.audit(), clocks, box);
        FolderWork work = new FolderWork(db, access.audit(), clocks, config, worktrees, credentials);
        folders = new GitFolders(work, outbox);
        changes = new GitChanges(work);
        branches = new GitBranches(work, changes);
        box.keeps(credentials::sealAgain);
        trash.tell(folders::purged);
        folders.sweep();
    }

    public GitCredentials credentials() {
        return credentials;
    }

    public GitFolders folders() {
        return folders;
    }

    public GitChanges changes() {
        return changes;
    }

    public GitBranches branches() {
        return branches;
    }
}
