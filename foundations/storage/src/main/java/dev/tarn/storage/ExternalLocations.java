package dev.tarn.storage;

import dev.tarn.access.Authorized;
import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.SecurableType;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.storage.internal.StorageStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** External locations of the caller's metastore. No two of them overlap. */
public final class ExternalLocations {
    /**
     * A location to be made.
     *
     * @param validate whether the directory must be there and usable
     */
    public record Draft(
            String name, String url, String credential, Optional<String> comment, boolean readOnly, boolean validate) {}

    /** What is to change; empty stays as it is. */
    public record Change(
            Optional<String> newName,
            Optional<String> url,
            Optional<String> credential,
            Optional<String> comment,
            Optional<Boolean> readOnly,
            Optional<String> owner,
            Optional<Boolean> isolated,
            boolean validate) {}

    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final Clocks clocks;
    private final StorageStore store;
    private final LocalDisk disk;
    private final ObjectStores objects;

    ExternalLocations(StorageModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.clocks = parts.clocks();
        this.store = parts.store();
        this.disk = parts.disk();
        this.objects = parts.objects();
    }

    /** Makes a location, owned by the caller, who needs the right to make one and the right to use the credential. */
    public Owned<ExternalLocation> create(Caller caller, Draft draft) {
        String name = Names.check(draft.name());
        StoragePath path = StoragePath.parse(draft.url());
        db.read(tx -> mayCreate(tx, caller, draft.credential()));
        requireUsable(caller, Names.check(draft.credential()), path, !draft.readOnly(), draft.validate());
        return db.write(tx -> {
            StorageCredential credential = mayCreate(tx, caller, draft.credential());
            requireKind(credential, path);
            if (store.findLocation(tx, caller.metastore(), name).isPresent()) {
                throw StorageErrors.locationExists(name);
            }
            requireFree(tx, caller, path, "");
            ExternalLocation location = new ExternalLocation(
                    Ids.uuid(),
                    caller.metastore(),
                    name,
                    path,
                    reference(credential),
                    draft.comment(),
                    draft.readOnly(),
                    Stamp.of(caller, clocks.now(caller)));
            store.insert(tx, location);
            guard.register(tx, caller, location, name, Optional.of(caller.metastore()));
            return owned(tx, location);
        });
    }

    public Owned<ExternalLocation> get(Caller caller, String name) {
        return db.read(tx -> owned(
                tx,
                require(tx, caller, StorageAction.GET_EXTERNAL_LOCATION, name).value()));
    }

    /** Locations that the caller may know of, by name. */
    public Page<Owned<ExternalLocation>> list(Caller caller, PageRequest page) {
        return db.read(tx -> {
            var visibility = guard.visible(tx, caller, caller.metastore(), SecurableType.EXTERNAL_LOCATION);
            Page<ExternalLocation> found =
                    Page.of(store.locations(tx, caller.metastore(), visibility, page), page, ExternalLocation::name);
            Map<String, String> owners = grants.ownerNames(tx, found.items());
            var isolated = guard.bindings().isolated(tx, found.items());
            return found.map(location ->
                    new Owned<>(location, owners.getOrDefault(location.id(), ""), isolated.contains(location.id())));
        });
    }

    public Owned<ExternalLocation> update(Caller caller, String name, Change change) {
        Optional<StoragePath> path = change.url().map(StoragePath::parse);
        if (path.isPresent()) {
            db.read(tx -> require(tx, caller, StorageAction.UPDATE_EXTERNAL_LOCATION, name));
            String credential = change.credential()
                    .map(Names::check)
                    .orElseGet(() -> get(caller, name).value().credential().name());
            requireUsable(caller, credential, path.get(), false, change.validate());
        }
        return db.write(tx -> {
            Authorized<ExternalLocation> before = require(tx, caller, StorageAction.UPDATE_EXTERNAL_LOCATION, name);
            ExternalLocation after = changed(tx, caller, before.value(), change, path);
            if (!after.name().equals(before.value().name())) {
                guard.renamed(tx, before, after.name());
            }
            store.update(tx, before, after);
            change.isolated().ifPresent(on -> guard.bindings().isolate(tx, caller, before, on));
            change.owner().ifPresent(owner -> grants.transfer(tx, caller, before, owner));
            return owned(tx, after);
        });
    }

