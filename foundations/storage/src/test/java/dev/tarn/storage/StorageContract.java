package dev.tarn.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.access.AccessModule;
import dev.tarn.access.Action;
import dev.tarn.access.Grants;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.access.Privilege;
import dev.tarn.access.Rule;
import dev.tarn.access.SecurableType;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.PageRequest;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.Secret;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import dev.tarn.db.Tx;
import dev.tarn.testkit.TestCallers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the room does, through its doors, whatever the store. Root administers a fresh metastore; Bob starts with nothing. */
abstract class StorageContract {
    private enum Give implements Action {
        GRANT;

        @Override
        public Rule rule() {
            return Rule.manages();
        }
    }

    private final String metastore = Ids.uuid();
    private final Caller root = caller("root@x.example");
    private final Caller bob = caller("bob@x.example");

    @TempDir
    Path disk;

    private Path lent;
    private Database db;
    private AccessModule access;
    private StorageModule storage;

    abstract DatabaseConfig store(Path folder);

    @BeforeEach
    void open() throws IOException {
        lent = Files.createDirectories(disk.resolve("data/external"));
        Files.createDirectories(disk.resolve("data/managed"));
        Files.createDirectories(lent.resolve("landing/in"));
        Files.createDirectories(disk.resolve("elsewhere"));
        db = Database.open(store(disk), List.of("access", "storage"));
        access = new AccessModule(db, new People(), Clocks.system());
        storage = new StorageModule(
                db,
                access.guard(),
                access.grants(),
                Clocks.system(),
                new StorageConfig(List.of(lent), disk.resolve("data"), List.of("http://127.0.0.1:9")),
                SecretBox.inFile(disk.resolve("master.key")));
        db.change(tx ->
                access.guard().register(tx, root, MetastoreRef.of(root).orElseThrow(), "metastore", Optional.empty()));
    }

    @AfterEach
    void close() {
        access.close();
        db.close();
    }

    private Caller caller(String name) {
        return TestCallers.of(metastore).user(new Principal(Ids.uuid(), name, PrincipalKind.USER));
    }

    private static void assertRefused(String code, Executable use) {
        assertEquals(code, assertThrows(AppException.class, use).code());
    }

    private String url(String path) {
        return "file:" + lent.resolve(path);
    }

    private Owned<ExternalLocation> location(String name, String url) {
        if (storage.credentials().list(root, PageRequest.first(1)).items().isEmpty()) {
            storage.credentials().create(root, "local", Optional.empty(), false);
        }
        return storage.locations()
                .create(root, new ExternalLocations.Draft(name, url, "local", Optional.empty(), false, true));
    }

    private void grant(SecurableType type, String name, Privilege... privileges) {
        db.change(tx -> {
            var entity =
                    type == SecurableType.METASTORE ? MetastoreRef.of(root) : storage.find(tx, metastore, type, name);
            var authorized = access.guard().require(tx, root, Give.GRANT, entity, () -> AppException.notFound(name));
            access.grants()
                    .change(
                            tx,
                            root,
                            authorized,
                            List.of(new Grants.Change("bob@x.example", Set.of(privileges), Set.of())));
        });
    }

