package dev.tarn.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** This machine's disk as a store of files, and that nothing leads out of its root. */
final class LocalFileStoreTest extends FileStoreContract {
    private static final FileWrite WRITE = FileWrite.overwrite(1 << 20);

    @TempDir
    Path disk;

    @Override
    FileStore open() {
        return new FileStores().at("file:" + disk.resolve("root"));
    }

    private static ByteArrayInputStream text() {
        return new ByteArrayInputStream("text".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void assertDenied(Executable use) {
        assertEquals("PERMISSION_DENIED", assertThrows(AppException.class, use).code());
    }

    @Test
    void symbolicLinksAreNeitherShownNorFollowed() throws IOException {
        Path outside = Files.createDirectories(disk.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "secret");
        Path root = Files.createDirectories(disk.resolve("root"));
        Files.createSymbolicLink(root.resolve("way"), outside);
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        FileStore files = open();
        assertEquals(List.of(), files.list(FilePath.ROOT, PageRequest.first(10)).items());
        for (String path : List.of("way", "file")) {
            FilePath link = FilePath.parse(path);
            assertDenied(() -> files.stat(link));
            assertDenied(() -> files.open(link));
            assertDenied(() -> files.put(link, text(), WRITE));
            assertDenied(() -> files.delete(link));
            assertDenied(() -> files.move(link, FilePath.parse("moved")));
        }
        FilePath below = FilePath.parse("way/secret");
        assertTrue(files.stat(below).isEmpty());
        assertThrows(AppException.class, () -> files.open(below));
        assertDenied(() -> files.put(FilePath.parse("way/new"), text(), WRITE));
        assertDenied(() -> files.makeFolder(FilePath.parse("way/new")));
        files.makeFolder(FilePath.parse("tree"));
        Files.createSymbolicLink(root.resolve("tree/way"), outside);
        files.deleteTree(FilePath.parse("tree"));
        assertEquals("secret", Files.readString(outside.resolve("secret")));
    }

    @Test
    void whatAKilledServerLeftIsSweptAndRunningUploadsAreNot() throws IOException {
        Path uploads = Files.createDirectories(disk.resolve("root/.tarn-uploads"));
        Path dead = Files.writeString(uploads.resolve("dead"), "half");
        Path alive = Files.writeString(uploads.resolve("alive"), "half");
        Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
        open().put(FilePath.parse("f"), text(), WRITE);
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(alive));
    }

    @Test
    void aLargeFolderIsPagedThroughWithoutGapsOrRepeats() throws IOException {
        Path folder = Files.createDirectories(disk.resolve("root/many"));
        int count = 21_500;
        for (int i = 0; i < count; i++) {
            Files.createFile(folder.resolve("%06d".formatted(i)));
        }
        FileStore files = open();
        PageRequest request = PageRequest.first(1000);
        int seen = 0;
        while (true) {
            Page<FileInfo> page = files.list(FilePath.parse("many"), request);
            for (FileInfo item : page.items()) {
                assertEquals("%06d".formatted(seen++), item.path().name());
            }
            if (page.next().isEmpty()) {
                break;
            }
            request = new PageRequest(1000, page.next());
        }
        assertEquals(count, seen);
    }

    @Test
    void noNameReachesAnythingOutsideTheRoot() throws IOException {
        Path bait = Files.writeString(disk.resolve("bait"), "bait");
        Files.createDirectories(disk.resolve("root/in"));
        Files.createSymbolicLink(disk.resolve("root/up"), disk);
        List<String> pieces = List.of(
                "..",
                ".",
                "/",
                "//",
                "\\",
                "%2e",
                "%2f",
                "%5c",
                "%00",
                "\0",
                "in",
                "up",
                "bait",
                "~",
                "file:",
                " ",
                "\u2215",
                "\uff0e\uff0e",
                "..;",
                "\u202e",
                "C:",
                "*",
                "$HOME",
                "\ud83d");
        Random random = new Random(7);
        FileStore files = open();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(7); j >= 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                FilePath path = FilePath.parse(text.toString());
                switch (random.nextInt(6)) {
                    case 0 -> files.put(path, text(), WRITE);
                    case 1 -> files.makeFolder(path);
                    case 2 -> files.delete(path);
                    case 3 -> files.deleteTree(path);
                    case 4 -> files.move(path, FilePath.parse("moved" + i));
                    default -> files.open(path).close();
                }
            } catch (AppException e) {
                assertTrue(e.kind().httpStatus() < 500, () -> text + ": " + e.message());
            }
        }
        assertEquals("bait", Files.readString(bait));
        try (Stream<Path> outside = Files.list(disk)) {
            assertEquals(
                    List.of("bait", "root"),
                    outside.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }
}
