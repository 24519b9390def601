package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.internal.Places;
import dev.tarn.catalog.internal.SchemaStore;
import dev.tarn.catalog.internal.TableStore;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.engine.catalog.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tables and views. Engines and REST make, change and drop them here. */
public final class Tables {
    /** How long a dropped table can be brought back, and its files are kept. */
    public static final Duration RETENTION = Duration.ofDays(7);

    private static final Set<String> FORMATS = Set.of("delta", "parquet", "csv", "json", "orc", "text");

    /**
     * A table to be made.
     *
     * @param location URI of an external table's files; empty for a managed one
     */
    public record Draft(
            ObjectName name,
            String format,
            Optional<String> location,
            List<Column> columns,
            Map<String, String> properties,
            Optional<String> comment) {
        public Draft {
            columns = List.copyOf(columns);
            properties = Map.copyOf(properties);
        }
    }

    /** Where a table that is being made will lie. */
    public record Place(String id, String location, Table.Type type) {}

    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final SchemaStore schemas;
    private final TableStore store;
    private final Places places;
    private final ManagedStorage storage;
    private final Clocks clocks;

    Tables(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.schemas = parts.schemas();
        this.store = parts.tables();
        this.places = new Places(parts.catalogs());
        this.storage = parts.storage();
        this.clocks = parts.clocks();
    }

    /** Checks that a table may be made, and where its files go. Nothing is stored. */
    public Place place(Caller caller, Draft draft) {
        checkFormat(draft);
        Optional<String> external =
                draft.location().map(url -> storage.authorize(caller, url, ManagedStorage.Use.TABLE));
        return db.read(tx -> {
            Schema schema = container(tx, caller, draft.name()).value();
            requireFree(tx, caller, draft.name());
            external.ifPresent(url -> places.requireFree(tx, caller, url));
            String id = Ids.uuid();
            return external.map(url -> new Place(id, url, Table.Type.EXTERNAL))
                    .orElseGet(() -> new Place(id, places.ofTable(tx, caller, schema, id), Table.Type.MANAGED));
        });
    }

    /** Stores a table whose files are there; the caller owns it. */
    public Owned<Table> create(Caller caller, Place place, Draft draft) {
        checkFormat(draft);
        return db.write(tx -> {
            Schema schema = container(tx, caller, draft.name()).value();
            requireFree(tx, caller, draft.name());
            if (place.type() == Table.Type.EXTERNAL) {
                places.requireFree(tx, caller, place.location());
            }
            Table table = new Table(
                    place.id(),
                    schema.id(),
                    draft.name(),
                    place.type(),
                    draft.format(),
                    Optional.of(place.location()),
                    draft.columns(),
                    draft.properties(),
                    draft.comment(),
                    Optional.empty(),
                    Stamp.of(caller, clocks.now(caller)));
            return owned(tx, insert(tx, caller, table));
        });
    }

    /** Makes a view, or replaces its text; grants and owner of a replaced one stay. */
    public Owned<Table> createView(Caller caller, Draft draft, Table.ViewText text, boolean replace) {
        return db.write(tx -> {
            Schema schema = container(tx, caller, draft.name()).value();
            Optional<Table> existing = store.find(tx, caller.metastore(), draft.name());
            Table view = new Table(
                    existing.map(Table::id).orElseGet(Ids::uuid),
                    schema.id(),
                    draft.name(),
                    Table.Type.VIEW,
                    "view",
                    Optional.empty(),
                    draft.columns(),
                    draft.properties(),
                    draft.comment(),
                    Optional.of(text),
                    Stamp.of(caller, clocks.now(caller)));
            if (existing.isPresent()) {
                if (!replace || existing.get().type() != Table.Type.VIEW) {
                    throw CatalogErrors.tableExists(draft.name());
                }
                store.update(tx, require(tx, caller, CatalogAction.UPDATE_TABLE, draft.name()), view);
                return owned(tx, view);
            }
            return owned(tx, insert(tx, caller, view));
        });
    }

    public Owned<Table> get(Caller caller, ObjectName name) {
        return db.read(tx ->
                owned(tx, require(tx, caller, CatalogAction.GET_TABLE, name).value()));
    }

