package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.internal.CatalogStore;
import dev.tarn.catalog.internal.Contents;
import dev.tarn.catalog.internal.SchemaStore;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PageToken;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schemas of a catalog. */
public final class Schemas {
    /** A schema to be made. */
    public record Draft(Optional<String> comment, Map<String, String> properties, Optional<String> storageRoot) {}

    /** What is to change; empty stays as it is. */
    public record Change(
            Optional<String> newName,
            Optional<String> comment,
            Optional<Map<String, String>> properties,
            Optional<String> owner) {}

    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final CatalogStore catalogs;
    private final SchemaStore store;
    private final Contents contents;
    private final ManagedStorage storage;
    private final Clocks clocks;

    Schemas(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.catalogs = parts.catalogs();
        this.store = parts.schemas();
        this.contents = parts.contents();
        this.storage = parts.storage();
        this.clocks = parts.clocks();
    }

    /** Makes a schema, owned by the caller. */
    public Owned<Schema> create(Caller caller, SchemaName name, Draft draft) {
        Draft checked = new Draft(
                draft.comment(),
                draft.properties(),
                draft.storageRoot().map(url -> storage.authorizeRoot(caller, url)));
        return db.write(tx -> {
            Authorized<Catalog> catalog = guard.require(
                    tx,
                    caller,
                    CatalogAction.CREATE_SCHEMA,
                    catalogs.find(tx, caller.metastore(), name.catalog()),
                    () -> CatalogErrors.catalogNotFound(name.catalog()));
            if (catalog.value().system() || name.schema().equals(Schema.INFORMATION_SCHEMA)) {
                throw CatalogErrors.reserved("Schema", name.toString());
            }
            if (store.find(tx, caller.metastore(), name).isPresent()) {
                throw CatalogErrors.schemaExists(name);
            }
            return owned(tx, insert(tx, caller, name, catalog.value(), checked));
        });
    }

    /** Inserts a schema whose catalog has been authorized. */
    Schema insert(Tx tx, Caller caller, SchemaName name, Catalog catalog, Draft draft) {
        Schema schema = new Schema(
                Ids.uuid(),
                catalog.id(),
                name,
                draft.comment().filter(text -> !text.isEmpty()),
                draft.properties(),
                draft.storageRoot(),
                Stamp.of(caller, clocks.now(caller)));
        store.insert(tx, schema);
        guard.register(tx, caller, schema, name.toString(), Optional.of(catalog.id()));
        return schema;
    }

    public Owned<Schema> get(Caller caller, SchemaName name) {
        return db.read(tx -> name.schema().equals(Schema.INFORMATION_SCHEMA)
                ? ofSystem(tx, caller, name)
                : owned(tx, require(tx, caller, CatalogAction.READ_SCHEMA, name).value()));
    }

    /** Schemas that the caller may know of, by name. */
    public Page<Owned<Schema>> list(Caller caller, String catalogName, PageRequest page) {
        String name = Names.check("catalog", catalogName);
        return db.read(tx -> {
            Authorized<Catalog> catalog = guard.require(
                    tx,
                    caller,
                    CatalogAction.READ_CATALOG,
                    catalogs.find(tx, caller.metastore(), name),
                    () -> CatalogErrors.catalogNotFound(name));
            var visibility = guard.visible(tx, caller, catalog.value().id(), SecurableType.SCHEMA);
            Page<Schema> schemas = Page.of(
                    store.list(tx, catalog, visibility, page),
                    page,
                    schema -> schema.name().schema());
            Map<String, String> owners = grants.ownerNames(tx, schemas.items());
            return schemas.map(schema -> new Owned<>(schema, owners.getOrDefault(schema.id(), "")));
        });
    }

