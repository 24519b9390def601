package dev.tarn.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** This machine's disk: which of it may be lent out, and deleting what is ours. Does I/O; never in a transaction. */
public final class LocalDisk {
    private final StorageConfig config;

    LocalDisk(StorageConfig config) {
        this.config = config;
    }

    /**
     * Refuses what lies outside the roots and the server's own data. Below its root, a location's path has no symbolic link: by one,
     * two locations would be the same place under two names, and the grants of the first would say nothing about the second.
     */
    void requireLent(StoragePath path) {
        Path real = real(path.local());
        Path own = real(config.own());
        boolean lent = config.localRoots().stream()
                .filter(root -> isPlain(root, path.local(), real))
                .map(LocalDisk::real)
                .anyMatch(root -> root.startsWith(own) || !(real.startsWith(own) || own.startsWith(real)));
        if (!lent) {
            throw StorageErrors.outsideRoots(path);
        }
    }

    private static boolean isPlain(Path root, Path path, Path real) {
        Path given = root.toAbsolutePath().normalize();
        Path followed = real(given);
        return real.startsWith(followed)
                && (path.equals(real)
                        || (path.startsWith(given)
                                && followed.resolve(given.relativize(path)).equals(real)));
    }

    void requireUsable(StoragePath path, boolean write) {
        Path local = path.local();
        if (!Files.isDirectory(local) || !Files.isReadable(local) || (write && !Files.isWritable(local))) {
            throw StorageErrors.notADirectory(path);
        }
    }

    /** Whether a place lies in another one, links followed. */
    static boolean inside(StoragePath outer, StoragePath inner) {
        return real(inner.local()).startsWith(real(outer.local()));
    }

    /** Deletes a directory with everything in it, not following links; it may be gone already. */
    public static void delete(String uri) {
        Path start = Path.of(uri.startsWith("file:") ? uri.substring("file:".length()) : uri);
        if (!start.isAbsolute() || !start.equals(start.normalize())) {
            throw StorageErrors.badPath(uri);
        }
        if (Files.notExists(start, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Files of a dropped table could not be deleted", e);
        }
    }

    /** The path with every link followed, as far as it exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path existing = absolute;
        while (existing.getParent() != null && Files.notExists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
        } catch (IOException e) {
            throw StorageErrors.unreachable(path);
        }
    }
}
