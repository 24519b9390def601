package dev.tarn.sql;

import dev.tarn.engine.ResultSchema;
import java.util.List;

/**
 * What a result looks like.
 *
 * @param bytes of all chunks, as they are stored
 * @param truncated whether there was more than {@code row_limit} or {@code byte_limit} let through
 */
public record ResultManifest(
        ResultFormat format,
        Disposition disposition,
        List<ResultSchema.Column> columns,
        List<Chunk> chunks,
        long rows,
        long bytes,
        boolean truncated) {
    /** One chunk: its place, and how much it holds. */
    public record Chunk(int index, long rowOffset, long rows, long bytes) {}

    public ResultManifest {
        columns = List.copyOf(columns);
        chunks = List.copyOf(chunks);
    }
}