    /** As {@link #list}, with {@code information_schema}, which every catalog has and nobody stores. */
    public Page<Owned<Schema>> listWithSystem(Caller caller, String catalogName, PageRequest page) {
        Owned<Schema> ofSystem = get(caller, new SchemaName(catalogName, Schema.INFORMATION_SCHEMA));
        Page<Owned<Schema>> stored = list(caller, catalogName, page);
        List<Owned<Schema>> all = new ArrayList<>(stored.items());
        int place = 0;
        while (place < all.size() && name(all.get(place)).compareTo(Schema.INFORMATION_SCHEMA) < 0) {
            place++;
        }
        boolean before = Schema.INFORMATION_SCHEMA.compareTo(page.after()) <= 0;
        boolean after = place == all.size() && stored.next().isPresent();
        if (before || after) {
            return stored;
        }
        all.add(place, ofSystem);
        if (all.size() <= page.size()) {
            return new Page<>(all, stored.next());
        }
        List<Owned<Schema>> cut = all.subList(0, page.size());
        return new Page<>(cut, Optional.of(new PageToken(name(cut.get(cut.size() - 1)))));
    }

    private static String name(Owned<Schema> owned) {
        return owned.value().name().schema();
    }

    private Owned<Schema> ofSystem(Tx tx, Caller caller, SchemaName name) {
        Catalog catalog = guard.require(
                        tx,
                        caller,
                        CatalogAction.READ_CATALOG,
                        catalogs.find(tx, caller.metastore(), name.catalog()),
                        () -> CatalogErrors.catalogNotFound(name.catalog()))
                .value();
        return new Owned<>(
                new Schema(
                        catalog.id() + "-" + Schema.INFORMATION_SCHEMA,
                        catalog.id(),
                        name,
                        Optional.of("Information schema (auto-created)"),
                        Map.of(),
                        Optional.empty(),
                        catalog.stamp()),
                "System user");
    }

    public Owned<Schema> update(Caller caller, SchemaName name, Change change) {
        return db.write(tx -> {
            Authorized<Schema> before = require(tx, caller, CatalogAction.UPDATE_SCHEMA, name);
            Schema old = before.value();
            SchemaName newName = new SchemaName(name.catalog(), change.newName().orElse(name.schema()));
            if (!newName.equals(name)) {
                if (newName.schema().equals(Schema.INFORMATION_SCHEMA)) {
                    throw CatalogErrors.reserved("Schema", newName.toString());
                }
                if (store.find(tx, caller.metastore(), newName).isPresent()) {
                    throw CatalogErrors.schemaExists(newName);
                }
                guard.renamed(tx, before, newName.toString());
            }
            Schema after = new Schema(
                    old.id(),
                    old.catalogId(),
                    newName,
                    change.comment().isPresent() ? change.comment().filter(text -> !text.isEmpty()) : old.comment(),
                    change.properties().orElse(old.properties()),
                    old.storageRoot(),
                    old.stamp().updated(caller, clocks.now(caller)));
            store.update(tx, before, after);
            change.owner().ifPresent(owner -> grants.transfer(tx, caller, before, owner));
            return owned(tx, after);
        });
    }

    /** Deletes a schema; with {@code force} also one that is not empty: its tables can be brought back for a while. */
    public void delete(Caller caller, SchemaName name, boolean force) {
        db.change(tx -> {
            Schema schema =
                    require(tx, caller, CatalogAction.DELETE_SCHEMA, name).value();
            if (!force && !isEmpty(tx, schema)) {
                throw CatalogErrors.notEmpty("Schema", name.toString());
            }
            delete(tx, caller, schema);
        });
    }

    /** Deletes a schema and what is in it, as part of deleting its catalog or itself. */
    void delete(Tx tx, Caller caller, Schema schema) {
        Authorized<Schema> authorized = guard.require(
                tx,
                caller,
                CatalogAction.DELETE_SCHEMA,
                Optional.of(schema),
                () -> CatalogErrors.schemaNotFound(schema.name()));
        contents.delete(tx, authorized, clocks.now(caller));
        store.delete(tx, authorized);
        guard.unregister(tx, authorized);
    }

    boolean isEmpty(Tx tx, Schema schema) {
        return contents.count(tx, schema) == 0;
    }

    private Authorized<Schema> require(Tx tx, Caller caller, CatalogAction action, SchemaName name) {
        return guard.require(
                tx, caller, action, store.find(tx, caller.metastore(), name), () -> CatalogErrors.schemaNotFound(name));
    }

    private Owned<Schema> owned(Tx tx, Schema schema) {
        return new Owned<>(schema, grants.ownerNames(tx, List.of(schema)).getOrDefault(schema.id(), ""));
    }
}
