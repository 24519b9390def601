package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.internal.Places;
import dev.tarn.catalog.internal.SchemaStore;
import dev.tarn.catalog.internal.VolumeStore;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes of a schema; their files are another matter. */
public final class Volumes {
    /** Characters that mean the same in a URI and in a file's name. */
    private static final String FILE_NAME = "[\\p{L}\\p{N}\\p{M}._~!$&'()*+,;=:@-]*";

    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final SchemaStore schemas;
    private final VolumeStore store;
    private final Places places;
    private final ManagedStorage storage;
    private final Clocks clocks;

    Volumes(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.schemas = parts.schemas();
        this.store = parts.volumes();
        this.places = new Places(parts.catalogs());
        this.storage = parts.storage();
        this.clocks = parts.clocks();
    }

    /**
     * Makes a volume, owned by the caller.
     *
     * @param location URI of an external volume; empty for a managed one
     */
    public Owned<Volume> create(Caller caller, ObjectName name, Optional<String> location, Optional<String> comment) {
        Optional<String> external = location.map(url -> storage.authorize(caller, url, ManagedStorage.Use.VOLUME));
        return db.write(tx -> {
            Schema schema = schema(tx, caller, CatalogAction.CREATE_VOLUME, name.schema())
                    .value();
            if (store.find(tx, caller.metastore(), name).isPresent()) {
                throw CatalogErrors.volumeExists(name);
            }
            external.ifPresent(url -> places.requireFree(tx, caller, url));
            String id = Ids.uuid();
            Volume volume = new Volume(
                    id,
                    schema.id(),
                    name,
                    external.isEmpty(),
                    external.orElseGet(() -> places.ofVolume(tx, caller, schema, id)),
                    comment.filter(text -> !text.isEmpty()),
                    Stamp.of(caller, clocks.now(caller)));
            store.insert(tx, volume);
            guard.register(tx, caller, volume, name.toString(), Optional.of(schema.id()));
            return owned(tx, volume);
        });
    }

    public Owned<Volume> get(Caller caller, ObjectName name) {
        return db.read(tx ->
                owned(tx, require(tx, caller, CatalogAction.GET_VOLUME, name).value()));
    }

    /** Where the volume's files are, for whoever may read or write them. */
    public String location(Caller caller, ObjectName name, boolean write) {
        CatalogAction action = write ? CatalogAction.WRITE_VOLUME : CatalogAction.READ_VOLUME;
        return db.read(tx -> require(tx, caller, action, name).value().location());
    }

    /**
     * The place of a file or folder in a volume.
     *
     * @param path {@code /Volumes/catalog/schema/volume/...}
     * @return its URI
     */
    public String resolve(Caller caller, String path, boolean write) {
        List<String> parts = List.of(path.substring(1).split("/", 5));
        if (parts.size() < 4 || parts.get(3).isEmpty()) {
            throw CatalogErrors.badVolumePath(path);
        }
        ObjectName name = ObjectName.of(parts.get(1), parts.get(2), parts.get(3));
        String root = location(caller, name, write);
        StringBuilder place = new StringBuilder(root);
        for (String segment :
                parts.size() < 5 ? List.<String>of() : List.of(parts.get(4).split("/", -1))) {
            if (segment.equals(".") || segment.equals("..") || !segment.matches(FILE_NAME)) {
                throw CatalogErrors.badVolumePath(path);
            }
            if (!segment.isEmpty()) {
                place.append('/').append(segment);
            }
        }
        return place.toString();
    }

    /** Refuses a place in managed storage: what lies there is reached by the name of its table or volume alone. */
    public void requireUnmanaged(Caller caller, String place) {
        db.read(tx -> {
            places.requireUnmanaged(tx, caller, place);
            return true;
        });
    }

    /** Volumes that the caller may know of, by name. */
    public Page<Owned<Volume>> list(Caller caller, SchemaName name, PageRequest page) {
        return db.read(tx -> {
            Authorized<Schema> schema = schema(tx, caller, CatalogAction.READ_SCHEMA, name);
            var visibility = guard.visible(tx, caller, schema.value().id(), SecurableType.VOLUME);
            Page<Volume> volumes = Page.of(
                    store.list(tx, schema, visibility, page),
                    page,
                    volume -> volume.name().name());
            Map<String, String> owners = grants.ownerNames(tx, volumes.items());
            return volumes.map(volume -> new Owned<>(volume, owners.getOrDefault(volume.id(), "")));
        });
    }

    public Owned<Volume> update(
            Caller caller,
            ObjectName name,
            Optional<String> newName,
            Optional<String> comment,
            Optional<String> owner) {
        return db.write(tx -> {
            Authorized<Volume> before = require(tx, caller, CatalogAction.UPDATE_VOLUME, name);
            Volume old = before.value();
            ObjectName renamed = new ObjectName(name.schema(), newName.orElse(name.name()));
            if (!renamed.equals(name)) {
                if (store.find(tx, caller.metastore(), renamed).isPresent()) {
                    throw CatalogErrors.volumeExists(renamed);
                }
                guard.renamed(tx, before, renamed.toString());
            }
            Volume after = new Volume(
                    old.id(),
                    old.schemaId(),
                    renamed,
                    old.managed(),
                    old.location(),
                    comment.isPresent() ? comment.filter(text -> !text.isEmpty()) : old.comment(),
                    old.stamp().updated(caller, clocks.now(caller)));
            store.update(tx, before, after);
            owner.ifPresent(principal -> grants.transfer(tx, caller, before, principal));
            return owned(tx, after);
        });
    }

    public void delete(Caller caller, ObjectName name) {
        db.change(tx -> {
            Authorized<Volume> volume = require(tx, caller, CatalogAction.DELETE_VOLUME, name);
            store.delete(tx, volume);
            guard.unregister(tx, volume);
        });
    }

    private Authorized<Schema> schema(Tx tx, Caller caller, CatalogAction action, SchemaName name) {
        return guard.require(
                tx,
                caller,
                action,
                schemas.find(tx, caller.metastore(), name),
                () -> CatalogErrors.schemaNotFound(name));
    }

    private Authorized<Volume> require(Tx tx, Caller caller, CatalogAction action, ObjectName name) {
        return guard.require(
                tx, caller, action, store.find(tx, caller.metastore(), name), () -> CatalogErrors.volumeNotFound(name));
    }

    private Owned<Volume> owned(Tx tx, Volume volume) {
        return new Owned<>(volume, grants.ownerNames(tx, List.of(volume)).getOrDefault(volume.id(), ""));
    }
}
