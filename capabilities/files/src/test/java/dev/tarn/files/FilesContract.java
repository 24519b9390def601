package dev.tarn.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Ids;
import dev.tarn.core.PageRequest;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.files.Links.Grant;
import dev.tarn.files.Links.Use;
import dev.tarn.files.Uploads.Part;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the room does, through its doors, whatever the store. Ada may write the volume, Bob may read it, Eve neither. */
abstract class FilesContract {
    @TempDir
    Path folder;

    private FilesRoom room;
    private Caller ada;
    private Caller bob;
    private Caller eve;

    abstract DatabaseConfig store();

    @BeforeEach
    void open() {
        room = new FilesRoom(store(), folder);
        ada = room.caller("ada");
        bob = room.caller("bob");
        eve = room.caller("eve");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static RemotePath path(String text) {
        return RemotePath.parse(text);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private FileInfo write(Caller caller, String path, String text) {
        return room.files.files().write(caller, path(path), bytes(text), true, Optional.empty());
    }

    private String read(Caller caller, String path) throws IOException {
        try (FileContent content = room.files.files().open(caller, path(path));
                InputStream in = content.read(0, content.info().bytes())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(String code, Executable use) {
        assertEquals(code, assertThrows(AppException.class, use).code());
    }

    @Test
    void whoMayReadAVolumeReadsAndOnlyWhoMayWriteWrites() throws IOException {
        Files files = room.files.files();
        String file = "/Volumes/c/s/v/a/f.txt";
        write(ada, file, "text");
        assertEquals("text", read(bob, file));
        assertEquals(
                1,
                files.list(bob, path("/Volumes/c/s/v/a"), PageRequest.first(5))
                        .items()
                        .size());
        assertRefused("PERMISSION_DENIED", () -> read(eve, file));
        assertRefused("PERMISSION_DENIED", () -> files.stat(eve, path(file)));
        assertRefused("PERMISSION_DENIED", () -> files.folder(eve, path("/Volumes/c/s/v")));
        assertRefused("PERMISSION_DENIED", () -> files.list(eve, path("/Volumes/c/s/v"), PageRequest.first(5)));
        for (Caller other : List.of(bob, eve)) {
            assertRefused("PERMISSION_DENIED", () -> write(other, file, "x"));
            assertRefused("PERMISSION_DENIED", () -> files.delete(other, path(file)));
            assertRefused("PERMISSION_DENIED", () -> files.makeFolder(other, path("/Volumes/c/s/v/b")));
            assertRefused("PERMISSION_DENIED", () -> files.deleteFolder(other, path("/Volumes/c/s/v/a")));
            assertRefused("PERMISSION_DENIED", () -> files.deleteTree(other, path("/Volumes/c/s/v/a")));
            assertRefused("PERMISSION_DENIED", () -> files.move(other, path(file), path("/Volumes/c/s/v/g")));
            assertRefused("PERMISSION_DENIED", () -> room.files.uploads().begin(other, path(file), true));
            assertRefused("PERMISSION_DENIED", () -> room.files.dbfs().delete(other, path(file), true));
            assertRefused(
                    "PERMISSION_DENIED",
                    () -> room.files.links().ticket(other, Grant.of(Use.UPLOAD, path(file)), Optional.empty()));
        }
        assertEquals("text", read(ada, file));
        assertRefused("VOLUME_DOES_NOT_EXIST", () -> read(ada, "/Volumes/c/s/other/f"));
    }

    @Test
    void theDbfsRootBelongsToTheWorkspaceAndNotToOthers() throws IOException {
        write(eve, "dbfs:/shared/f", "text");
        assertEquals("text", read(bob, "/shared/f"));
        Caller elsewhere = new Caller(
                ada.principal(),
                ada.groups(),
                new WorkspaceId(Ids.numeric()),
                ada.metastore(),
                false,
                ada.authentication(),
                ada.request());
        assertRefused("NOT_FOUND", () -> read(elsewhere, "/shared/f"));
        assertRefused(
                "INVALID_PARAMETER_VALUE",
                () -> room.files.files().move(ada, path("/shared/f"), path("/Volumes/c/s/v/f")));
    }

    @Test
    void anUploadInPartsAppearsWhenItIsComplete() throws IOException {
        Uploads uploads = room.files.uploads();
        RemotePath file = path("/Volumes/c/s/v/big");
        String token = uploads.begin(ada, file, true);
        String second = uploads.part(ada, token, file, 2, bytes("world"));
        String wrong = uploads.part(ada, token, file, 1, bytes("HELLO "));
        String first = uploads.part(ada, token, file, 1, bytes("hello "));
        assertNotEquals(wrong, first);
        assertRefused("NOT_FOUND", () -> read(ada, file.text()));
        assertRefused(
                "INVALID_PARAMETER_VALUE",
                () -> uploads.complete(ada, token, file, List.of(new Part(1, wrong), new Part(2, second))));
        assertRefused("INVALID_PARAMETER_VALUE", () -> uploads.complete(ada, token, file, List.of(new Part(3, first))));
        assertRefused(
                "INVALID_PARAMETER_VALUE",
                () -> uploads.complete(ada, token, file, List.of(new Part(2, second), new Part(1, first))));
        assertRefused("INVALID_PARAMETER_VALUE", () -> uploads.part(ada, token, file, 0, bytes("x")));
        assertRefused("NOT_FOUND", () -> read(ada, file.text()));
        uploads.complete(ada, token, file, List.of(new Part(1, first), new Part(2, second)));
        assertEquals("hello world", read(ada, file.text()));
        assertRefused(
                "RESOURCE_DOES_NOT_EXIST",
                () -> uploads.complete(ada, token, file, List.of(new Part(1, first), new Part(2, second))));
        assertEmpty("data/uploads");
    }

    @Test
    void anUploadIsItsBeginnersAloneAndEndsInTime() {
        Uploads uploads = room.files.uploads();
        RemotePath file = path("/Volumes/c/s/v/big");
        room.writers.add("bob");
        String token = uploads.begin(ada, file, true);
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> uploads.part(bob, token, file, 1, bytes("x")));
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> uploads.complete(bob, token, file, List.of()));
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> uploads.abort(bob, token, file));
        assertRefused(
                "RESOURCE_DOES_NOT_EXIST", () -> uploads.part(ada, token, path("/Volumes/c/s/v/other"), 1, bytes("x")));
        uploads.part(ada, token, file, 1, bytes("x"));
        room.clocks.advance(room.workspace, Duration.ofHours(25));
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> uploads.complete(ada, token, file, List.of()));
        String next = uploads.begin(ada, file, true);
        uploads.abort(ada, next, file);
        assertEmpty("data/uploads");
    }

