package dev.tarn.storage;

import dev.tarn.storage.internal.LocalFiles;

/** Opens the store of files at a place. Decides no rights: ask the room that owns the place first. */
public final class FileStores {
    private final LocalFiles local = new LocalFiles();

    FileStores() {}

    /**
     * The files below a place.
     *
     * @param root URI of a folder, which need not exist yet
     */
    public FileStore at(String root) {
        return local.below(StoragePath.parse(root).local());
    }
}
