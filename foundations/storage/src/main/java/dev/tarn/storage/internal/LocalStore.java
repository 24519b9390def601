package dev.tarn.storage.internal;

import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import dev.tarn.storage.FilePath;
import dev.tarn.storage.FileStore;
import dev.tarn.storage.FileWrite;
import dev.tarn.storage.StorageErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The files below a folder of this machine. */
final class LocalStore implements FileStore {
    private final Path root;
    private final LocalFiles shared;

    LocalStore(Path root, LocalFiles shared) {
        this.root = root;
        this.shared = shared;
    }

    @Override
    public Optional<FileInfo> stat(FilePath path) {
        return io(() -> find(path));
    }

    @Override
    public Page<FileInfo> list(FilePath folder, PageRequest page) {
        return io(() -> {
            if (!find(folder)
                    .orElseThrow(() -> StorageErrors.fileNotFound(folder))
                    .folder()) {
                throw StorageErrors.isAFile(folder);
            }
            Path directory = place(folder);
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                return new Page<>(List.of(), Optional.empty());
            }
            List<String> names = shared.listing().names(directory, page.after(), page.size());
            boolean more = names.size() > page.size();
            List<FileInfo> items = new ArrayList<>();
            for (String name : more ? names.subList(0, page.size()) : names) {
                LocalNames.child(folder, name)
                        .flatMap(child -> attributes(directory.resolve(name)).flatMap(seen -> info(child, seen)))
                        .ifPresent(items::add);
            }
            return new Page<>(items, more ? Optional.of(new PageToken(names.get(page.size() - 1))) : Optional.empty());
        });
    }

    @Override
    public FileContent open(FilePath path) {
        return io(() -> {
            while (true) {
                FileInfo before = find(path).orElseThrow(() -> StorageErrors.fileNotFound(path));
                if (before.folder()) {
                    throw StorageErrors.isAFolder(path);
                }
                FileChannel channel =
                        FileChannel.open(place(path), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                if (find(path).filter(before::equals).isPresent()) {
                    return new LocalContent(channel, before);
                }
                channel.close(); // replaced between the look and the opening
            }
        });
    }

    @Override
    public FileInfo put(FilePath path, InputStream content, FileWrite write) {
        return io(() -> {
            requireFile(path, write);
            try (LocalUpload upload = LocalUpload.receive(root, path, content, write.maxBytes())) {
                makeFolder(path.parent().orElse(FilePath.ROOT));
                Path target = place(path);
                ReentrantLock lock = shared.lock(target);
                lock.lock();
                try {
                    requireFile(path, write);
                    publish(upload.file(), target, path, write.overwrite());
                    return find(path).orElseThrow(() -> StorageErrors.fileNotFound(path));
                } finally {
                    lock.unlock();
                }
            }
        });
    }

    private static void publish(Path upload, Path target, FilePath path, boolean overwrite) throws IOException {
        try {
            if (overwrite) {
                Files.move(upload, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.createLink(target, upload); // fails if the name is taken, which a rename would not
            }
        } catch (FileAlreadyExistsException e) {
            throw StorageErrors.fileExists(path);
        }
        force(target.getParent());
    }

    private void requireFile(FilePath path, FileWrite write) throws IOException {
        if (path.isRoot()) {
            throw StorageErrors.isAFolder(path);
        }
        Optional<FileInfo> present = find(path);
        if (present.isPresent() && present.get().folder()) {
            throw StorageErrors.isAFolder(path);
        }
        if (write.ifMatch().isPresent() && !write.ifMatch().equals(present.map(FileInfo::etag))) {
            throw StorageErrors.changedMeanwhile(path);
        }
        if (present.isPresent() && !write.overwrite()) {
            throw StorageErrors.fileExists(path);
        }
    }

    @Override
    public void delete(FilePath path) {
        io(() -> {
            FileInfo present = find(path).orElseThrow(() -> StorageErrors.fileNotFound(path));
            if (present.folder()) {
                throw StorageErrors.isAFolder(path);
            }
            Files.delete(place(path));
            force(place(path).getParent());
            return present;
        });
    }

    @Override
    public void makeFolder(FilePath folder) {
        io(() -> {
            Files.createDirectories(root);
            FilePath made = FilePath.ROOT;
            for (String segment : folder.segments()) {
                made = made.child(segment);
                try {
                    Files.createDirectory(place(made));
                    force(place(made).getParent());
                } catch (FileAlreadyExistsException e) {
                    requireFolder(made);
                }
            }
            return folder;
        });
    }

    private void requireFolder(FilePath path) throws IOException {
        FilePath shown = path;
        if (!find(path).orElseThrow(() -> StorageErrors.notAPlainFile(shown)).folder()) {
            throw StorageErrors.isAFile(path);
        }
    }

    @Override
    public void deleteFolder(FilePath folder) {
        io(() -> {
            FileInfo present = requireOwn(folder);
            try {
                Files.delete(place(folder));
            } catch (DirectoryNotEmptyException e) {
                throw StorageErrors.folderNotEmpty(folder);
            }
            return present;
        });
    }

    @Override
    public void deleteTree(FilePath folder) {
        io(() -> {
            FileInfo present = requireOwn(folder);
            Files.walkFileTree(place(folder), new Deletion());
            return present;
        });
    }

    /** A folder below the root, which is not anybody's to delete. */
    private FileInfo requireOwn(FilePath folder) throws IOException {
        FileInfo present = find(folder).orElseThrow(() -> StorageErrors.fileNotFound(folder));
        if (!present.folder()) {
            throw StorageErrors.isAFile(folder);
        }
        if (folder.isRoot()) {
            throw StorageErrors.rootFolder();
        }
        return present;
    }

    @Override
    public void move(FilePath from, FilePath to) {
        io(() -> {
            FileInfo present = find(from).orElseThrow(() -> StorageErrors.fileNotFound(from));
            if (from.isRoot()) {
                throw StorageErrors.rootFolder();
            }
            if (from.contains(to)) {
                throw StorageErrors.moveIntoItself(from, to);
            }
            makeFolder(to.parent().orElse(FilePath.ROOT));
            ReentrantLock lock = shared.lock(place(to));
            lock.lock();
            try {
                if (find(to).isPresent()) {
                    throw StorageErrors.fileExists(to);
                }
                Files.move(place(from), place(to), StandardCopyOption.ATOMIC_MOVE);
                force(place(to).getParent());
            } finally {
                lock.unlock();
            }
            return present;
        });
    }

    // ---- the disk

    /** The file or folder, each part of the way looked at without following links. */
    private Optional<FileInfo> find(FilePath path) throws IOException {
        if (path.isRoot() && Files.notExists(root)) {
            return Optional.of(new FileInfo(path, true, 0, java.time.Instant.EPOCH, ""));
        }
        Path place = root;
        for (String segment : path.segments()) {
            if (!attributes(place).map(BasicFileAttributes::isDirectory).orElse(false)) {
                return Optional.empty();
            }
            place = place.resolve(LocalNames.onDisk(segment));
        }
        Optional<BasicFileAttributes> seen = attributes(place);
        if (seen.isPresent() && info(path, seen.get()).isEmpty()) {
            throw StorageErrors.notAPlainFile(path);
        }
        return seen.flatMap(attributes -> info(path, attributes));
    }

    private Path place(FilePath path) {
        Path place = root;
        for (String segment : path.segments()) {
            place = place.resolve(LocalNames.onDisk(segment));
        }
        return place;
    }

    private Optional<BasicFileAttributes> attributes(Path place) {
        try {
            return Optional.of(
                    place.equals(root)
                            ? Files.readAttributes(place, BasicFileAttributes.class)
                            : Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty(); // below a file, or a name longer than this disk has them
            }
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileInfo> info(FilePath path, BasicFileAttributes seen) {
        if (seen.isDirectory()) {
            return Optional.of(
                    new FileInfo(path, true, 0, seen.lastModifiedTime().toInstant(), ""));
        }
        if (!seen.isRegularFile()) {
            return Optional.empty();
        }
        String etag = Long.toHexString(seen.lastModifiedTime().to(TimeUnit.NANOSECONDS)) + "-"
                + Long.toHexString(seen.size()) + "-"
                + Integer.toHexString(String.valueOf(seen.fileKey()).hashCode());
        return Optional.of(
                new FileInfo(path, false, seen.size(), seen.lastModifiedTime().toInstant(), etag));
    }

    /** Brings a folder's entries to the disk, where the system can. */
    private static void force(@Nullable Path folder) throws IOException {
        if (folder == null || System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static boolean isDiskFull(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota exceeded");
    }

    /** Work on the disk. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T io(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            if (isDiskFull(e)) {
                throw StorageErrors.diskFull();
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes bottom-up; links are entries to delete, not ways to follow. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
