package dev.tarn.storage.internal;

import dev.tarn.storage.FilePath;
import dev.tarn.storage.StorageErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A content on its way: a file below the reserved folder of its root, deleted unless it became the file that it was meant for. */
final class LocalUpload implements AutoCloseable {
    private static final int BUFFER = 256 * 1024;
    /** Nobody has written to it for so long: the server that did was killed. */
    private static final Duration ABANDONED = Duration.ofHours(2);

    private final Path file;

    private LocalUpload(Path file) {
        this.file = file;
    }

    /** Receives a whole content and brings it to the disk. */
    static LocalUpload receive(Path root, FilePath target, InputStream content, long maxBytes) throws IOException {
        Path folder = Files.createDirectories(root.resolve(FilePath.RESERVED));
        LocalUpload upload = new LocalUpload(folder.resolve(UUID.randomUUID().toString()));
        boolean whole = false;
        try (FileChannel channel =
                FileChannel.open(upload.file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(content, channel, target, maxBytes);
            channel.force(true);
            whole = true;
        } finally {
            if (!whole) {
                upload.close();
            }
        }
        sweep(folder, Files.getLastModifiedTime(upload.file).toInstant());
        return upload;
    }

    private static void copy(InputStream content, FileChannel channel, FilePath target, long maxBytes)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            total += read;
            if (total > maxBytes) {
                throw StorageErrors.fileTooLarge(target, maxBytes);
            }
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                write(channel, bytes);
            }
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        try {
            channel.write(bytes);
        } catch (IOException e) {
            if (LocalStore.isDiskFull(e)) {
                throw StorageErrors.diskFull();
            }
            throw e;
        }
    }

    /** Deletes what killed servers left. The time is the disk's own, so that no clock needs to agree with it. */
    private static void sweep(Path folder, Instant now) throws IOException {
        try (DirectoryStream<Path> uploads = Files.newDirectoryStream(folder)) {
            for (Path upload : uploads) {
                try {
                    Instant touched = Files.getLastModifiedTime(upload, LinkOption.NOFOLLOW_LINKS)
                            .toInstant();
                    if (touched.isBefore(now.minus(ABANDONED))) {
                        Files.deleteIfExists(upload);
                    }
                } catch (NoSuchFileException e) {
                    continue; // another upload has just ended
                }
            }
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
