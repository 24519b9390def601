package dev.tarn.engine.spark.files;

import dev.tarn.engine.files.ObjectFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hadoop.fs.FSInputStream;
import org.jspecify.annotations.Nullable;

/** An open object: one request runs until somebody seeks far. For one thread, as every stream of Hadoop's. */
final class ObjectInput extends FSInputStream {
    /** Reading on is cheaper than asking again. */
    private static final int SKIP_BYTES = 256 << 10;

    private final ObjectFiles files;
    private final URI file;
    private final long length;
    private @Nullable InputStream in;
    private long position;
    private long wanted;

    ObjectInput(ObjectFiles files, URI file, long length) {
        this.files = files;
        this.file = file;
        this.length = length;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0 || to > length) {
            throw new EOFException("Cannot seek to " + to + " of " + length);
        }
        wanted = to;
    }

    @Override
    public long getPos() {
        return wanted;
    }

    @Override
    public boolean seekToNewSource(long target) {
        return false;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (wanted >= length) {
            return -1;
        }
        int read = stream().read(bytes, offset, count);
        if (read > 0) {
            position += read;
            wanted = position;
        }
        return read;
    }

    private InputStream stream() throws IOException {
        InputStream open = in;
        if (open != null && wanted != position) {
            long ahead = wanted - position;
            if (ahead > 0 && ahead <= SKIP_BYTES) {
                open.skipNBytes(ahead);
                position = wanted;
            } else {
                open.close();
                open = null;
            }
        }
        if (open == null) {
            open = files.open(file, wanted);
            in = open;
            position = wanted;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        InputStream open = in;
        in = null;
        if (open != null) {
            open.close();
        }
    }
}
