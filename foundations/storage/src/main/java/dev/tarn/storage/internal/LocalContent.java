package dev.tarn.storage.internal;

import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** An open file of this machine: the descriptor keeps the version that was opened. */
final class LocalContent implements FileContent {
    private final FileChannel channel;
    private final FileInfo info;

    LocalContent(FileChannel channel, FileInfo info) {
        this.channel = channel;
        this.info = info;
    }

    @Override
    public FileInfo info() {
        return info;
    }

    @Override
    public InputStream read(long offset, long length) {
        return new Stretch(offset, length);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Stretch extends InputStream {
        private long position;
        private long left;

        Stretch(long offset, long length) {
            position = offset;
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left <= 0) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)), position);
            if (read > 0) {
                position += read;
                left -= read;
            }
            return read;
        }

        @Override
        public void close() {
            LocalContent.this.close();
        }
    }
}
