package dev.tarn.storage.internal;

import dev.tarn.core.AppException;
import dev.tarn.storage.FilePath;
import dev.tarn.storage.StorageErrors;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Names of files between us and the disk. */
final class LocalNames {
    private LocalNames() {}

    /** A segment as the disk's own name; refused if this machine's character set cannot write it. */
    static Path onDisk(String segment) {
        try {
            return Path.of(segment);
        } catch (InvalidPathException e) {
            throw StorageErrors.unwritableName(segment);
        }
    }

    /** An entry of a folder, unless its name is one that nobody could ask for: then it was not written by us, and is not shown. */
    static Optional<FilePath> child(FilePath folder, String name) {
        try {
            return Optional.of(folder.child(name));
        } catch (AppException e) {
            return Optional.empty();
        }
    }
}
