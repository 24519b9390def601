package dev.tarn.git;

import java.util.Optional;

/**
 * A git folder.
 *
 * @param id of the object in the workspace's tree
 * @param path in the workspace's tree
 * @param url of the repository, without a user
 * @param provider by the vendor's name; {@code local} for a repository on the server's machine
 * @param branch empty for a folder on a tag
 * @param head commit that was checked out last; empty for a repository without commits
 * @param sparse empty unless the folder was made with a sparse checkout
 */
public record GitFolder(
        long id,
        String path,
        String url,
        String provider,
        Optional<String> branch,
        Optional<String> head,
        Optional<SparseCone> sparse) {
    GitFolder at(Optional<String> newBranch, Optional<String> newHead) {
        return new GitFolder(id, path, url, provider, newBranch, newHead, sparse);
    }

    GitFolder with(SparseCone cone) {
        return new GitFolder(id, path, url, provider, branch, head, Optional.of(cone));
    }
}