    @Test
    void aRightThatIsRevokedEndsWhatWasBegun() {
        Uploads uploads = room.files.uploads();
        RemotePath file = path("/Volumes/c/s/v/big");
        String token = uploads.begin(ada, file, true);
        String etag = uploads.part(ada, token, file, 1, bytes("x"));
        long handle = uploads.create(ada, file, true);
        room.writers.remove("ada");
        assertRefused("PERMISSION_DENIED", () -> uploads.complete(ada, token, file, List.of(new Part(1, etag))));
        assertRefused("PERMISSION_DENIED", () -> uploads.close(ada, handle));
        assertRefused("NOT_FOUND", () -> read(ada, file.text()));
    }

    @Test
    void blocksMakeAFile() throws IOException {
        Dbfs dbfs = room.files.dbfs();
        long handle = dbfs.create(ada, path("/d/f"), false);
        dbfs.addBlock(ada, handle, "one ".getBytes(StandardCharsets.UTF_8));
        dbfs.addBlock(ada, handle, "two".getBytes(StandardCharsets.UTF_8));
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> dbfs.status(ada, path("/d/f")));
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> dbfs.addBlock(bob, handle, new byte[1]));
        assertRefused("MAX_BLOCK_SIZE_EXCEEDED", () -> dbfs.addBlock(ada, handle, new byte[1024 * 1024 + 1]));
        dbfs.close(ada, handle);
        assertEquals("one two", read(bob, "/d/f"));
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> dbfs.close(ada, handle));
        assertRefused("RESOURCE_ALREADY_EXISTS", () -> dbfs.create(ada, path("/d/f"), false));
        long empty = dbfs.create(ada, path("/d/f"), true);
        dbfs.close(ada, empty);
        assertEquals("", read(bob, "/d/f"));
        assertEmpty("data/uploads");
    }

    @Test
    void dbfsSpeaksInItsOwnCodes() {
        Dbfs dbfs = room.files.dbfs();
        write(ada, "/d/f", "0123456789");
        assertArrayEquals(
                "345".getBytes(StandardCharsets.UTF_8), dbfs.read(ada, path("/d/f"), Optional.of(3L), Optional.of(3L)));
        assertEquals(0, dbfs.read(ada, path("/d/f"), Optional.of(10L), Optional.empty()).length);
        assertRefused(
                "MAX_READ_SIZE_EXCEEDED",
                () -> dbfs.read(ada, path("/d/f"), Optional.empty(), Optional.of(1024 * 1024 + 1L)));
        assertRefused(
                "INVALID_PARAMETER_VALUE", () -> dbfs.read(ada, path("/d/f"), Optional.of(-1L), Optional.empty()));
        assertRefused("INVALID_PARAMETER_VALUE", () -> dbfs.read(ada, path("/d"), Optional.empty(), Optional.empty()));
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> dbfs.read(ada, path("/no"), Optional.empty(), Optional.empty()));
        assertRefused("RESOURCE_ALREADY_EXISTS", () -> dbfs.put(ada, path("/d/f"), bytes("x"), false));
        assertRefused("RESOURCE_ALREADY_EXISTS", () -> dbfs.makeFolders(ada, path("/d/f/below")));
        assertRefused("RESOURCE_ALREADY_EXISTS", () -> dbfs.move(ada, path("/d/f"), path("/d")));
        assertRefused("RESOURCE_DOES_NOT_EXIST", () -> dbfs.move(ada, path("/no"), path("/x")));
        assertRefused("IO_ERROR", () -> dbfs.delete(ada, path("/d"), false));
        assertEquals(1, dbfs.list(ada, path("/d/f")).size());
        dbfs.move(ada, path("/d/f"), path("/e/g"));
        dbfs.delete(ada, path("/d"), false);
        dbfs.delete(ada, path("/e"), true);
        dbfs.delete(ada, path("/never"), true);
        assertEquals(List.of(), dbfs.list(ada, path("/")));
    }

    @Test
    void aLinkIsGoodForOneUseUntilItExpires() {
        Links links = room.files.links();
        write(ada, "/Volumes/c/s/v/f", "text");
        Grant grant = Grant.of(Use.DOWNLOAD, path("/Volumes/c/s/v/f"));
        Instant soon = room.clocks.now(room.workspace).plus(Duration.ofMinutes(5));
        String ticket = links.ticket(bob, grant, Optional.of(soon));
        assertEquals(grant, links.present(ticket, "GET", bob.request()).grant());
        assertRefused("PERMISSION_DENIED", () -> links.present(ticket, "PUT", bob.request()));
        assertRefused("PERMISSION_DENIED", () -> links.present(ticket + "x", "GET", bob.request()));
        assertRefused("PERMISSION_DENIED", () -> links.present("x" + ticket, "GET", bob.request()));
        assertRefused("PERMISSION_DENIED", () -> links.present("", "GET", bob.request()));
        room.gone.add("bob");
        assertRefused("PERMISSION_DENIED", () -> links.present(ticket, "GET", bob.request()));
        room.gone.clear();
        room.clocks.advance(room.workspace, Duration.ofMinutes(6));
        AppException over = assertThrows(AppException.class, () -> links.present(ticket, "GET", bob.request()));
        assertTrue(Links.hasExpired(over));
        Instant late = room.clocks.now(room.workspace).plus(Duration.ofDays(30));
        String greedy = links.ticket(bob, grant, Optional.of(late));
        room.clocks.advance(room.workspace, Duration.ofMinutes(61));
        assertTrue(
                Links.hasExpired(assertThrows(AppException.class, () -> links.present(greedy, "GET", bob.request()))));
    }

    @Test
    void aDroppedWorkspaceLeavesNoFiles() {
        write(ada, "/d/f", "text");
        room.files.uploads().begin(ada, path("/d/g"), true);
        assertTrue(java.nio.file.Files.exists(folder.resolve("data/dbfs/" + room.workspace + "/d/f")));
        room.db.change(tx -> room.files.dropWorkspace(tx, room.workspace));
        room.outbox.drain();
        assertFalse(java.nio.file.Files.exists(folder.resolve("data/dbfs/" + room.workspace)));
    }

    private void assertEmpty(String name) {
        String[] left = folder.resolve(name).toFile().list();
        assertEquals(List.of(), left == null ? List.of() : List.of(left));
    }
}
