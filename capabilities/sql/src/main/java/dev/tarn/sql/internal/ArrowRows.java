package dev.tarn.sql.internal;

import dev.tarn.engine.ArrowBatch;
import dev.tarn.engine.ResultSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** Turns one result's Arrow batches into rows of text. One thread; holds memory outside the heap until it is closed. */
final class ArrowRows implements AutoCloseable {
    private final VectorSchemaRoot root;
    private final VectorLoader loader;
    private final BufferAllocator allocator;

    ArrowRows(ResultSchema schema, BufferAllocator parent) {
        allocator = parent.newChildAllocator("result", 0, Long.MAX_VALUE);
        try {
            root = VectorSchemaRoot.create(schema(schema), allocator);
        } catch (RuntimeException | IOException e) {
            allocator.close();
            throw new IllegalArgumentException("The engine sent a result schema that is not Arrow's", e);
        }
        loader = new VectorLoader(root);
    }

    /** The rows of a batch, each value a text or null. */
    List<List<@Nullable String>> read(ArrowBatch batch) {
        load(batch);
        int rows = root.getRowCount();
        List<FieldVector> columns = root.getFieldVectors();
        List<List<@Nullable String>> table = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            @Nullable String[] values = new @Nullable String[columns.size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = ValueText.of(columns.get(column), row);
            }
            table.add(Arrays.asList(values));
        }
        return table;
    }

    /** The same batch with its first rows only. */
    ArrowBatch head(ArrowBatch batch, long rows) {
        load(batch);
        try (VectorSchemaRoot slice = root.slice(0, Math.toIntExact(rows))) {
            return new ArrowBatch(ArrowMessages.batch(slice), rows);
        }
    }

    @Override
    public void close() {
        root.close();
        allocator.close();
    }

    private void load(ArrowBatch batch) {
        try (var channel = new ReadChannel(Channels.newChannel(new ByteArrayInputStream(batch.message())));
                ArrowRecordBatch message = MessageSerializer.deserializeRecordBatch(channel, allocator)) {
            loader.load(message);
        } catch (IOException e) {
            throw new UncheckedIOException("The engine sent a batch that is not Arrow's", e);
        }
    }

    private static Schema schema(ResultSchema schema) throws IOException {
        try (var channel = new ReadChannel(Channels.newChannel(new ByteArrayInputStream(schema.arrowSchema())))) {
            return MessageSerializer.deserializeSchema(channel);
        }
    }
}
