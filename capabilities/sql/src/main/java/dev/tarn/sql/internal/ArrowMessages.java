package dev.tarn.sql.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.ipc.message.MessageSerializer;

/** Arrow's encapsulated messages, as the engine's door carries them. */
final class ArrowMessages {
    /** What ends an Arrow stream: a continuation marker and a length of zero. */
    static final byte[] END_OF_STREAM = {-1, -1, -1, -1, 0, 0, 0, 0};

    private ArrowMessages() {}

    /** The rows of a root as one record batch message. */
    static byte[] batch(VectorSchemaRoot root) {
        var bytes = new ByteArrayOutputStream();
        try (ArrowRecordBatch batch = new VectorUnloader(root).getRecordBatch();
                var channel = new WriteChannel(Channels.newChannel(bytes))) {
            MessageSerializer.serialize(channel, batch, IpcOption.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
