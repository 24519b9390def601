package dev.tarn.git.internal;

import dev.tarn.core.AppException;
import dev.tarn.git.GitConfig;
import dev.tarn.git.GitErrors;
import dev.tarn.git.SparseCone;
import dev.tarn.workspace.Worktrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Lists the files of a commit, refusing names that are no plain names and more than the server takes. */
final class CommitFiles {
    /** Folders are cheap to send and dear to walk. */
    private static final int FOLDERS_PER_FILE = 10;

    private final Repository repository;
    private final GitConfig config;
    private final Optional<SparseCone> sparse;

    CommitFiles(Repository repository, GitConfig config, Optional<SparseCone> sparse) {
        this.repository = repository;
        this.config = config;
        this.sparse = sparse;
    }

    List<TargetFile> of(RevCommit commit) throws IOException {
        List<TargetFile> files = new ArrayList<>();
        long bytes = 0;
        long folders = 0;
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commit.getTree());
            while (walk.next()) {
                String path = path(walk);
                FileMode mode = walk.getFileMode(0);
                if (mode == FileMode.TREE) {
                    if (++folders > (long) config.mostFiles() * FOLDERS_PER_FILE) {
                        throw tooManyFiles();
                    }
                    if (sparse.isEmpty() || sparse.get().entersFolder(path)) {
                        walk.enterSubtree();
                    }
                } else if (mode != FileMode.SYMLINK
                        && mode != FileMode.GITLINK
                        && sparse.map(cone -> cone.holdsFile(path)).orElse(true)) {
                    TargetFile file = file(walk, path, mode);
                    files.add(file);
                    bytes += file.size();
                    if (bytes > config.mostBranchBytes()) {
                        throw GitErrors.tooLarge(
                                "The files of the branch have more than %d bytes".formatted(config.mostBranchBytes()),
                                "tarn.git.max-branch-bytes");
                    }
                    if (files.size() > config.mostFiles()) {
                        throw tooManyFiles();
                    }
                }
            }
        }
        return files;
    }

    private TargetFile file(TreeWalk walk, String path, FileMode mode) throws IOException {
        long size = walk.getObjectReader().getObjectSize(walk.getObjectId(0), Constants.OBJ_BLOB);
        if (size > Worktrees.mostFileBytes()) {
            throw GitErrors.unusable(
                    path, "has %d bytes, and the workspace takes %d a file".formatted(size, Worktrees.mostFileBytes()));
        }
        return new TargetFile(path, walk.getObjectId(0).name(), mode.getBits(), size);
    }

    private String path(TreeWalk walk) {
        byte[] raw = walk.getRawPath();
        String path = new String(raw, StandardCharsets.UTF_8);
        if (!Arrays.equals(raw, path.getBytes(StandardCharsets.UTF_8))) {
            throw GitErrors.unusable(path, "has a name that is not UTF-8");
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw GitErrors.unusable(path, "has a control character in its name");
        }
        if (!Clone.isPlainPath(path)) {
            throw GitErrors.unusable(path, "has a name that would lead out of its folder or into git's own");
        }
        return path;
    }

    private AppException tooManyFiles() {
        return GitErrors.tooLarge(
                "The branch has more than %d files".formatted(config.mostFiles()), "tarn.git.max-files");
    }
}
