package dev.tarn.http.internal;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpObject;
import com.linecorp.armeria.common.HttpRequest;
import dev.tarn.http.BrokenBody;
import dev.tarn.http.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A request's body as a stream to read from, while it arrives. Nothing is asked of the client before the first read, and never more than
 * a few pieces ahead of the reader. For one reading thread.
 */
final class BodyReader extends InputStream implements Subscriber<HttpObject> {
    private static final int PIECES_AHEAD = 4;
    private static final long MOST_TAKEN_BYTES = 256L << 20;

    private final HttpRequest request;
    private final Upload upload;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private @Nullable Subscription subscription;
    private boolean ended;
    private boolean begun;
    private boolean discarding;
    private @Nullable Throwable failure;
    private byte[] piece = new byte[0];
    private int position;
    private long received;

    BodyReader(HttpRequest request, Upload upload) {
        this.request = request;
        this.upload = upload;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (position == piece.length && !next()) {
            return -1;
        }
        if (upload.maxBytes() > 0 && received > upload.maxBytes()) {
            throw BrokenBody.tooLong(upload.maxBytes());
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    /** Waits for the next piece; false at the end. */
    private boolean next() throws IOException {
        if (!begun) {
            begun = true;
            request.subscribe(this);
        }
        lock.lock();
        try {
            long nanos = upload.longestSilence().toNanos();
            while (pieces.isEmpty() && !ended && failure == null) {
                if (nanos <= 0) {
                    throw abort(BrokenBody.silent(upload.longestSilence().toSeconds()));
                }
                nanos = arrived.awaitNanos(nanos);
            }
            if (pieces.isEmpty()) {
                if (failure != null) {
                    throw BrokenBody.lost(failure);
                }
                return false;
            }
            piece = pieces.remove();
            position = 0;
            received += piece.length;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abort(BrokenBody.lost(e));
        } finally {
            lock.unlock();
        }
        if (subscription != null) {
            subscription.request(1);
        }
        return true;
    }

    private BrokenBody abort(BrokenBody reason) {
        signal(() -> failure = reason);
        return reason;
    }

    /**
     * What was not read is taken from the client and thrown away, so that it sees its answer instead of a broken connection, as HTTP/2 and
     * many a client on HTTP/1 would have it. The route's auto-abort ends that after a while.
     */
    @Override
    public void close() {
        signal(() -> {
            discarding = true;
            pieces.clear();
        });
        if (!begun) {
            begun = true;
            request.subscribe(this);
        } else if (subscription != null) {
            subscription.request(PIECES_AHEAD);
        }
    }

    /**
     * Takes what is left, before the answer: clients on HTTP/2 mistake an answer in the middle of their sending for a broken connection.
     * Gives up after a while; then they see that.
     */
    void finish() {
        try {
            long left = MOST_TAKEN_BYTES;
            while (left > 0 && failure == null && next()) {
                left -= piece.length;
            }
        } catch (IOException e) {
            // the client is told what went wrong before
        }
    }

    @Override
    public void onSubscribe(Subscription given) {
        signal(() -> subscription = given);
        given.request(PIECES_AHEAD);
    }

    @Override
    public void onNext(HttpObject object) {
        // what is no data are trailers, which nobody reads
        byte[] bytes = object instanceof HttpData data ? data.array() : new byte[0];
        if (!keep(bytes) && subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable cause) {
        signal(() -> failure = cause);
    }

    @Override
    public void onComplete() {
        signal(() -> ended = true);
    }

    private boolean keep(byte[] bytes) {
        lock.lock();
        try {
            boolean wanted = bytes.length > 0 && !discarding;
            if (wanted) {
                pieces.add(bytes);
                arrived.signalAll();
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
