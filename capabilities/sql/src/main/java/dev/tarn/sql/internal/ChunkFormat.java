package dev.tarn.sql.internal;

import dev.tarn.engine.ArrowBatch;
import java.io.IOException;
import java.io.OutputStream;

/** Writes batches as one format's chunks. One thread. */
interface ChunkFormat {
    /** What a chunk begins with. */
    void begin(OutputStream out, boolean firstChunk) throws IOException;

    void write(OutputStream out, ArrowBatch batch) throws IOException;

    /** What a chunk ends with. */
    void end(OutputStream out) throws IOException;
}
