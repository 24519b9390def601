package dev.tarn.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Files of object stores for an engine; the storage room answers, with the credential of the external location that covers a place.
 * Whoever calls has been authorized for the place already: this knows no callers. Places are {@code s3://metastore@bucket/key}, so that
 * no metastore reaches a place with the credential of another. Folders exist as far as something lies in them. Errors are those of
 * {@code java.io} and {@code java.nio.file}: FileNotFoundException, FileAlreadyExistsException, AccessDeniedException; they hold no secret.
 */
public interface ObjectFiles {
    /** A file or folder. @param bytes 0 for a folder */
    record Entry(URI place, boolean folder, long bytes, Instant modifiedAt) {}

    Optional<Entry> stat(URI place) throws IOException;

    /** What lies directly in a folder, by name; empty if nothing does. */
    List<Entry> list(URI folder) throws IOException;

    /** The bytes of a file from an offset on. */
    InputStream open(URI file, long offset) throws IOException;

    /**
     * Writes a file, which is seen when the stream is closed, whole.
     *
     * @param overwrite if not, closing fails if the file is there by then
     */
    OutputStream create(URI file, boolean overwrite) throws IOException;

    void copy(URI from, URI to) throws IOException;

    /** Deletes a file; one that is gone is fine. */
    void delete(URI file) throws IOException;
}
