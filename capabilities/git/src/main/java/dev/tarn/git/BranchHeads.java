package dev.tarn.git;

import dev.tarn.git.internal.Clone;
import dev.tarn.git.internal.Remote;
import java.util.Optional;

/**
 * Where a branch is here and at the git host.
 *
 * @param local empty for a branch that was never checked out
 * @param seen at the git host, before it was asked
 * @param remote at the git host, now
 */
record BranchHeads(Optional<String> local, Optional<String> seen, Optional<String> remote) {
    /** How the two sides stand to each other. */
    enum Relation {
        SAME,
        /** The git host has more. */
        BEHIND,
        /** The clone has commits that were not pushed. */
        AHEAD,
        /** Both have commits that the other lacks. */
        DIVERGED
    }

    static BranchHeads fetched(Clone clone, String branch, Remote remote) {
        Optional<String> seen = clone.remoteBranch(branch);
        remote.fetch();
        return new BranchHeads(clone.localBranch(branch), seen, clone.remoteBranch(branch));
    }

    boolean isNowhere() {
        return local.isEmpty() && remote.isEmpty();
    }

    Relation relation(Clone clone) {
        if (remote.isEmpty()) {
            return local.isEmpty() ? Relation.SAME : Relation.AHEAD;
        }
        if (local.isEmpty()) {
            return Relation.BEHIND;
        }
        if (local.equals(remote)) {
            return Relation.SAME;
        }
        if (clone.isAncestor(local.get(), remote.get())) {
            return Relation.BEHIND;
        }
        // a branch that was rewritten at the host replaces what was only ever a copy of it
        if (seen.filter(before -> clone.isAncestor(local.get(), before)).isPresent()) {
            return Relation.BEHIND;
        }
        return clone.isAncestor(remote.get(), local.get()) ? Relation.AHEAD : Relation.DIVERGED;
    }

    /** The newest commit, if one side has all of it. */
    Optional<String> newest(Clone clone, String branch) {
        return switch (relation(clone)) {
            case SAME, BEHIND -> remote;
            case AHEAD -> local;
            case DIVERGED -> throw GitErrors.diverged(branch);
        };
    }
}
