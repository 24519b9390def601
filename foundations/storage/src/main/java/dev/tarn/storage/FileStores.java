package dev.tarn.storage;

import dev.tarn.storage.internal.LocalFiles;
import java.nio.file.Path;

/** Opens the store of files at a place. Decides no rights: ask the room that owns the place first. */
public final class FileStores {
    private static final String FILE = "file:";

    private final LocalFiles local = new LocalFiles();

    /** Stores that need nothing of a server: for rooms' tests, and tools. */
    public FileStores() {}

    /**
     * The files below a place.
     *
     * @param root {@code file:/...}, the URI of a folder, which need not exist yet
     */
    public FileStore at(String root) {
        Path folder = Path.of(root.startsWith(FILE) ? root.substring(FILE.length()) : root);
        if (!folder.isAbsolute() || !folder.equals(folder.normalize())) {
            throw StorageErrors.badPath(root);
        }
        return local.below(folder);
    }
}
