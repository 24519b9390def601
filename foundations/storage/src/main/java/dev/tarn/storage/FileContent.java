package dev.tarn.storage;

import java.io.InputStream;

/** An open file. What it reads is the one version that {@link #info} describes, whatever others write meanwhile. */
public interface FileContent extends AutoCloseable {
    FileInfo info();

    /**
     * The bytes of a stretch; the file ends it if it is shorter. Closing the stream closes the content too.
     *
     * @param offset 0 or greater
     */
    InputStream read(long offset, long length);

    @Override
    void close();
}
