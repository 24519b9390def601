package dev.tarn.storage;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Ids;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.engine.files.ObjectFiles;
import dev.tarn.storage.internal.S3Bucket;
import dev.tarn.storage.internal.S3Clients;
import dev.tarn.storage.internal.StorageStore;
import dev.tarn.storage.internal.StorageStore.SealedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Files of S3-compatible stores, each reached with the credential of the external location that covers it. Only endpoints that the
 * operator lists are ever called. Decides no rights: {@link Places} does. Does I/O; never in a transaction.
 */
public final class ObjectStores implements ObjectFiles {
    private static final String SCHEME = "s3://";

    private final Database db;
    private final StorageStore store;
    private final SecretBox box;
    private final StorageConfig config;
    private final S3Clients clients = new S3Clients();

    ObjectStores(Database db, StorageStore store, SecretBox box, StorageConfig config) {
        this.db = db;
        this.store = store;
        this.box = box;
        this.config = config;
    }

    /** The place of a file as engines know it: with the metastore whose credential opens it. */
    public static String forEngine(Caller caller, String url) {
        return url.startsWith(SCHEME) && !namesMetastore(url)
                ? SCHEME + caller.metastore() + "@" + url.substring(SCHEME.length())
                : url;
    }

    /** The place as the catalog knows it. @throws AppException PERMISSION_DENIED if it is another metastore's */
    public static String fromEngine(Caller caller, String url) {
        if (!namesMetastore(url)) {
            return url;
        }
        int at = url.indexOf('@');
        if (!url.substring(SCHEME.length(), at).equals(caller.metastore())) {
            throw AppException.denied("A place names its bucket only, as in s3://bucket/folder.");
        }
        return SCHEME + url.substring(at + 1);
    }

    /** Whether there is an {@code @} before the first slash: a key may hold one, too. */
    private static boolean namesMetastore(String url) {
        int at = url.indexOf('@');
        int slash = url.indexOf('/', SCHEME.length());
        return url.startsWith(SCHEME) && at >= 0 && (slash < 0 || at < slash);
    }

    String seal(String credentialId, String secret) {
        return box.seal(secret.getBytes(StandardCharsets.UTF_8), context(credentialId));
    }

    /** Refuses endpoints that the operator does not list. */
    void requireListed(S3Account account) {
        boolean listed = config.endpoints().stream()
                .anyMatch(endpoint -> URI.create(endpoint).equals(account.endpoint()));
        if (!listed) {
            throw StorageErrors.endpointNotListed(account.endpoint());
        }
    }

    /** Tries what a location is for: lists it and, unless it is read-only, writes a file and deletes it. */
    void requireUsable(String metastore, String credentialName, StoragePath path, boolean write) {
        SealedKeys keys = db.read(tx -> store.findCredential(tx, metastore, credentialName)
                        .flatMap(credential -> store.keys(tx, credential.id())))
                .orElseThrow(() -> StorageErrors.wrongCredential(path));
        try {
            S3Bucket bucket = bucket(keys, path.bucket());
            bucket.list(path.key());
            if (write) {
                String probe = path.key() + "/.tarn-probe-" + Ids.uuid();
                try (OutputStream out = bucket.create(probe, false)) {
                    out.write('x');
                }
                bucket.delete(probe);
            }
        } catch (IOException e) {
            throw StorageErrors.unusable(path, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Entry> stat(URI place) throws IOException {
        Place at = place(place);
        return at.bucket().stat(at.key()).map(found -> entry(place, found));
    }

    @Override
    public List<Entry> list(URI folder) throws IOException {
        Place at = place(folder);
        return at.bucket().list(at.key()).stream()
                .map(found -> entry(folder, found))
                .toList();
    }

    @Override
    public InputStream open(URI file, long offset) throws IOException {
        Place at = place(file);
        return at.bucket().open(at.key(), offset);
    }

    @Override
    public OutputStream create(URI file, boolean overwrite) throws IOException {
        Place at = place(file);
        at.requireWritable();
        return at.bucket().create(at.key(), overwrite);
    }

    @Override
    public void copy(URI from, URI to) throws IOException {
        Place source = place(from);
        Place target = place(to);
        target.requireWritable();
        try (InputStream in = source.bucket().open(source.key(), 0);
                OutputStream out = target.bucket().create(target.key(), true)) {
            in.transferTo(out);
        }
    }

    @Override
    public void delete(URI file) throws IOException {
        Place at = place(file);
        at.requireWritable();
        at.bucket().delete(at.key());
    }

    /** Deletes everything below a place. */
    public void deleteTree(URI folder) throws IOException {
        Place at = place(folder);
        at.requireWritable();
        for (Entry entry : list(folder)) {
            if (entry.folder()) {
                deleteTree(entry.place());
            } else {
                delete(entry.place());
            }
        }
        at.bucket().delete(at.key());
    }

    private record Place(S3Bucket bucket, String key, boolean readOnly) {
        void requireWritable() throws IOException {
            if (readOnly) {
                throw new AccessDeniedException(key, null, "the external location is read-only");
            }
        }
    }

    /** Keys hold whatever an engine writes, escapes of partition values for one; only what climbs is refused. */
    private Place place(URI place) throws IOException {
        Authority authority = Authority.of(place);
        String key = key(place);
        String whole = SCHEME + authority.bucket() + (key.isEmpty() ? "" : "/" + key);
        record Found(ExternalLocation location, SealedKeys keys) {}
        Optional<Found> found = db.read(tx -> store.all(tx, authority.metastore()).stream()
                .filter(location -> whole.equals(location.path().uri())
                        || whole.startsWith(location.path().uri() + "/"))
                .findFirst()
                .flatMap(
                        location -> store.keys(tx, location.credential().id()).map(keys -> new Found(location, keys))));
        if (found.isEmpty()) {
            throw new AccessDeniedException(whole, null, "no external location with keys covers it");
        }
        ExternalLocation location = found.get().location();
        return new Place(
                bucket(found.get().keys(), authority.bucket()),
                key,
                location.readOnly() || location.credential().readOnly());
    }

    private static String key(URI place) throws IOException {
        String path = Optional.ofNullable(place.getPath()).orElse("");
        List<String> segments = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (segments.contains(".") || segments.contains("..")) {
            throw new AccessDeniedException(path, null, "it climbs");
        }
        return String.join("/", segments);
    }

    /** {@code metastore@bucket}; a bucket's name need not be a host's, so the URI does not tell them apart by itself. */
    private record Authority(String metastore, String bucket) {
        static Authority of(URI place) {
            String text = Optional.ofNullable(place.getRawAuthority()).orElse("");
            int at = text.indexOf('@');
            return new Authority(text.substring(0, Math.max(at, 0)), text.substring(at + 1));
        }
    }

    private S3Bucket bucket(SealedKeys keys, String bucket) {
        requireListed(keys.account());
        return clients.bucket(
                keys,
                bucket,
                () -> new String(box.open(keys.sealed(), context(keys.credentialId())), StandardCharsets.UTF_8));
    }

    private static Entry entry(URI asked, S3Bucket.Found found) {
        try {
            URI place = new URI("s3", asked.getRawAuthority(), "/" + found.key(), null, null);
            return new Entry(place, found.folder(), found.bytes(), found.modifiedAt());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("An object's key is no path", e);
        }
    }

    private static String context(String credentialId) {
        return "storage-credential:" + credentialId;
    }
}
