package dev.tarn.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The directory that keeps everything, held by one process at a time and readable by its owner alone. */
public final class DataDirectory implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Takes the directory, creating it if need be.
     *
     * @throws IllegalStateException if another process has it, or it cannot be written
     */
    public static DataDirectory take(Path root) {
        try {
            if (Files.notExists(root)) {
                Files.createDirectories(root);
                ownerOnly(root, "rwx------");
            }
            Path absolute = root.toRealPath();
            FileChannel channel = FileChannel.open(
                    absolute.resolve("tarn.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IllegalStateException("The data directory " + absolute
                        + " is in use by another process. Stop that one, or choose another directory with --data.");
            }
            return new DataDirectory(absolute, channel);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The data directory " + root + " cannot be used (" + e.getMessage()
                            + "). Choose a writable one with --data.",
                    e);
        }
    }

    public Path root() {
        return root;
    }

    public Path database() {
        return root.resolve("tarn.db");
    }

    /** A sub-directory, created if need be. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a secret for its owner's eyes only. */
    public static void writeSecret(Path file, String text) {
        try {
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(temporary);
            Files.createFile(temporary);
            ownerOnly(temporary, "rw-------");
            Files.writeString(temporary, text);
            Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void ownerOnly(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
