package dev.tarn.identity;

import dev.tarn.core.Caller;
import dev.tarn.db.Tx;

/**
 * A room that keeps something per workspace or metastore. Called inside the transaction that makes or drops the workspace, so
 * that both happen or neither; files are for the outbox.
 */
public interface WorkspaceListener {
    /** A workspace was made, with its principals. @param system the server itself, in the new workspace */
    default void created(Tx tx, Caller system, Workspace workspace) {}

    /** A workspace was attached to a metastore that has others. @param system the server itself, in the new workspace */
    default void attached(Tx tx, Caller system, Workspace workspace) {}

    /** A workspace is going away, its metastore stays with the others; what is of the workspace alone is to be deleted. */
    default void detached(Tx tx, Workspace workspace) {}

    /** A workspace and its metastore are going away; everything of theirs is to be deleted. */
    default void dropped(Tx tx, Workspace workspace) {}
}
