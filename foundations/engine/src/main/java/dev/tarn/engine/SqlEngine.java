package dev.tarn.engine;

import dev.tarn.core.Caller;

/** Runs SQL for callers. Starts behind the API: {@link #open} waits until it is up. Safe for use by many threads. */
public interface SqlEngine extends AutoCloseable {
    /**
     * A session of its own: settings, temporary views and the current schema are seen by nobody else.
     *
     * @throws dev.tarn.core.AppException UNAVAILABLE if the engine failed to start; NOT_FOUND for an unknown catalog or schema
     */
    EngineSession open(Caller caller, SessionOptions options);

    /** Whether {@link #open} would answer at once. */
    boolean ready();

    /** Name and version, such as {@code Apache Spark 4.2.0}. */
    String version();

    @Override
    void close();
}
