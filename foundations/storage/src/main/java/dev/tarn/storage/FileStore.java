package dev.tarn.storage;

import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.io.InputStream;
import java.util.Optional;

/**
 * The files below one root, on whatever kind of storage. Nothing outside the root is ever read or written, symbolic links are not
 * followed and not shown, and a file is seen whole or not at all. Decides no rights: whoever opens a store has asked the room that
 * owns the place. Does I/O; never in a transaction. Safe for use by many threads.
 *
 * <p>Errors are {@code AppException}s: NOT_FOUND (404), ALREADY_EXISTS (409), INVALID_PARAMETER_VALUE (400) for names and for a file
 * where a folder is wanted, PRECONDITION_FAILED (412), REQUEST_LIMIT_EXCEEDED (413).
 */
public interface FileStore {
    /** The file or folder, if there is one. */
    Optional<FileInfo> stat(FilePath path);

    /** What lies directly in a folder, by name; memory is bounded by the page, however many entries the folder has. */
    Page<FileInfo> list(FilePath folder, PageRequest page);

    /** Opens a file for reading. */
    FileContent open(FilePath path);

    /**
     * Writes a file: it becomes visible in one step when the content has arrived whole and is on the disk. Missing folders are made.
     * Of two writers, the one that is complete last wins. If reading the content throws, nothing is left.
     *
     * @throws RuntimeException whatever else reading the content throws
     */
    FileInfo put(FilePath path, InputStream content, FileWrite write);

    /** Deletes a file. */
    void delete(FilePath path);

    /** Makes a folder and those above it; one that is there is fine. */
    void makeFolder(FilePath folder);

    /** Deletes an empty folder. */
    void deleteFolder(FilePath folder);

    /** Deletes a folder with everything in it; where it is large this takes time, and others see it shrink. */
    void deleteTree(FilePath folder);

    /** Moves a file or folder to a name that is free. */
    void move(FilePath from, FilePath to);
}
