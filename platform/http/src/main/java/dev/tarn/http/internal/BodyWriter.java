package dev.tarn.http.internal;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponseWriter;
import dev.tarn.http.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer's content as a stream to write to: one block is on its way at a time, and the writer waits until the client took it. */
final class BodyWriter extends OutputStream {
    private static final Logger log = LoggerFactory.getLogger(BodyWriter.class);
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpResponseWriter response;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int filled;
    private long written;

    private BodyWriter(HttpResponseWriter response) {
        this.response = response;
    }

    /** Writes all of an answer whose headers are sent; whatever goes wrong breaks the connection. */
    static void send(Content.Stream content, HttpResponseWriter response, String requestId) {
        BodyWriter out = new BodyWriter(response);
        try {
            content.writer().write(out);
            out.flush();
            long expected = content.length().orElse(out.written);
            if (out.written != expected) {
                throw new IOException("The content has " + out.written + " bytes instead of " + expected);
            }
            response.close();
        } catch (ClientGone e) {
            log.debug("Request {}: the client left before the end of its answer", requestId);
            response.abort(e);
        } catch (IOException | RuntimeException e) {
            log.error("Request {} failed in the middle of its answer", requestId, e);
            response.abort(e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        block[filled++] = (byte) value;
        if (filled == block.length) {
            flush();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int copied = 0;
        while (copied < length) {
            int count = Math.min(length - copied, block.length - filled);
            System.arraycopy(bytes, offset + copied, block, filled, count);
            filled += count;
            copied += count;
            if (filled == block.length) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (filled == 0) {
            return;
        }
        boolean taken = response.tryWrite(HttpData.wrap(Arrays.copyOf(block, filled)));
        written += filled;
        filled = 0;
        if (!taken) {
            throw new ClientGone(null);
        }
        try {
            response.whenConsumed().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ClientGone(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientGone(e);
        }
    }

    /** Nobody takes the answer any more. */
    private static final class ClientGone extends IOException {
        private static final long serialVersionUID = 1L;

        ClientGone(@org.jspecify.annotations.Nullable Exception cause) {
            super("The client is gone, or takes nothing any more", cause);
        }
    }
}
