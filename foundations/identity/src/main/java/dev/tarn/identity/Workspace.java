package dev.tarn.identity;

import dev.tarn.core.Caller;
import dev.tarn.core.WorkspaceId;
import java.time.Instant;

/**
 * A workspace: what a client's host and token lead to.
 *
 * @param name unique; that of a throwaway workspace is the name in its tokens
 * @param metastore id of the metastore it is attached to: the boundary that no principal, name and grant crosses
 * @param throwaway whether it is for tests: isolated, with a clock that can be moved, and dropped after idle time
 */
public record Workspace(
        WorkspaceId id, String name, String metastore, boolean throwaway, Instant createdAt, Instant lastUsedAt) {
    /** The server itself, in this workspace. */
    public Caller system() {
        return Caller.system(id, metastore);
    }

    /** Where the workspace's managed files lie, below the server's storage root. */
    public String storagePrefix() {
        return (throwaway ? "throwaway/" : "workspaces/") + id;
    }
}
