package dev.tarn.sql.internal;

import dev.tarn.sql.SqlErrors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that results lie in: one folder per statement, one file per chunk, all of them below one quota. Results do not
 * outlive the process, so what an earlier one left behind is deleted at start. Safe for use by many threads.
 */
public final class ResultFiles {
    private static final Logger log = LoggerFactory.getLogger(ResultFiles.class);

    private final Path directory;
    private final long quota;
    private final AtomicLong used = new AtomicLong();
    private final ConcurrentMap<String, AtomicLong> byStatement = new ConcurrentHashMap<>();

    /** Prepares {@code statements} below the folder; nothing else in the folder is touched. */
    public ResultFiles(Path folder, long quota) {
        this.directory = folder.toAbsolutePath().resolve("statements");
        this.quota = quota;
        try {
            deleteTree(this.directory);
            Files.createDirectories(this.directory);
            if (Files.getFileStore(this.directory).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for results cannot be prepared: " + this.directory, e);
        }
    }

    /** Bytes of all result files. */
    public long used() {
        return used.get();
    }

    Path file(String statementId, int chunk) {
        return directory.resolve(statementId).resolve(Integer.toString(chunk));
    }

    /** A stream into a new chunk's file that counts against the quota. */
    OutputStream create(String statementId, int chunk) throws IOException {
        Path file = file(statementId, chunk);
        Files.createDirectories(file.getParent());
        return new Counted(
                Files.newOutputStream(file), byStatement.computeIfAbsent(statementId, any -> new AtomicLong()));
    }

    /** Deletes a statement's files; a file that is being sent stays readable to its reader. */
    void delete(String statementId) {
        AtomicLong bytes = byStatement.remove(statementId);
        if (bytes == null) {
            return;
        }
        try {
            deleteTree(directory.resolve(statementId));
        } catch (IOException e) {
            log.warn("Result files of statement {} could not be deleted; the next start will", statementId, e);
        }
        used.addAndGet(-bytes.get());
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException error)
                    throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Counts what is written, and stops at the quota. */
    private final class Counted extends OutputStream {
        private final OutputStream out;
        private final AtomicLong mine;

        Counted(OutputStream out, AtomicLong mine) {
            this.out = out;
            this.mine = mine;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (used.addAndGet(length) > quota) {
                used.addAndGet(-length);
                throw SqlErrors.noDisk("all results together would pass " + quota + " bytes on disk");
            }
            mine.addAndGet(length);
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
