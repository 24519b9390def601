package dev.tarn.storage;

import dev.tarn.access.Authorized;
import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.SecurableType;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.Secret;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.storage.internal.StorageStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Storage credentials of the caller's metastore. */
public final class StorageCredentials {
    /** What is to change; empty stays as it is. */
    public record Change(
            Optional<String> newName,
            Optional<String> comment,
            Optional<Boolean> readOnly,
            Optional<String> owner,
            Optional<Boolean> isolated,
            Optional<Keys> keys) {}

    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final Clocks clocks;
    private final StorageStore store;
    private final ObjectStores objects;

    StorageCredentials(StorageModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.clocks = parts.clocks();
        this.store = parts.store();
        this.objects = parts.objects();
    }

    /** Makes a credential of this machine's disk, owned by the caller. */
    public Owned<StorageCredential> create(Caller caller, String name, Optional<String> comment, boolean readOnly) {
        return create(caller, name, comment, readOnly, Optional.empty());
    }

    /**
     * Keys of an S3-compatible store. The secret is sealed before it is stored, and never answered.
     *
     * @param account whose keys they are, and where they work
     */
    public record Keys(S3Account account, Secret secret) {}

    /** Makes a credential, owned by the caller: for an object store if there are keys, else for this machine's disk. */
    public Owned<StorageCredential> create(
            Caller caller, String name, Optional<String> comment, boolean readOnly, Optional<Keys> keys) {
        String checked = Names.check(name);
        keys.ifPresent(given -> objects.requireListed(given.account()));
        return db.write(tx -> {
            guard.require(
                    tx,
                    caller,
                    StorageAction.CREATE_STORAGE_CREDENTIAL,
                    MetastoreRef.of(caller),
                    StorageErrors::metastoreNotFound);
            if (store.findCredential(tx, caller.metastore(), checked).isPresent()) {
                throw StorageErrors.credentialExists(checked);
            }
            StorageCredential credential = new StorageCredential(
                    Ids.uuid(),
                    caller.metastore(),
                    checked,
                    comment,
                    readOnly,
                    keys.map(Keys::account),
                    Stamp.of(caller, clocks.now(caller)));
            store.insert(tx, credential);
            guard.register(tx, caller, credential, checked, Optional.of(caller.metastore()));
            keys.ifPresent(given -> seal(tx, caller, credential, given.secret()));
            return owned(tx, credential);
        });
    }

    public Owned<StorageCredential> get(Caller caller, String name) {
        return db.read(tx -> owned(
                tx,
                require(tx, caller, StorageAction.GET_STORAGE_CREDENTIAL, name).value()));
    }

    /** Credentials that the caller may know of, by name. */
    public Page<Owned<StorageCredential>> list(Caller caller, PageRequest page) {
        return db.read(tx -> {
            var visibility = guard.visible(tx, caller, caller.metastore(), SecurableType.STORAGE_CREDENTIAL);
            Page<StorageCredential> found =
                    Page.of(store.credentials(tx, caller.metastore(), visibility, page), page, StorageCredential::name);
            Map<String, String> owners = grants.ownerNames(tx, found.items());
            var isolated = guard.bindings().isolated(tx, found.items());
            return found.map(credential -> new Owned<>(
                    credential, owners.getOrDefault(credential.id(), ""), isolated.contains(credential.id())));
        });
    }

    public Owned<StorageCredential> update(Caller caller, String name, Change change) {
        change.keys().ifPresent(given -> objects.requireListed(given.account()));
        return db.write(tx -> {
            Authorized<StorageCredential> before = require(tx, caller, StorageAction.UPDATE_STORAGE_CREDENTIAL, name);
            StorageCredential old = before.value();
            String newName = change.newName().map(Names::check).orElse(old.name());
            if (!newName.equals(old.name())) {
                if (store.findCredential(tx, caller.metastore(), newName).isPresent()) {
                    throw StorageErrors.credentialExists(newName);
                }
                guard.renamed(tx, before, newName);
            }
            StorageCredential after = new StorageCredential(
                    old.id(),
                    old.metastore(),
                    newName,
                    change.comment().isPresent() ? change.comment().filter(text -> !text.isEmpty()) : old.comment(),
                    change.readOnly().orElse(old.readOnly()),
                    change.keys().map(Keys::account).or(old::s3),
                    old.stamp().updated(caller, clocks.now(caller)));
            store.update(tx, before, after);
            change.keys().ifPresent(given -> seal(tx, caller, after, given.secret()));
            change.isolated().ifPresent(on -> guard.bindings().isolate(tx, caller, before, on));
            change.owner().ifPresent(owner -> grants.transfer(tx, caller, before, owner));
            return owned(tx, after);
        });
    }

    /**
     * Deletes a credential.
     *
     * @param force also if locations use it; nothing can be done there then, until they are given another one
     */
    public void delete(Caller caller, String name, boolean force) {
        db.change(tx -> {
            Authorized<StorageCredential> credential =
                    require(tx, caller, StorageAction.DELETE_STORAGE_CREDENTIAL, name);
            if (!force && store.isUsed(tx, credential.value())) {
                throw StorageErrors.credentialInUse(credential.value().name());
            }
            store.deleteCredential(tx, credential);
            guard.unregister(tx, credential);
        });
    }

    private void seal(Tx tx, Caller caller, StorageCredential credential, Secret secret) {
        var authorized = guard.require(
                tx,
                caller,
                StorageAction.UPDATE_STORAGE_CREDENTIAL,
                Optional.of(credential),
                () -> StorageErrors.credentialNotFound(credential.name()));
        store.setSecret(tx, authorized, objects.seal(credential.id(), secret.reveal()));
    }

    private Authorized<StorageCredential> require(Tx tx, Caller caller, StorageAction action, String name) {
        String checked = Names.check(name);
        return guard.require(
                tx,
                caller,
                action,
                store.findCredential(tx, caller.metastore(), checked),
                () -> StorageErrors.credentialNotFound(checked));
    }

    private Owned<StorageCredential> owned(Tx tx, StorageCredential credential) {
        return new Owned<>(
                credential,
                grants.ownerNames(tx, List.of(credential)).getOrDefault(credential.id(), ""),
                !guard.bindings().isolated(tx, List.of(credential)).isEmpty());
    }
}
