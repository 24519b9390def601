package dev.tarn.sql;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.engine.ArrowBatch;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.ResultSchema;
import dev.tarn.engine.ResultStream;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.SqlEngine;
import dev.tarn.engine.Statement;
import dev.tarn.engine.StatementMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * A small engine whose language is: {@code rows N [by B] [wide W]} yields N rows (id, name) in batches of B with names of W
 * characters; {@code echo} yields the parameters; {@code done} is a command without rows; {@code block} works until it is
 * cancelled or {@link #release}d; {@code missing}, {@code crash} fail. Real sessions, real Arrow.
 */
final class ArrayEngine implements SqlEngine {
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger sessions = new AtomicInteger();
    final AtomicInteger batches = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean ready = true;

    void release() {
        released.countDown();
    }

    void ready(boolean value) {
        ready = value;
    }

    @Override
    public EngineSession open(Caller caller, SessionOptions options) {
        if (options.catalog().filter("nowhere"::equals).isPresent()) {
            throw new AppException(
                    ErrorKind.NOT_FOUND,
                    "CATALOG_NOT_FOUND",
                    "The catalog nowhere was not found.",
                    Map.of("sqlState", "42704"),
                    null);
        }
        sessions.incrementAndGet();
        return new Session(caller, options);
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public String version() {
        return "Array 1";
    }

    @Override
    public void close() {
        release();
    }

    private final class Session implements EngineSession {
        private final Caller caller;
        private final SessionOptions options;
        private final CountDownLatch cancelled = new CountDownLatch(1);

        Session(Caller caller, SessionOptions options) {
            this.caller = caller;
            this.options = options;
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public ResultStream execute(Statement statement) {
            String[] words = statement.sql().strip().split("\\s+");
            return switch (words[0]) {
                case "rows" ->
                    new Rows(
                            Long.parseLong(words[1]),
                            words.length > 3 ? Integer.parseInt(words[3]) : 1000,
                            words.length > 5 ? Integer.parseInt(words[5]) : 0);
                case "echo" ->
                    new Fixed(statement.parameters().stream()
                            .map(p -> List.of(p.name().orElse("?"), p.value().orElse("NULL") + ":" + p.type()))
                            .toList());
                case "where" ->
                    new Fixed(List.of(List.of(
                            options.catalog().orElse("-"), options.schema().orElse("-"))));
                case "done" -> new Fixed(null);
                case "block" -> block();
                case "missing" ->
                    throw new AppException(
                            ErrorKind.NOT_FOUND,
                            "TABLE_OR_VIEW_NOT_FOUND",
                            "[TABLE_OR_VIEW_NOT_FOUND] The table `t` cannot be found.; line 1 pos 14",
                            Map.of("sqlState", "42P01"),
                            null);
                default -> throw new IllegalStateException("secret detail of a bug");
            };
        }

        private ResultStream block() {
            running.incrementAndGet();
            try {
                while (released.getCount() > 0 && !cancelled.await(5, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    // works on
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                running.decrementAndGet();
            }
            if (cancelled.getCount() == 0) {
                throw new AppException(ErrorKind.CANCELLED, "CANCELLED", "cancelled");
            }
            return new Fixed(List.of(List.of("b", "done")));
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public String currentCatalog() {
            return options.catalog().orElse("main");
        }

        @Override
        public String currentSchema() {
            return options.schema().orElse("default");
        }

        @Override
        public void close() {
            sessions.decrementAndGet();
        }
    }

    /** Numbers and names. */
    private final class Rows implements ResultStream {
        private final long count;
        private final int batch;
        private final int width;
        private long next;

        Rows(long count, int batch, int width) {
            this.count = count;
            this.batch = batch;
            this.width = width;
        }

        @Override
        public ResultSchema schema() {
            return new ResultSchema(
                    List.of(column("id", "BIGINT", "LONG"), column("name", "STRING", "STRING")), schemaMessage(SCHEMA));
        }

        @Override
        public Optional<ArrowBatch> next() {
            if (next >= count) {
                return Optional.empty();
            }
            batches.incrementAndGet();
            int rows = (int) Math.min(batch, count - next);
            try (var allocator = new RootAllocator();
                    var root = VectorSchemaRoot.create(SCHEMA, allocator)) {
                BigIntVector id = (BigIntVector) root.getVector(0);
                VarCharVector name = (VarCharVector) root.getVector(1);
                root.allocateNew();
                for (int i = 0; i < rows; i++) {
                    id.setSafe(i, next + i);
                    if ((next + i) % 10 != 3) {
                        name.setSafe(i, ("n" + (next + i) + "x".repeat(width)).getBytes(StandardCharsets.UTF_8));
                    }
                }
                root.setRowCount(rows);
                next += rows;
                return Optional.of(new ArrowBatch(batchMessage(root), rows));
            }
        }

        @Override
        public StatementMetrics metrics() {
            return new StatementMetrics(next, next * 8, next, "SELECT");
        }

        @Override
        public void close() {
            next = count;
        }
    }

    /** Rows of two texts; none at all for a command. */
    private static final class Fixed implements ResultStream {
        private final List<List<String>> rows;
        private boolean sent;

        Fixed(List<List<String>> rows) {
            this.rows = rows;
        }

        @Override
        public ResultSchema schema() {
            if (rows == null) {
                return new ResultSchema(List.of(), schemaMessage(new Schema(List.of())));
            }
            return new ResultSchema(
                    List.of(column("a", "STRING", "STRING"), column("b", "STRING", "STRING")), schemaMessage(TEXTS));
        }

        @Override
        public Optional<ArrowBatch> next() {
            if (rows == null || sent || rows.isEmpty()) {
                return Optional.empty();
            }
            sent = true;
            try (var allocator = new RootAllocator();
                    var root = VectorSchemaRoot.create(TEXTS, allocator)) {
                root.allocateNew();
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < 2; column++) {
                        ((VarCharVector) root.getVector(column))
                                .setSafe(row, rows.get(row).get(column).getBytes(StandardCharsets.UTF_8));
                    }
                }
                root.setRowCount(rows.size());
                return Optional.of(new ArrowBatch(batchMessage(root), rows.size()));
            }
        }

        @Override
        public StatementMetrics metrics() {
            return new StatementMetrics(0, 0, 0, rows == null ? "CREATE" : "SELECT");
        }

        @Override
        public void close() {}
    }

    private static final Schema SCHEMA = new Schema(List.of(
            Field.nullable("id", new ArrowType.Int(64, true)), Field.nullable("name", ArrowType.Utf8.INSTANCE)));
    private static final Schema TEXTS = new Schema(
            List.of(Field.nullable("a", ArrowType.Utf8.INSTANCE), Field.nullable("b", ArrowType.Utf8.INSTANCE)));

    private static ResultSchema.Column column(String name, String text, String type) {
        return new ResultSchema.Column(name, text, type, Optional.empty(), Optional.empty(), true);
    }

    static byte[] schemaMessage(Schema schema) {
        var bytes = new ByteArrayOutputStream();
        try (var channel = new WriteChannel(Channels.newChannel(bytes))) {
            MessageSerializer.serialize(channel, schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] batchMessage(VectorSchemaRoot root) {
        var bytes = new ByteArrayOutputStream();
        try (var batch = new VectorUnloader(root).getRecordBatch();
                var channel = new WriteChannel(Channels.newChannel(bytes))) {
            MessageSerializer.serialize(channel, batch, IpcOption.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<String> texts(Iterable<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(String.valueOf(value)));
        return texts;
    }
}