    @Test
    void aLocationIsMadeFoundChangedAndDeleted() {
        Owned<ExternalLocation> made = location("Landing", url("landing") + "/");
        assertEquals("landing", made.value().name());
        assertEquals(url("landing"), made.value().path().uri());
        assertEquals("root@x.example", made.owner());
        assertRefused("EXTERNAL_LOCATION_ALREADY_EXISTS", () -> location("LANDING", url("landing")));
        storage.locations()
                .update(
                        root,
                        "landing",
                        new ExternalLocations.Change(
                                Optional.of("inbox"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("files"),
                                Optional.of(true),
                                Optional.empty(),
                                Optional.empty(),
                                true));
        assertEquals(
                Optional.of("files"),
                storage.locations().get(root, "inbox").value().comment());
        assertRefused(
                "EXTERNAL_LOCATION_DOES_NOT_EXIST", () -> storage.locations().get(root, "landing"));
        storage.locations().delete(root, "inbox");
        assertTrue(storage.locations().list(root, PageRequest.first(5)).items().isEmpty());
    }

    @Test
    void onlyLentDirectoriesCanBeLocations() throws IOException {
        Files.createSymbolicLink(lent.resolve("link"), disk.resolve("elsewhere"));
        Files.createSymbolicLink(lent.resolve("managed"), disk.resolve("data/managed"));
        location("landing", url("landing"));
        for (String bad : List.of(
                "file:" + disk.resolve("elsewhere"),
                "file:" + disk.resolve("data/managed"),
                "file:" + disk.resolve("data"),
                "file:/",
                "file:/etc",
                url("link"),
                url("managed"),
                url("landing/../../managed"),
                url("nosuch"),
                "file://host/share",
                "s3://bucket/key",
                "http://x/y",
                "relative",
                url("a%2e%2e"),
                url("a b"),
                "")) {
            assertRefused("INVALID_PARAMETER_VALUE", () -> location("bad", bad));
        }
    }

    @Test
    void locationsDoNotOverlap() {
        location("landing", url("landing"));
        for (String taken : List.of(url("landing"), url("landing/in"), "file:" + lent)) {
            assertTrue(assertThrows(AppException.class, () -> location("second", taken))
                    .message()
                    .startsWith("LOCATION_OVERLAP"));
        }
    }

    @Test
    void whoHoldsThePrivilegesMakesLocations() {
        storage.credentials().create(root, "local", Optional.empty(), false);
        var draft = new ExternalLocations.Draft("mine", url("landing"), "local", Optional.empty(), false, true);
        assertThrows(AppException.class, () -> storage.locations().create(bob, draft));
        grant(SecurableType.METASTORE, "", Privilege.CREATE_EXTERNAL_LOCATION);
        storage.locations().create(bob, draft);
        assertEquals("bob@x.example", storage.locations().get(bob, "mine").owner());
        assertRefused("PERMISSION_DENIED", () -> storage.credentials().create(bob, "other", Optional.empty(), false));
    }

    @Test
    void filesAreReadAndWrittenWithTheLocationsPrivileges() {
        location("landing", url("landing"));
        Places places = storage.places();
        AppException unknown = assertThrows(
                AppException.class, () -> places.authorize(bob, url("landing/in/a.csv"), Places.Use.READ_FILES));
        AppException missing =
                assertThrows(AppException.class, () -> places.authorize(bob, url("nosuch"), Places.Use.READ_FILES));
        assertEquals("PERMISSION_DENIED", unknown.code());
        assertEquals(
                unknown.message().replace(url("landing/in/a.csv"), ""),
                missing.message().replace(url("nosuch"), ""));
        grant(SecurableType.EXTERNAL_LOCATION, "landing", Privilege.READ_FILES);
        assertEquals(url("landing/in/a.csv"), places.authorize(bob, url("landing/in/a.csv"), Places.Use.READ_FILES));
        for (Places.Use use : Places.Use.values()) {
            if (use != Places.Use.READ_FILES) {
                assertRefused("PERMISSION_DENIED", () -> places.authorize(bob, url("landing/in"), use));
            }
        }
        assertRefused(
                "INVALID_PARAMETER_VALUE", () -> places.authorize(bob, url("landing/../x"), Places.Use.READ_FILES));
    }

    @Test
    void aLinkDoesNotLeadOutOfALocation() throws IOException {
        location("landing", url("landing"));
        Files.createSymbolicLink(lent.resolve("landing/out"), disk.resolve("elsewhere"));
        assertRefused(
                "PERMISSION_DENIED",
                () -> storage.places().authorize(root, url("landing/out/secret"), Places.Use.READ_FILES));
    }

    @Test
    void aLinkDoesNotGiveALocationASecondName() throws IOException {
        location("landing", url("landing"));
        Files.createSymbolicLink(lent.resolve("alias"), lent.resolve("landing"));
        assertRefused("INVALID_PARAMETER_VALUE", () -> location("alias", url("alias")));
        assertRefused("INVALID_PARAMETER_VALUE", () -> location("alias", url("alias/in")));
    }

    @Test
    void aPathThatTheDiskCannotFollowIsTheCallersMistake() throws IOException {
        location("landing", url("landing"));
        Files.createSymbolicLink(lent.resolve("landing/broken"), lent.resolve("nowhere"));
        Files.createSymbolicLink(lent.resolve("landing/loop"), lent.resolve("landing/loop"));
        Files.writeString(lent.resolve("landing/file"), "x");
        for (String bad : List.of("broken/x", "loop/x", "file/x", "a".repeat(300))) {
            assertRefused(
                    "INVALID_PARAMETER_VALUE",
                    () -> storage.places().authorize(root, url("landing/" + bad), Places.Use.READ_FILES));
        }
    }

    @Test
    void nobodyWritesToAReadOnlyLocation() {
        location("landing", url("landing"));
        storage.credentials()
                .update(
                        root,
                        "local",
                        new StorageCredentials.Change(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(true),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        storage.places().authorize(root, url("landing/in"), Places.Use.READ_FILES);
        assertRefused(
                "PERMISSION_DENIED", () -> storage.places().authorize(root, url("landing/in"), Places.Use.WRITE_FILES));
    }

    private void keys(String name, String account) {
        storage.credentials()
                .create(
                        root,
                        name,
                        Optional.empty(),
                        false,
                        Optional.of(new StorageCredentials.Keys(
                                new S3Account("key-id", account), new Secret("never-in-the-store"))));
    }

    private ExternalLocations.Draft objects(String name, String url, String credential) {
        return new ExternalLocations.Draft(name, url, credential, Optional.empty(), false, false);
    }

    @Test
    void keysOfAnObjectStoreAreSealedAndOnlyForListedEndpoints() {
        keys("remote", "HTTP://127.0.0.1:9?region=eu-west-1");
        S3Account account =
                storage.credentials().get(root, "remote").value().s3().orElseThrow();
        assertEquals("eu-west-1", account.region());
        String stored = db.read(tx -> tx.list(
                        "SELECT s3_secret FROM storage_credential WHERE s3_secret IS NOT NULL",
                        Map.of(),
                        row -> row.text("s3_secret"))
                .toString());
        assertTrue(stored.startsWith("[v1:") && !stored.contains("never-in-the-store"), stored);
        for (String elsewhere : List.of("http://127.0.0.1:10", "https://127.0.0.1:9", "0123456789abcdef")) {
            assertRefused("INVALID_PARAMETER_VALUE", () -> keys("elsewhere", elsewhere));
        }
        for (String bad :
                List.of("", "ftp://127.0.0.1:9", "http://u:p@127.0.0.1:9", "http://127.0.0.1:9/path", "a b")) {
            assertRefused("INVALID_PARAMETER_VALUE", () -> keys("bad", bad));
        }
    }

    @Test
    void aPlaceAndItsCredentialAreOfOneKind() {
        location("landing", url("landing"));
        keys("remote", "http://127.0.0.1:9");
        assertRefused(
                "INVALID_PARAMETER_VALUE",
                () -> storage.locations().create(root, objects("wrong", "s3://bucket/a", "local")));
        assertRefused(
                "INVALID_PARAMETER_VALUE",
                () -> storage.locations().create(root, objects("wrong", url("other"), "remote")));
        var made = storage.locations().create(root, objects("far", "s3a://bucket/a/", "remote"));
        assertEquals("s3://bucket/a", made.value().path().uri());
        assertRefused(
                "INVALID_PARAMETER_VALUE",
                () -> storage.locations().create(root, objects("inside", "s3://bucket/a/b", "remote")));
        assertEquals("s3://bucket/a/b", storage.places().authorize(root, "s3://bucket/a/b", Places.Use.READ_FILES));
        for (String hidden : List.of("s3://bucket/a", "s3://bucket/ab", "s3://nothing/a")) {
            assertRefused("PERMISSION_DENIED", () -> storage.places().authorize(bob, hidden, Places.Use.READ_FILES));
        }
        assertRefused(
                "PERMISSION_DENIED", () -> storage.places().authorize(root, "s3://bucket/ab", Places.Use.READ_FILES));
        for (String bad : List.of("s3://bucket/a/../b", "s3://BUCKET/a", "s3://u@bucket/a", "s3://b?x=/a", "s3:///a")) {
            assertRefused("INVALID_PARAMETER_VALUE", () -> StoragePath.parse(bad));
        }
    }

    @Test
    void anEngineNamesItsOwnMetastoreOnly() {
        String place = ObjectStores.forEngine(root, "s3://bucket/a@b/c");
        assertEquals("s3://bucket/a@b/c", place.contains(metastore) ? ObjectStores.fromEngine(root, place) : place);
        assertEquals("s3://bucket/a", ObjectStores.fromEngine(root, ObjectStores.forEngine(root, "s3://bucket/a")));
        assertRefused("PERMISSION_DENIED", () -> ObjectStores.fromEngine(root, "s3://other-metastore@bucket/a"));
        assertRefused("PERMISSION_DENIED", () -> ObjectStores.fromEngine(root, "s3://user:password@bucket/a"));
    }

    @Test
    void aCredentialInUseIsDeletedByForceOnly() {
        location("landing", url("landing"));
        assertRefused("INVALID_STATE", () -> storage.credentials().delete(root, "local", false));
        storage.credentials().delete(root, "local", true);
        assertRefused(
                "PERMISSION_DENIED", () -> storage.places().authorize(root, url("landing/in"), Places.Use.READ_FILES));
        assertFalse(storage.locations().list(root, PageRequest.first(5)).items().isEmpty());
    }

    @Test
    void deletingFilesDoesNotFollowLinks() throws IOException {
        Files.writeString(disk.resolve("elsewhere/kept"), "x");
        Files.createSymbolicLink(lent.resolve("landing/in/link"), disk.resolve("elsewhere"));
        LocalDisk.delete(url("landing"));
        assertTrue(Files.exists(disk.resolve("elsewhere/kept")));
        assertFalse(Files.exists(lent.resolve("landing")));
        LocalDisk.delete(url("landing"));
    }

    /** The people of this test, by name or id. */
    private final class People implements PrincipalDirectory {
        @Override
        public Optional<Principal> find(Tx tx, String inMetastore, String name) {
            return List.of(root.principal(), bob.principal()).stream()
                    .filter(principal -> principal.name().equals(name))
                    .findFirst();
        }

        @Override
        public Map<String, Principal> byIds(Tx tx, Collection<String> ids) {
            Map<String, Principal> found = new HashMap<>();
            List.of(root.principal(), bob.principal()).stream()
                    .filter(principal -> ids.contains(principal.id()))
                    .forEach(principal -> found.put(principal.id(), principal));
            return found;
        }
    }
}
