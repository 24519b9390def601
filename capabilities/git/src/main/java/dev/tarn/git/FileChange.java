package dev.tarn.git;

/**
 * A file of a git folder that differs from the branch.
 *
 * @param path in the repository
 * @param conflicting whether the branch at the git host, as it was last seen, changed it in another way
 */
public record FileChange(String path, Kind kind, boolean conflicting) {
    /** What happened to the file. */
    public enum Kind {
        ADDED,
        MODIFIED,
        DELETED
    }
}
