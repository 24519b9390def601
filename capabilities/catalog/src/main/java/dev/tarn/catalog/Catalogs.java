package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.internal.CatalogStore;
import dev.tarn.catalog.internal.SchemaStore;
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

/** Catalogs of the caller's metastore. */
public final class Catalogs {
    /**
     * A catalog to be made.
     *
     * @param storageRoot where its managed tables go; the metastore's root if empty
     */
    public record Draft(
            String name, Optional<String> comment, Map<String, String> properties, Optional<String> storageRoot) {}

    /** What is to change; empty stays as it is. An empty comment takes the comment away. */
    public record Change(
            Optional<String> newName,
            Optional<String> comment,
            Optional<Map<String, String>> properties,
            Optional<Boolean> isolated,
            Optional<String> owner) {}

    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final CatalogStore store;
    private final SchemaStore schemaStore;
    private final Schemas schemas;
    private final ManagedStorage storage;
    private final Clocks clocks;

    Catalogs(CatalogModule.Parts parts, Schemas schemas) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.store = parts.catalogs();
        this.schemaStore = parts.schemas();
        this.schemas = schemas;
        this.storage = parts.storage();
        this.clocks = parts.clocks();
    }

    /** Makes a catalog, owned by the caller, with an empty schema {@code default}. */
    public Owned<Catalog> create(Caller caller, Draft draft) {
        String name = Names.check("catalog", draft.name());
        Optional<String> root = draft.storageRoot().map(url -> storage.authorizeRoot(caller, url));
        return db.write(tx -> {
            guard.require(
                    tx,
                    caller,
                    CatalogAction.CREATE_CATALOG,
                    store.findMetastore(tx, caller.metastore()),
                    CatalogErrors::metastoreNotFound);
            if (store.find(tx, caller.metastore(), name).isPresent()) {
                throw CatalogErrors.catalogExists(name);
            }
            Catalog catalog = new Catalog(
                    Ids.uuid(),
                    caller.metastore(),
                    name,
                    draft.comment().filter(text -> !text.isEmpty()),
                    draft.properties(),
                    root,
                    false,
                    false,
                    Stamp.of(caller, clocks.now(caller)));
            store.insert(tx, catalog);
            guard.register(tx, caller, catalog, name, Optional.of(caller.metastore()));
            schemas.insert(
                    tx,
                    caller,
                    new SchemaName(name, "default"),
                    catalog,
                    new Schemas.Draft(Optional.empty(), Map.of(), Optional.empty()));
            return owned(tx, catalog);
        });
    }

    public Owned<Catalog> get(Caller caller, String name) {
        return db.read(tx ->
                owned(tx, require(tx, caller, CatalogAction.READ_CATALOG, name).value()));
    }

    /** Catalogs that the caller may know of, by name. */
    public Page<Owned<Catalog>> list(Caller caller, PageRequest page) {
        return db.read(tx -> {
            var visibility = guard.visible(tx, caller, caller.metastore(), SecurableType.CATALOG);
            Page<Catalog> catalogs = Page.of(store.list(tx, caller.metastore(), visibility, page), page, Catalog::name);
            Map<String, String> owners = grants.ownerNames(tx, catalogs.items());
            return catalogs.map(catalog -> new Owned<>(catalog, owners.getOrDefault(catalog.id(), "")));
        });
    }

    public Owned<Catalog> update(Caller caller, String name, Change change) {
        return db.write(tx -> {
            Authorized<Catalog> before = require(tx, caller, CatalogAction.UPDATE_CATALOG, name);
            Catalog old = before.value();
            if (old.system()
                    && (change.newName().isPresent() || change.properties().isPresent())) {
                throw CatalogErrors.reserved("Catalog", name);
            }
            String newName =
                    change.newName().map(text -> Names.check("catalog", text)).orElse(old.name());
            if (!newName.equals(old.name())) {
                if (store.find(tx, caller.metastore(), newName).isPresent()) {
                    throw CatalogErrors.catalogExists(newName);
                }
                guard.renamed(tx, before, newName);
            }
            Catalog after = new Catalog(
                    old.id(),
                    old.metastore(),
                    newName,
                    change.comment().isPresent() ? change.comment().filter(text -> !text.isEmpty()) : old.comment(),
                    change.properties().orElse(old.properties()),
                    old.storageRoot(),
                    change.isolated().orElse(old.isolated()),
                    old.system(),
                    old.stamp().updated(caller, clocks.now(caller)));
            store.update(tx, before, after);
            if (after.isolated() != old.isolated()) {
                guard.bindings().isolate(tx, caller, before, after.isolated());
            }
            change.owner().ifPresent(owner -> grants.transfer(tx, caller, before, owner));
            return owned(tx, after);
        });
    }

    /**
     * Deletes a catalog.
     *
     * @param force also if there is something in it besides an empty schema {@code default}
     */
    public void delete(Caller caller, String name, boolean force) {
        db.change(tx -> {
            Authorized<Catalog> catalog = require(tx, caller, CatalogAction.DELETE_CATALOG, name);
            if (catalog.value().system()) {
                throw CatalogErrors.reserved("Catalog", name);
            }
            List<Schema> inside = schemaStore.all(tx, catalog);
            boolean empty = inside.stream()
                    .allMatch(schema -> schema.name().schema().equals("default") && schemas.isEmpty(tx, schema));
            if (!empty && !force) {
                throw CatalogErrors.notEmpty("Catalog", name);
            }
            inside.forEach(schema -> schemas.delete(tx, caller, schema));
            store.delete(tx, catalog);
            guard.unregister(tx, catalog);
        });
    }

    private Authorized<Catalog> require(Tx tx, Caller caller, CatalogAction action, String name) {
        String checked = Names.check("catalog", name);
        return guard.require(
                tx,
                caller,
                action,
                store.find(tx, caller.metastore(), checked),
                () -> CatalogErrors.catalogNotFound(checked));
    }

    private Owned<Catalog> owned(Tx tx, Catalog catalog) {
        return new Owned<>(catalog, grants.ownerNames(tx, List.of(catalog)).getOrDefault(catalog.id(), ""));
    }
}
