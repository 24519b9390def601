package dev.tarn.git;

import java.util.Optional;

/**
 * A branch.
 *
 * @param local commit that the clone has for it; empty for one that was never checked out
 * @param remote commit at the git host, as it was last seen; empty for one that was never pushed
 */
public record GitBranch(String name, boolean current, Optional<String> local, Optional<String> remote) {}
