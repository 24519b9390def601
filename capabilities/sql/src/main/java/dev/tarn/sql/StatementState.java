package dev.tarn.sql;

/** The vendor's states of a statement. */
public enum StatementState {
    /** Waits for a warehouse or for its turn. */
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELED,
    /** Succeeded, and its result is no longer there. */
    CLOSED;

    public boolean terminal() {
        return this != PENDING && this != RUNNING;
    }
}
