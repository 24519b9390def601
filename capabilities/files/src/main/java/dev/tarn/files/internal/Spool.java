package dev.tarn.files.internal;

import dev.tarn.files.FilesErrors;
import dev.tarn.storage.FilePath;
import dev.tarn.storage.StorageErrors;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Where the parts of uploads wait: a folder per upload, a file per part, named by its number. A part's etag is its checksum, compared
 * again when the parts are put together, so that a damaged part never becomes part of a file.
 */
public final class Spool {
    private static final int BUFFER = 256 * 1024;
    private static final String BLOCKS = "blocks";

    /** A part as its uploader knows it. */
    public record Part(int number, String etag) {}

    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes a part, in place of an earlier one of that number.
     *
     * @return its etag
     */
    public String part(String upload, int number, InputStream content, long maxBytes) {
        try {
            Path own = Files.createDirectories(folder.resolve(upload));
            Path temporary = own.resolve(UUID.randomUUID().toString());
            try {
                Checksum checksum = new CRC32C();
                long bytes = copy(content, temporary, checksum, maxBytes);
                Files.move(temporary, own.resolve(Integer.toString(number)), StandardCopyOption.ATOMIC_MOVE);
                return etag(checksum, bytes);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long copy(InputStream content, Path file, Checksum checksum, long maxBytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw StorageErrors.fileTooLarge(FilePath.ROOT, maxBytes);
                }
                checksum.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    private static String etag(Checksum checksum, long bytes) {
        return "%08x-%x".formatted(checksum.getValue(), bytes);
    }

    /** Adds a block at the end. Only one thread at a time adds to one upload. */
    public void append(String upload, byte[] block, long maxBytes) {
        try {
            Path file = Files.createDirectories(folder.resolve(upload)).resolve(BLOCKS);
            if (Files.exists(file) && Files.size(file) + block.length > maxBytes) {
                throw StorageErrors.fileTooLarge(FilePath.ROOT, maxBytes);
            }
            Files.write(file, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All blocks in the order in which they came. */
    public InputStream blocks(String upload) {
        try {
            return Files.newInputStream(folder.resolve(upload).resolve(BLOCKS));
        } catch (NoSuchFileException e) {
            return InputStream.nullInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts' contents one after the other; reading throws if one is missing or is not what its uploader sent. */
    public InputStream parts(String upload, List<Part> parts) {
        return new Joined(folder.resolve(upload), parts.iterator());
    }

    /** Forgets an upload. */
    public void delete(String upload) {
        Path own = folder.resolve(upload);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(own)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(own);
        } catch (NoSuchFileException e) {
            return; // nothing was uploaded
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what belongs to no upload any more; at start, before requests. */
    public void keepOnly(Collection<String> uploads) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> known = Files.newDirectoryStream(folder)) {
                for (Path own : known) {
                    String id = own.getFileName().toString();
                    if (!uploads.contains(id)) {
                        delete(id);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads part after part, checking each at its end. */
    private static final class Joined extends InputStream {
        private final Path folder;
        private final Iterator<Part> rest;
        private InputStream current = InputStream.nullInputStream();
        private Runnable check = () -> {};

        Joined(Path folder, Iterator<Part> parts) {
            this.folder = folder;
            this.rest = parts;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (true) {
                int read = current.read(target, offset, length);
                if (read >= 0) {
                    return read;
                }
                current.close();
                check.run();
                check = () -> {};
                current = InputStream.nullInputStream();
                if (!rest.hasNext()) {
                    return -1;
                }
                open(rest.next());
            }
        }

        private void open(Part part) throws IOException {
            try {
                Counted counted = new Counted(Files.newInputStream(folder.resolve(Integer.toString(part.number()))));
                current = counted;
                check = () -> {
                    if (!part.etag().equals(etag(counted.checksum, counted.bytes))) {
                        throw FilesErrors.partMissing(part.number());
                    }
                };
            } catch (NoSuchFileException e) {
                throw FilesErrors.partMissing(part.number());
            }
        }

        @Override
        public void close() throws IOException {
            current.close();
        }
    }

    private static final class Counted extends FilterInputStream {
        private final Checksum checksum = new CRC32C();
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                checksum.update(target, offset, read);
                bytes += read;
            }
            return read;
        }
    }
}
