package dev.tarn.engine;

import java.util.Optional;

/** The rows of one statement, batch by batch, in order; each batch is made only when it is asked for. Not thread-safe. */
public interface ResultStream extends AutoCloseable {
    ResultSchema schema();

    /**
     * The next rows, empty at the end. Blocks.
     *
     * @throws dev.tarn.core.AppException if the work fails or is cancelled
     */
    Optional<ArrowBatch> next();

    /** What the statement has done so far. */
    StatementMetrics metrics();

    /** Stops the work if it still runs, and frees what it holds. */
    @Override
    void close();
}
