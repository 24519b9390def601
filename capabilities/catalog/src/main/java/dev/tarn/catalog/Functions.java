package dev.tarn.catalog;

import dev.tarn.access.Authorized;
import dev.tarn.access.Grants;
import dev.tarn.access.Guard;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.internal.FunctionStore;
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

/** Functions of a schema. */
public final class Functions {
    private final Database db;
    private final Guard guard;
    private final Grants grants;
    private final SchemaStore schemas;
    private final FunctionStore store;
    private final Clocks clocks;

    Functions(CatalogModule.Parts parts) {
        this.db = parts.db();
        this.guard = parts.guard();
        this.grants = parts.grants();
        this.schemas = parts.schemas();
        this.store = parts.functions();
        this.clocks = parts.clocks();
    }

    /** Stores a function, owned by the caller; {@code replace} takes the place of one that the caller manages. */
    public Owned<Function> create(Caller caller, ObjectName name, String definition, boolean replace) {
        return db.write(tx -> {
            Schema schema = schema(tx, caller, CatalogAction.CREATE_FUNCTION, name.schema())
                    .value();
            if (store.find(tx, caller.metastore(), name).isPresent()) {
                if (!replace) {
                    throw CatalogErrors.functionExists(name);
                }
                Authorized<Function> old = require(tx, caller, CatalogAction.DELETE_FUNCTION, name);
                store.delete(tx, old);
                guard.unregister(tx, old);
            }
            Function function =
                    new Function(Ids.uuid(), schema.id(), name, definition, Stamp.of(caller, clocks.now(caller)));
            store.insert(tx, function);
            guard.register(tx, caller, function, name.toString(), Optional.of(schema.id()));
            return owned(tx, function);
        });
    }

    public Owned<Function> get(Caller caller, ObjectName name) {
        return db.read(tx ->
                owned(tx, require(tx, caller, CatalogAction.GET_FUNCTION, name).value()));
    }

    /** The function, for running it. */
    public Function executable(Caller caller, ObjectName name) {
        return db.read(
                tx -> require(tx, caller, CatalogAction.EXECUTE_FUNCTION, name).value());
    }

    /** Functions that the caller may know of, by name. */
    public Page<Owned<Function>> list(Caller caller, SchemaName name, PageRequest page) {
        return db.read(tx -> {
            Authorized<Schema> schema = schema(tx, caller, CatalogAction.READ_SCHEMA, name);
            var visibility = guard.visible(tx, caller, schema.value().id(), SecurableType.FUNCTION);
            Page<Function> functions = Page.of(
                    store.list(tx, schema, visibility, page),
                    page,
                    function -> function.name().name());
            Map<String, String> owners = grants.ownerNames(tx, functions.items());
            return functions.map(function -> new Owned<>(function, owners.getOrDefault(function.id(), "")));
        });
    }

    public Owned<Function> transfer(Caller caller, ObjectName name, String owner) {
        return db.write(tx -> {
            Authorized<Function> function = require(tx, caller, CatalogAction.UPDATE_FUNCTION, name);
            grants.transfer(tx, caller, function, owner);
            return owned(tx, function.value());
        });
    }

    public void delete(Caller caller, ObjectName name) {
        db.change(tx -> {
            Authorized<Function> function = require(tx, caller, CatalogAction.DELETE_FUNCTION, name);
            store.delete(tx, function);
            guard.unregister(tx, function);
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

    private Authorized<Function> require(Tx tx, Caller caller, CatalogAction action, ObjectName name) {
        return guard.require(
                tx,
                caller,
                action,
                store.find(tx, caller.metastore(), name),
                () -> CatalogErrors.functionNotFound(name));
    }

    private Owned<Function> owned(Tx tx, Function function) {
        return new Owned<>(function, grants.ownerNames(tx, List.of(function)).getOrDefault(function.id(), ""));
    }
}
