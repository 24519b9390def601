package dev.tarn.sql.internal;

import dev.tarn.engine.ArrowBatch;
import dev.tarn.engine.ResultStream;
import dev.tarn.sql.SqlErrors;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A result's batches up to a number of rows and bytes. Asks the engine for nothing beyond the limits but one batch. */
final class LimitedBatches {
    private final ResultStream stream;
    private final ArrowRows arrow;
    private final long rowLimit;
    private final long byteLimit;
    private final BooleanSupplier unwanted;
    private long rows;
    private long bytes;
    private boolean truncated;

    /** @param unwanted whether nobody wants the result any more */
    LimitedBatches(ResultStream stream, ArrowRows arrow, long rowLimit, long byteLimit, BooleanSupplier unwanted) {
        this.stream = stream;
        this.arrow = arrow;
        this.rowLimit = rowLimit;
        this.byteLimit = byteLimit;
        this.unwanted = unwanted;
    }

    /** The next batch that holds rows, cut at the limits; empty at the end. */
    Optional<ArrowBatch> next() {
        while (!truncated) {
            if (unwanted.getAsBoolean()) {
                throw SqlErrors.cancelled("The statement has ended.");
            }
            Optional<ArrowBatch> next = stream.next();
            if (next.isEmpty()) {
                return next;
            }
            ArrowBatch batch = next.get();
            if (batch.rows() == 0) {
                continue;
            }
            ArrowBatch cut = cut(batch);
            rows += cut.rows();
            bytes += cut.message().length;
            return cut.rows() == 0 ? Optional.empty() : Optional.of(cut);
        }
        return Optional.empty();
    }

    /** Whether there was more. */
    boolean truncated() {
        return truncated;
    }

    private ArrowBatch cut(ArrowBatch batch) {
        long fit = Math.min(batch.rows(), rowLimit - rows);
        long size = batch.message().length;
        if (size > byteLimit - bytes) {
            fit = Math.min(fit, batch.rows() * Math.max(0, byteLimit - bytes) / size);
        }
        if (fit == batch.rows()) {
            return batch;
        }
        truncated = true;
        return arrow.head(batch, fit);
    }
}
