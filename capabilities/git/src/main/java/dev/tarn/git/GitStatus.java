package dev.tarn.git;

import java.util.List;

/**
 * How a git folder differs from its branch.
 *
 * @param changes that are not committed, by path
 * @param colliding paths that several objects of the folder would have in the repository; nothing can be committed until one is renamed
 * @param ahead commits that were not pushed
 * @param behind commits at the git host, as it was last seen, that were not pulled
 */
public record GitStatus(GitFolder folder, List<FileChange> changes, List<String> colliding, int ahead, int behind) {
    public GitStatus {
        changes = List.copyOf(changes);
        colliding = List.copyOf(colliding);
    }
}
