package dev.tarn.engine;

import dev.tarn.core.Caller;

/** A caller's session. One statement at a time; {@link #cancel} comes from any thread. */
public interface EngineSession extends AutoCloseable {
    Caller caller();

    /**
     * Runs a statement: when this returns, commands are done and queries know their columns.
     *
     * @throws dev.tarn.core.AppException with the engine's error class as its code, {@code sqlState} among its details, and the
     *     position in the text in its message; PERMISSION_DENIED for what the caller may not do
     */
    ResultStream execute(Statement statement);

    /** Stops the running statement, whose thread then gets a CANCELLED error, and the work behind it. */
    void cancel();

    /** The current catalog, as {@code USE} left it. */
    String currentCatalog();

    String currentSchema();

    /** Forgets the session; a running statement is cancelled. */
    @Override
    void close();
}
