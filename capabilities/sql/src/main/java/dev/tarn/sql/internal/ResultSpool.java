package dev.tarn.sql.internal;

import dev.tarn.core.AppException;
import dev.tarn.engine.ArrowBatch;
import dev.tarn.engine.ResultSchema;
import dev.tarn.engine.ResultStream;
import dev.tarn.sql.Disposition;
import dev.tarn.sql.ResultFormat;
import dev.tarn.sql.ResultManifest;
import dev.tarn.sql.ResultManifest.Chunk;
import dev.tarn.sql.SqlConfig.ResultLimits;
import dev.tarn.sql.SqlErrors;
import dev.tarn.sql.StatementRequest.ResultOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes results from the engine as they come: the first batches wait in memory, and if more follow than
 * {@link ResultLimits#resident} they and all further ones go to files, so that a result of any size needs the heap of a few
 * batches. Safe for use by many threads.
 */
public final class ResultSpool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ResultSpool.class);

    private final ResultFiles files;
    private final ResultLimits limits;
    private final BufferAllocator allocator = new RootAllocator();
    private final AtomicLong resident = new AtomicLong();

    public ResultSpool(ResultFiles files, ResultLimits limits) {
        this.files = files;
        this.limits = limits;
    }

    /**
     * Reads a stream to its end or to the statement's limits.
     *
     * @param unwanted asked now and then: whether the statement has ended meanwhile, and its result is to be thrown away
     * @throws AppException if an INLINE result is too large, the disk is full, or the work fails or is cancelled
     */
    public StoredResult drain(
            String statementId, ResultStream stream, ResultOptions options, BooleanSupplier unwanted) {
        ResultSchema schema = stream.schema();
        try (ArrowRows arrow = new ArrowRows(schema, allocator)) {
            long byteLimit = options.byteLimit()
                    .orElse(options.disposition() == Disposition.INLINE ? Long.MAX_VALUE : limits.external());
            var batches =
                    new LimitedBatches(stream, arrow, options.rowLimit().orElse(Long.MAX_VALUE), byteLimit, unwanted);
            return new Drain(statementId, schema, options, arrow, batches).run();
        } catch (IOException e) {
            files.delete(statementId);
            log.error("The result of statement {} could not be written", statementId, e);
            throw SqlErrors.noDisk("writing to the server's disk failed");
        } catch (RuntimeException | Error e) {
            files.delete(statementId);
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            allocator.close();
        } catch (IllegalStateException e) {
            log.warn("Some statements still held result memory at the end", e);
        }
    }

    /** One result on its way. */
    private final class Drain {
        private final String statementId;
        private final ResultSchema schema;
        private final ResultOptions options;
        private final ArrowRows arrow;
        private final LimitedBatches batches;
        private final List<Chunk> chunks = new ArrayList<>();
        private long rows;

        Drain(String statementId, ResultSchema schema, ResultOptions options, ArrowRows arrow, LimitedBatches batches) {
            this.statementId = statementId;
            this.schema = schema;
            this.options = options;
            this.arrow = arrow;
            this.batches = batches;
        }

        StoredResult run() throws IOException {
            List<ArrowBatch> head = new ArrayList<>();
            long bytes = 0;
            Optional<ArrowBatch> next = batches.next();
            while (next.isPresent() && bytes + next.get().message().length <= limits.resident()) {
                head.add(next.get());
                bytes += next.get().message().length;
                next = batches.next();
            }
            boolean small = next.isEmpty();
            boolean inline = options.disposition() == Disposition.INLINE
                    || (small && options.disposition() == Disposition.INLINE_OR_EXTERNAL_LINKS);
            if (small && inline && reserve(bytes)) {
                return inMemory(head, bytes);
            }
            next.ifPresent(head::add);
            return inFiles(head, inline);
        }

        private StoredResult inMemory(List<ArrowBatch> head, long bytes) {
            try {
                List<List<@Nullable String>> table = new ArrayList<>();
                head.forEach(batch -> table.addAll(arrow.read(batch)));
                if (!table.isEmpty()) {
                    chunks.add(new Chunk(0, 0, table.size(), bytes));
                }
                rows = table.size();
                ResultManifest manifest = manifest(ResultFormat.JSON_ARRAY, Disposition.INLINE, bytes);
                return new StoredResult(
                        statementId, manifest, Optional.of(table), files, () -> resident.addAndGet(-bytes));
            } catch (RuntimeException | Error e) {
                resident.addAndGet(-bytes);
                throw e;
            }
        }

        private StoredResult inFiles(List<ArrowBatch> head, boolean inline) throws IOException {
            ResultFormat kind = inline ? ResultFormat.JSON_ARRAY : options.format();
            ChunkFormat format = ChunkFormats.of(kind, schema, arrow);
            var waiting = head.iterator();
            long chunkLimit = inline ? limits.inlineChunk() : limits.chunk();
            long total = 0;
            long arrowBytes = 0;
            Optional<ArrowBatch> next = waiting.hasNext() ? Optional.of(waiting.next()) : Optional.empty();
            while (next.isPresent()) {
                long offset = rows;
                long held = 0;
                CountingStream out = new CountingStream(files.create(statementId, chunks.size()));
                try (out) {
                    format.begin(out, chunks.isEmpty());
                    do {
                        ArrowBatch batch = next.get();
                        arrowBytes += batch.message().length;
                        if (inline && arrowBytes > limits.inline()) {
                            throw SqlErrors.inlineLimit(limits.inline());
                        }
                        format.write(out, batch);
                        held += batch.message().length;
                        rows += batch.rows();
                        next = waiting.hasNext() ? Optional.of(waiting.next()) : batches.next();
                    } while (next.isPresent() && held + next.get().message().length <= chunkLimit);
                    format.end(out);
                }
                chunks.add(new Chunk(chunks.size(), offset, rows - offset, out.count()));
                total += out.count();
            }
            Disposition disposition = inline ? Disposition.INLINE : Disposition.EXTERNAL_LINKS;
            return new StoredResult(
                    statementId,
                    manifest(kind, disposition, total),
                    Optional.empty(),
                    files,
                    () -> files.delete(statementId));
        }

        private boolean reserve(long bytes) {
            if (resident.addAndGet(bytes) <= limits.memory()) {
                return true;
            }
            resident.addAndGet(-bytes);
            return false;
        }

        private ResultManifest manifest(ResultFormat format, Disposition disposition, long bytes) {
            return new ResultManifest(format, disposition, schema.columns(), chunks, rows, bytes, batches.truncated());
        }
    }

    /** Buffers, and counts what passes. */
    private static final class CountingStream extends BufferedOutputStream {
        private long count;

        CountingStream(OutputStream out) {
            super(out, 1 << 16);
        }

        long count() {
            return count;
        }

        @Override
        public synchronized void write(int value) throws IOException {
            count++;
            super.write(value);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
            count += length;
            super.write(bytes, offset, length);
        }
    }
}