    /** The table, if it exists and the caller may do this with it; empty if they may not know of it. */
    public Optional<Owned<Table>> find(Caller caller, ObjectName name, CatalogAction action) {
        try {
            return Optional.of(
                    db.read(tx -> owned(tx, require(tx, caller, action, name).value())));
        } catch (AppException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The table by its id, for those who hold the id by having read the table. */
    public Optional<Table> findById(Caller caller, String id) {
        return db.read(tx -> store.findById(tx, caller.metastore(), id));
    }

    /** Id of the table's owner, a principal. */
    public Optional<String> ownerId(Caller caller, Table table) {
        return db.read(tx -> guard.ownerId(
                tx,
                guard.require(
                        tx,
                        Caller.system(caller.workspace(), caller.metastore()),
                        CatalogAction.GET_TABLE,
                        Optional.of(table),
                        () -> CatalogErrors.tableNotFound(table.name()))));
    }

    /** Tables and views of a schema that the caller may know of, by name. */
    public Page<Owned<Table>> list(Caller caller, SchemaName name, PageRequest page) {
        return db.read(tx -> {
            Authorized<Schema> schema = schema(tx, caller, CatalogAction.READ_SCHEMA, name);
            var visibility = guard.visible(tx, caller, schema.value().id(), SecurableType.TABLE);
            Page<Table> tables = Page.of(
                    store.list(tx, schema, visibility, page),
                    page,
                    table -> table.name().name());
            Map<String, String> owners = grants.ownerNames(tx, tables.items());
            return tables.map(table -> new Owned<>(table, owners.getOrDefault(table.id(), "")));
        });
    }

    /** Columns, properties and comment have changed with the table itself. Needs MODIFY or to manage it. */
    public void sync(
            Caller caller, String id, List<Column> columns, Map<String, String> properties, Optional<String> comment) {
        db.change(tx -> {
            Authorized<Table> before = guard.require(
                    tx,
                    caller,
                    CatalogAction.ALTER_TABLE,
                    store.findById(tx, caller.metastore(), id),
                    () -> CatalogErrors.tableNotFound(id));
            store.update(
                    tx,
                    before,
                    before.value()
                            .with(
                                    columns,
                                    properties,
                                    comment,
                                    before.value().stamp().updated(caller, clocks.now(caller))));
        });
    }

    /** Changes the comment of a view, or the owner of a table or view. */
    public Owned<Table> update(Caller caller, ObjectName name, Optional<String> comment, Optional<String> owner) {
        return db.write(tx -> {
            Authorized<Table> before = require(tx, caller, CatalogAction.UPDATE_TABLE, name);
            Table old = before.value();
            Table after = old.with(
                    old.columns(),
                    old.properties(),
                    comment.isPresent() ? comment.filter(text -> !text.isEmpty()) : old.comment(),
                    old.stamp().updated(caller, clocks.now(caller)));
            store.update(tx, before, after);
            owner.ifPresent(principal -> grants.transfer(tx, caller, before, principal));
            return owned(tx, after);
        });
    }

    public void rename(Caller caller, ObjectName from, ObjectName to) {
        db.change(tx -> {
            Authorized<Table> before = require(tx, caller, CatalogAction.UPDATE_TABLE, from);
            if (!to.schema().equals(from.schema())) {
                throw AppException.invalid(
                        "A table is renamed within its schema: '%s' is another.".formatted(to.schema()));
            }
            requireFree(tx, caller, to);
            Table old = before.value();
            store.update(
                    tx,
                    before,
                    new Table(
                            old.id(),
                            old.schemaId(),
                            to,
                            old.type(),
                            old.format(),
                            old.location(),
                            old.columns(),
                            old.properties(),
                            old.comment(),
                            old.view(),
                            old.stamp().updated(caller, clocks.now(caller))));
            guard.renamed(tx, before, to.toString());
        });
    }

    /** Drops a table or view. The files of a managed table stay for {@link #RETENTION}, in which it can be brought back. */
    public void drop(Caller caller, ObjectName name) {
        db.change(tx -> store.drop(tx, require(tx, caller, CatalogAction.DELETE_TABLE, name), clocks.now(caller)));
    }

    /** Brings back the table that was dropped last under this name, with its grants. */
    public Owned<Table> undrop(Caller caller, ObjectName name) {
        return db.write(tx -> {
            Authorized<Schema> schema = schema(tx, caller, CatalogAction.CREATE_TABLE, name.schema());
            return undrop(
                    tx,
                    caller,
                    store.dropped(tx, schema, keptSince(caller)).stream()
                            .filter(dropped -> dropped.name().equals(name))
                            .findFirst(),
                    name.toString());
        });
    }

    /** Brings back a dropped table by its id, under its old name. */
    public Owned<Table> undropById(Caller caller, String id) {
        return db.write(tx -> {
            Optional<Table> dropped = store.findDropped(tx, caller.metastore(), id, keptSince(caller));
            dropped.ifPresent(table ->
                    schema(tx, caller, CatalogAction.CREATE_TABLE, table.name().schema()));
            return undrop(tx, caller, dropped, id);
        });
    }

    private Owned<Table> undrop(Tx tx, Caller caller, Optional<Table> dropped, String called) {
        Authorized<Table> table = guard.require(
                tx, caller, CatalogAction.UPDATE_TABLE, dropped, () -> CatalogErrors.nothingToUndrop(called));
        requireFree(tx, caller, table.value().name());
        if (table.value().type() == Table.Type.EXTERNAL) {
            table.value().location().ifPresent(place -> places.requireFree(tx, caller, place));
        }
        store.undrop(tx, table);
        return owned(tx, table.value());
    }

    private Instant keptSince(Caller caller) {
        return clocks.now(caller).minus(RETENTION);
    }

    /**
     * Forgets dropped tables of a metastore whose {@link #RETENTION} is over; the files of managed ones are deleted first, so that a
     * crash in between only means that they are deleted again.
     *
     * @param system the server itself in a workspace of the metastore
     * @param deleteFiles deletes everything below a URI; it bears that nothing is there
     * @return how many tables went
     */
    public int purgeExpired(Caller system, Consumer<String> deleteFiles) {
        int purged = 0;
        while (true) {
            List<TableStore.Expired> batch = db.read(tx -> store.expired(tx, system.metastore(), keptSince(system)));
            for (TableStore.Expired table : batch) {
                if (table.type() == Table.Type.MANAGED) {
                    table.location().ifPresent(deleteFiles);
                }
                db.change(tx -> {
                    store.purge(tx, table);
                    guard.forget(tx, table.id());
                });
            }
            purged += batch.size();
            if (batch.isEmpty()) {
                return purged;
            }
        }
    }

    /** Tables of a schema that the caller manages and could bring back, newest first. */
    public List<Table> dropped(Caller caller, SchemaName name) {
        return db.read(tx ->
                store
                        .dropped(
                                tx,
                                schema(tx, caller, CatalogAction.READ_SCHEMA, name),
                                clocks.now(caller).minus(RETENTION))
                        .stream()
                        .filter(table -> guard.allows(tx, caller, CatalogAction.UPDATE_TABLE, table))
                        .toList());
    }

    private Table insert(Tx tx, Caller caller, Table table) {
        store.insert(tx, caller.metastore(), table);
        guard.register(tx, caller, table, table.name().toString(), Optional.of(table.schemaId()));
        return table;
    }

    private Authorized<Schema> container(Tx tx, Caller caller, ObjectName name) {
        if (name.schema().schema().equals(Schema.INFORMATION_SCHEMA)
                || name.schema().catalog().equals(Metastores.SYSTEM)) {
            throw CatalogErrors.reserved("Schema", name.schema().toString());
        }
        return schema(tx, caller, CatalogAction.CREATE_TABLE, name.schema());
    }

    private Authorized<Schema> schema(Tx tx, Caller caller, CatalogAction action, SchemaName name) {
        return guard.require(
                tx,
                caller,
                action,
                schemas.find(tx, caller.metastore(), name),
                () -> CatalogErrors.schemaNotFound(name));
    }

    private void requireFree(Tx tx, Caller caller, ObjectName name) {
        if (store.find(tx, caller.metastore(), name).isPresent()) {
            throw CatalogErrors.tableExists(name);
        }
    }

    private Authorized<Table> require(Tx tx, Caller caller, CatalogAction action, ObjectName name) {
        return guard.require(
                tx, caller, action, store.find(tx, caller.metastore(), name), () -> CatalogErrors.tableNotFound(name));
    }

    private Owned<Table> owned(Tx tx, Table table) {
        return new Owned<>(table, grants.ownerNames(tx, List.of(table)).getOrDefault(table.id(), ""));
    }

    private static void checkFormat(Draft draft) {
        if (!FORMATS.contains(draft.format())) {
            throw CatalogErrors.unknownFormat(draft.format());
        }
        if (draft.location().isEmpty() && !draft.format().equals("delta")) {
            throw CatalogErrors.onlyDeltaIsManaged(draft.format());
        }
    }
}
