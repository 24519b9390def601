package dev.tarn.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every store of files does, whatever it stands on. */
abstract class FileStoreContract {
    private static final FileWrite CREATE = FileWrite.create(1 << 20);
    private static final FileWrite OVERWRITE = FileWrite.overwrite(16 << 20);

    private FileStore files;

    /** An empty store whose root nobody has made. */
    abstract FileStore open() throws IOException;

    @BeforeEach
    void start() throws IOException {
        files = open();
    }

    private static FilePath path(String text) {
        return FilePath.parse(text);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private FileInfo put(String path, String text) {
        return files.put(path(path), bytes(text), OVERWRITE);
    }

    private String read(String path) throws IOException {
        try (FileContent content = files.open(path(path));
                InputStream in = content.read(0, content.info().bytes())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> names(String folder) {
        List<String> names = new ArrayList<>();
        PageRequest request = PageRequest.first(3);
        while (true) {
            Page<FileInfo> page = files.list(path(folder), request);
            page.items().forEach(item -> names.add(item.path().name() + (item.folder() ? "/" : "")));
            if (page.next().isEmpty()) {
                return names;
            }
            request = new PageRequest(3, page.next());
        }
    }

    private static void assertRefused(String code, Executable use) {
        assertEquals(code, assertThrows(AppException.class, use).code());
    }

    @Test
    void whatIsWrittenIsReadBackWithItsLengthAndAVersion() throws IOException {
        FileInfo written = put("a/b/f.txt", "hello");
        assertEquals(5, written.bytes());
        assertEquals(written, files.stat(path("a/b/f.txt")).orElseThrow());
        assertEquals("hello", read("a/b/f.txt"));
        FileInfo again = put("a/b/f.txt", "other");
        assertNotEquals(written.etag(), again.etag());
        assertEquals("other", read("a/b/f.txt"));
    }

    @Test
    void aStretchOfAFileIsRead() throws IOException {
        put("f", "0123456789");
        try (FileContent content = files.open(path("f"));
                InputStream in = content.read(3, 4)) {
            assertEquals("3456", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (FileContent content = files.open(path("f"));
                InputStream in = content.read(8, 100)) {
            assertEquals("89", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aReaderKeepsTheVersionThatItOpened() throws IOException {
        put("f", "first version");
        try (FileContent content = files.open(path("f"))) {
            put("f", "second");
            try (InputStream in = content.read(0, content.info().bytes())) {
                assertEquals("first version", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aRootThatNobodyMadeIsAnEmptyFolder() {
        assertTrue(files.stat(FilePath.ROOT).orElseThrow().folder());
        assertEquals(List.of(), names(""));
    }

    @Test
    void whatIsMissingIsNotFound() {
        assertEquals(Optional.empty(), files.stat(path("none")));
        assertEquals(Optional.empty(), files.stat(path("none/below")));
        assertRefused("NOT_FOUND", () -> files.open(path("none")));
        assertRefused("NOT_FOUND", () -> files.delete(path("none")));
        assertRefused("NOT_FOUND", () -> names("none"));
        assertRefused("NOT_FOUND", () -> files.deleteFolder(path("none")));
    }

    @Test
    void aFileIsReplacedOnlyIfThatIsMeant() throws IOException {
        FileInfo first = files.put(path("f"), bytes("1"), CREATE);
        assertRefused("ALREADY_EXISTS", () -> files.put(path("f"), bytes("2"), CREATE));
        assertEquals("1", read("f"));
        FileWrite ifFirst = new FileWrite(true, Optional.of(first.etag()), 100);
        files.put(path("f"), bytes("three"), ifFirst);
        assertRefused("PRECONDITION_FAILED", () -> files.put(path("f"), bytes("4"), ifFirst));
        assertEquals("three", read("f"));
    }

    @Test
    void filesAndFoldersDoNotTakeEachOthersPlace() {
        put("folder/file", "x");
        assertRefused("INVALID_PARAMETER_VALUE", () -> put("folder", "x"));
        assertRefused("INVALID_PARAMETER_VALUE", () -> put("folder/file/below", "x"));
        assertRefused("INVALID_PARAMETER_VALUE", () -> files.makeFolder(path("folder/file")));
        assertRefused("INVALID_PARAMETER_VALUE", () -> files.open(path("folder")));
        assertRefused("INVALID_PARAMETER_VALUE", () -> names("folder/file"));
        assertRefused("INVALID_PARAMETER_VALUE", () -> files.delete(path("folder")));
        assertRefused("INVALID_PARAMETER_VALUE", () -> files.deleteFolder(path("folder/file")));
        assertRefused("INVALID_PARAMETER_VALUE", () -> put("", "x"));
    }

    @Test
    void anInterruptedOrTooLongContentLeavesWhatWasThere() throws IOException {
        put("f", "before");
        InputStream broken = new InputStream() {
            private int left = 1_000_000;

            @Override
            public int read() throws IOException {
                if (--left < 0) {
                    throw new IOException("The client went away");
                }
                return 'x';
            }
        };
        assertThrows(UncheckedIOException.class, () -> files.put(path("f"), broken, OVERWRITE));
        assertRefused(
                "REQUEST_LIMIT_EXCEEDED", () -> files.put(path("f"), bytes("0123456789"), FileWrite.overwrite(9)));
        assertRefused("REQUEST_LIMIT_EXCEEDED", () -> files.put(path("g"), bytes("0123456789"), FileWrite.create(9)));
        assertEquals("before", read("f"));
        assertEquals(List.of("f"), names(""));
    }

    @Test
    void ofManyWritersOneWinsWhole() throws Exception {
        int size = 300_000;
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<FileInfo>> work = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                byte[] content = new byte[size];
                Arrays.fill(content, (byte) ('A' + i % 26));
                work.add(() -> files.put(path("contended"), new ByteArrayInputStream(content), OVERWRITE));
            }
            for (Future<FileInfo> done : writers.invokeAll(work)) {
                assertEquals(size, done.get().bytes());
            }
        } finally {
            writers.shutdownNow();
        }
        try (FileContent content = files.open(path("contended"));
                InputStream in = content.read(0, Long.MAX_VALUE)) {
            byte[] read = in.readAllBytes();
            byte[] uniform = new byte[size];
            Arrays.fill(uniform, read[0]);
            assertArrayEquals(uniform, read);
        }
        assertEquals(List.of("contended"), names(""));
    }

    @Test
    void ofManyCreatorsOneSucceeds() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                work.add(() -> {
                    try {
                        files.put(path("lock"), bytes("mine"), CREATE);
                        return true;
                    } catch (AppException e) {
                        assertEquals("ALREADY_EXISTS", e.code());
                        return false;
                    }
                });
            }
            int made = 0;
            for (Future<Boolean> done : writers.invokeAll(work)) {
                made += done.get() ? 1 : 0;
            }
            assertEquals(1, made);
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void aFolderIsListedInOrderPageByPage() {
        for (String name : List.of("b", "a", "c1", "Z", "c", "ü", "文", "𐐷", "\uFFFD", "a b", "100%", "x#y?z")) {
            put("list/" + name, name);
        }
        files.makeFolder(path("list/c0"));
        assertEquals(
                List.of("100%", "Z", "a", "a b", "b", "c", "c0/", "c1", "x#y?z", "ü", "文", "\uFFFD", "𐐷"),
                names("list"));
    }

    @Test
    void aListGoesOnWhereItWasWhenItsEntriesGo() {
        for (int i = 0; i < 10; i++) {
            put("l/" + i, "x");
        }
        Page<FileInfo> first = files.list(path("l"), PageRequest.first(4));
        assertEquals(4, first.items().size());
        files.delete(path("l/3"));
        files.delete(path("l/4"));
        Page<FileInfo> second = files.list(path("l"), new PageRequest(1000, first.next()));
        assertEquals(
                List.of("5", "6", "7", "8", "9"),
                second.items().stream().map(item -> item.path().name()).toList());
    }

    @Test
    void foldersAreMadeAndDeletedAndOnlyEmptyOnes() {
        files.makeFolder(path("x/y/z"));
        files.makeFolder(path("x/y/z"));
        assertTrue(files.stat(path("x/y")).orElseThrow().folder());
        assertRefused("DIRECTORY_NOT_EMPTY", () -> files.deleteFolder(path("x")));
        files.deleteFolder(path("x/y/z"));
        put("x/y/f", "x");
        files.deleteTree(path("x"));
        assertEquals(Optional.empty(), files.stat(path("x")));
        assertRefused("INVALID_PARAMETER_VALUE", () -> files.deleteTree(FilePath.ROOT));
    }

    @Test
    void filesAndFoldersMoveToFreeNames() throws IOException {
        put("from/f", "text");
        put("taken", "x");
        files.move(path("from"), path("new/to"));
        assertEquals("text", read("new/to/f"));
        assertFalse(files.stat(path("from")).isPresent());
        assertRefused("ALREADY_EXISTS", () -> files.move(path("new/to/f"), path("taken")));
        assertRefused("INVALID_PARAMETER_VALUE", () -> files.move(path("new"), path("new/inside")));
        assertRefused("NOT_FOUND", () -> files.move(path("none"), path("z")));
    }

    @Test
    void namesThatOtherSystemsReadOtherwiseAreRefused() {
        for (String bad : List.of(
                "..",
                "a/../b",
                ".",
                "a/.",
                "a\\b",
                "..\\b",
                "a\0b",
                "a\nb",
                "\u007f",
                "\ud800",
                "x".repeat(256),
                "ü".repeat(128),
                "a/".repeat(2000) + "b",
                ".tarn-uploads/x")) {
            assertRefused("INVALID_PARAMETER_VALUE", () -> path(bad));
        }
    }

    @Test
    void namesThatDifferInCaseAreTwoFiles() throws IOException {
        put("Case", "upper");
        put("case", "lower");
        assertEquals("upper", read("Case"));
        assertEquals("lower", read("case"));
    }
}
