package dev.tarn.storage;

import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import dev.tarn.core.Clocks;
import dev.tarn.core.SecretBox;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.storage.internal.StorageStore;
import java.util.Locale;
import java.util.Optional;

/** Wires the room. */
public final class StorageModule {
    /** What the use cases share. */
    record Parts(
            Database db,
            Guard guard,
            Grants grants,
            Clocks clocks,
            StorageStore store,
            LocalDisk disk,
            ObjectStores objects) {}

    private final StorageStore store = new StorageStore();
    private final StorageCredentials credentials;
    private final ExternalLocations locations;
    private final Places places;
    private final ObjectStores objects;
    private final FileStores files = new FileStores();

    /** @param box seals the keys of object stores */
    public StorageModule(Database db, Guard guard, Grants grants, Clocks clocks, StorageConfig config, SecretBox box) {
        this.objects = new ObjectStores(db, store, box, config);
        Parts parts = new Parts(db, guard, grants, clocks, store, new LocalDisk(config), objects);
        this.credentials = new StorageCredentials(parts);
        this.locations = new ExternalLocations(parts);
        this.places = new Places(parts);
    }

    public StorageCredentials credentials() {
        return credentials;
    }

    public ExternalLocations locations() {
        return locations;
    }

    public Places places() {
        return places;
    }

    /** Files of S3-compatible stores, for engines. */
    public ObjectStores objects() {
        return objects;
    }

    /** Files at places that another room has authorized. */
    public FileStores files() {
        return files;
    }

    /** Forgets what a metastore has here, in the transaction that drops it; its securables go with the metastore's. */
    public void drop(Tx tx, String metastore) {
        store.deleteAll(tx, metastore);
    }

    /** Finds this room's objects for the grants of the catalog. */
    public Optional<Securable> find(Tx tx, String metastore, SecurableType type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (type) {
            case STORAGE_CREDENTIAL ->
                store.findCredential(tx, metastore, lower).map(Securable.class::cast);
            case EXTERNAL_LOCATION -> store.findLocation(tx, metastore, lower).map(Securable.class::cast);
            default -> Optional.empty();
        };
    }
}