    private ExternalLocation changed(
            Tx tx, Caller caller, ExternalLocation old, Change change, Optional<StoragePath> path) {
        String newName = change.newName().map(Names::check).orElse(old.name());
        if (!newName.equals(old.name())
                && store.findLocation(tx, caller.metastore(), newName).isPresent()) {
            throw StorageErrors.locationExists(newName);
        }
        path.ifPresent(place -> requireFree(tx, caller, place, old.id()));
        return new ExternalLocation(
                old.id(),
                old.metastore(),
                newName,
                path.orElse(old.path()),
                change.credential()
                        .map(name -> {
                            StorageCredential credential = credential(tx, caller, name);
                            requireKind(credential, path.orElse(old.path()));
                            return reference(credential);
                        })
                        .orElse(old.credential()),
                change.comment().isPresent() ? change.comment().filter(text -> !text.isEmpty()) : old.comment(),
                change.readOnly().orElse(old.readOnly()),
                old.stamp().updated(caller, clocks.now(caller)));
    }

    /** Deletes a location. Its files stay, and tables that lie there keep working. */
    public void delete(Caller caller, String name) {
        db.change(tx -> {
            Authorized<ExternalLocation> location = require(tx, caller, StorageAction.DELETE_EXTERNAL_LOCATION, name);
            store.deleteLocation(tx, location);
            guard.unregister(tx, location);
        });
    }

    /** Local places lie in what is lent out; with {@code validate}, the place is tried. */
    private void requireUsable(Caller caller, String credential, StoragePath path, boolean write, boolean validate) {
        if (path.isLocal()) {
            disk.requireLent(path);
            if (validate) {
                disk.requireUsable(path, write);
            }
        } else if (validate) {
            objects.requireUsable(caller.metastore(), credential, path, write);
        }
    }

    /** What is wrong with a location of an object store, after trying it; empty if nothing is. */
    public Optional<String> problem(Caller caller, String name, boolean write) {
        ExternalLocation location = get(caller, name).value();
        try {
            objects.requireUsable(caller.metastore(), location.credential().name(), location.path(), write);
            return Optional.empty();
        } catch (AppException e) {
            return Optional.of(e.message());
        }
    }

    private static void requireKind(StorageCredential credential, StoragePath path) {
        if (path.isLocal() == credential.s3().isPresent()) {
            throw StorageErrors.wrongCredential(path);
        }
    }

    private StorageCredential mayCreate(Tx tx, Caller caller, String credential) {
        guard.require(
                tx,
                caller,
                StorageAction.CREATE_EXTERNAL_LOCATION,
                MetastoreRef.of(caller),
                StorageErrors::metastoreNotFound);
        return credential(tx, caller, credential);
    }

    private StorageCredential credential(Tx tx, Caller caller, String name) {
        String checked = Names.check(name);
        return guard.require(
                        tx,
                        caller,
                        StorageAction.USE_STORAGE_CREDENTIAL,
                        store.findCredential(tx, caller.metastore(), checked),
                        () -> StorageErrors.credentialNotFound(checked))
                .value();
    }

    private void requireFree(Tx tx, Caller caller, StoragePath path, String except) {
        boolean taken = store.all(tx, caller.metastore()).stream()
                .anyMatch(other -> !other.id().equals(except) && other.path().overlaps(path));
        if (taken) {
            throw StorageErrors.overlap(path);
        }
    }

    private Authorized<ExternalLocation> require(Tx tx, Caller caller, StorageAction action, String name) {
        String checked = Names.check(name);
        return guard.require(
                tx,
                caller,
                action,
                store.findLocation(tx, caller.metastore(), checked),
                () -> StorageErrors.locationNotFound(checked));
    }

    private Owned<ExternalLocation> owned(Tx tx, ExternalLocation location) {
        return new Owned<>(
                location,
                grants.ownerNames(tx, List.of(location)).getOrDefault(location.id(), ""),
                !guard.bindings().isolated(tx, List.of(location)).isEmpty());
    }

    private static ExternalLocation.Credential reference(StorageCredential credential) {
        return new ExternalLocation.Credential(credential.id(), credential.name(), credential.readOnly());
    }
}
