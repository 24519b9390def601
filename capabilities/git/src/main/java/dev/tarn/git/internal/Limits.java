package dev.tarn.git.internal;

import dev.tarn.git.GitConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/** Ends a call that takes too long, or brings more than a clone may have on disk. */
final class Limits extends EmptyProgressMonitor {
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final Path folder;
    private final GitConfig config;
    private final long started = System.nanoTime();
    private volatile long looked = System.nanoTime();
    private volatile boolean tooLarge;
    private volatile boolean tooLong;

    Limits(Path folder, GitConfig config) {
        this.folder = folder;
        this.config = config;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** Looks once more, at the end. */
    void check() {
        tooLarge = tooLarge || bytes() > config.mostCloneBytes();
    }

    @Override
    public boolean isCancelled() {
        long now = System.nanoTime();
        tooLong = tooLong || now - started > config.timeout().toNanos();
        if (!tooLarge && now - looked > LOOK_EVERY_NANOS) {
            looked = now;
            check();
        }
        return tooLarge || tooLong;
    }

    private long bytes() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(Limits::size).sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // a file went away while it was counted; the next look counts again
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
