package dev.tarn.engine;

import dev.tarn.core.Caller;
import java.util.Optional;

/** A caller's session. One statement at a time; {@link #cancel} comes from any thread. */
public interface EngineSession extends AutoCloseable {
    Caller caller();

    /**
     * Runs a statement: when this returns, commands are done and queries know their columns.
     *
     * @throws dev.tarn.core.AppException with the engine's error class as its code, {@code sqlState} among its details, and, where
     *     the engine knows the position in the text, {@code line} and {@code column} (from 1); PERMISSION_DENIED for what the caller may not do
     */
    ResultStream execute(Statement statement);

    /** How far the running statement is; from any thread. */
    default StatementProgress progress() {
        return StatementProgress.NONE;
    }

    /** What was done for the last statement, or has been done so far, if the engine tells; from any thread. */
    default Optional<QueryProfile> profile() {
        return Optional.empty();
    }

    /** Stops the running statement, whose thread then gets a CANCELLED error, and the work behind it. */
    void cancel();

    /** The current catalog, as {@code USE} left it. */
    String currentCatalog();

    String currentSchema();

    /** Forgets the session; a running statement is cancelled. */
    @Override
    void close();
}
