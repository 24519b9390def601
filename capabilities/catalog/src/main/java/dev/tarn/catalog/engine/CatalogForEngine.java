package dev.tarn.catalog.engine;

import dev.tarn.catalog.CatalogAction;
import dev.tarn.catalog.CatalogErrors;
import dev.tarn.catalog.CatalogModule;
import dev.tarn.catalog.ManagedStorage;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.Schema;
import dev.tarn.catalog.SchemaName;
import dev.tarn.catalog.Schemas;
import dev.tarn.catalog.Table;
import dev.tarn.catalog.Tables;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.engine.catalog.Column;
import dev.tarn.engine.catalog.FunctionDefinition;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.catalog.NewTable;
import dev.tarn.engine.catalog.NewView;
import dev.tarn.engine.catalog.PathAccess;
import dev.tarn.engine.catalog.Placement;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationEntry;
import dev.tarn.engine.catalog.RelationName;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers an engine over the doors of this room; the rights are theirs. */
public final class CatalogForEngine implements LakehouseCatalog {
    private static final String VOLUMES = "/Volumes/";

    private final CatalogModule catalog;
    private final ManagedStorage storage;
    private final OwnerCallers owners;
    private final SystemRelations system;
    private final DbfsRoot dbfs;

    public CatalogForEngine(
            CatalogModule catalog, ManagedStorage storage, OwnerCallers owners, SystemRelations system) {
        this(
                catalog,
                storage,
                owners,
                system,
                (caller, path, write) -> storage.authorize(
                        caller, path, write ? ManagedStorage.Use.WRITE_FILES : ManagedStorage.Use.READ_FILES));
    }

    private CatalogForEngine(
            CatalogModule catalog, ManagedStorage storage, OwnerCallers owners, SystemRelations system, DbfsRoot dbfs) {
        this.catalog = catalog;
        this.storage = storage;
        this.owners = owners;
        this.system = system;
        this.dbfs = dbfs;
    }

    /** The same, with a DBFS root for paths such as {@code dbfs:/a/b}. */
    public CatalogForEngine withDbfs(DbfsRoot root) {
        return new CatalogForEngine(catalog, storage, owners, system, root);
    }

    // ---- catalogs and schemas

    @Override
    public List<String> catalogs(Caller caller) {
        return all(page -> catalog.catalogs().list(caller, page)).stream()
                .map(owned -> owned.value().name())
                .toList();
    }

    @Override
    public boolean catalogExists(Caller caller, String name) {
        return ifFound(() -> catalog.catalogs().get(caller, name)).isPresent();
    }

    @Override
    public List<String> schemas(Caller caller, String name) {
        TreeSet<String> names = new TreeSet<>(system.schemas(name));
        names.removeIf(schema -> isClosed(caller, name, schema));
        all(page -> catalog.schemas().list(caller, name, page))
                .forEach(owned -> names.add(owned.value().name().schema()));
        return List.copyOf(names);
    }

    @Override
    public Optional<Map<String, String>> schema(Caller caller, String catalogName, String schemaName) {
        if (isClosed(caller, catalogName, schemaName)) {
            return Optional.empty();
        }
        if (system.schemas(catalogName).contains(schemaName.toLowerCase(java.util.Locale.ROOT))) {
            return catalogExists(caller, catalogName) ? Optional.of(Map.of("owner", "System")) : Optional.empty();
        }
        return ifFound(() -> catalog.schemas().get(caller, new SchemaName(catalogName, schemaName)))
                .map(owned -> {
                    Map<String, String> properties = new HashMap<>(owned.value().properties());
                    owned.value().comment().ifPresent(comment -> properties.put("comment", comment));
                    properties.put("owner", owned.owner());
                    return properties;
                });
    }

    @Override
    public void createSchema(Caller caller, String catalogName, String schemaName, Map<String, String> properties) {
        Map<String, String> own = new HashMap<>(properties);
        Optional<String> comment = Optional.ofNullable(own.remove("comment"));
        Optional<String> location = Optional.ofNullable(own.remove("location"));
        catalog.schemas()
                .create(caller, new SchemaName(catalogName, schemaName), new Schemas.Draft(comment, own, location));
    }

    @Override
    public void alterSchema(
            Caller caller, String catalogName, String schemaName, Map<String, String> set, List<String> removed) {
        SchemaName name = new SchemaName(catalogName, schemaName);
        Schema schema = catalog.schemas().get(caller, name).value();
        Map<String, String> properties = new HashMap<>(schema.properties());
        Optional<String> comment = Optional.ofNullable(set.get("comment"));
        set.forEach((key, value) -> {
            if (!key.equals("comment")) {
                properties.put(key, value);
            }
        });
        removed.forEach(properties::remove);
        catalog.schemas()
                .update(
                        caller,
                        name,
                        new Schemas.Change(
                                Optional.empty(),
                                removed.contains("comment") ? Optional.of("") : comment,
                                Optional.of(properties),
                                Optional.empty()));
    }

    @Override
    public void dropSchema(Caller caller, String catalogName, String schemaName, boolean cascade) {
        catalog.schemas().delete(caller, new SchemaName(catalogName, schemaName), cascade);
    }

    // ---- tables and views

    @Override
    public List<RelationEntry> relations(Caller caller, String catalogName, String schemaName) {
        if (system.schemas(catalogName).contains(schemaName)) {
            return isClosed(caller, catalogName, schemaName) ? List.of() : system.list(caller, catalogName, schemaName);
        }
        SchemaName schema = new SchemaName(catalogName, schemaName);
        return all(page -> catalog.tables().list(caller, schema, page)).stream()
                .map(owned -> new RelationEntry(
                        name(owned.value()),
                        owned.value().type() == Table.Type.VIEW ? RelationEntry.Kind.VIEW : RelationEntry.Kind.TABLE))
                .toList();
    }

    @Override
    public Optional<Relation> relation(Caller caller, RelationName name, RelationAccess access) {
        if (isClosed(caller, name.catalog(), name.schema())) {
            return Optional.empty();
        }
        Optional<Relation> ofSystem = system.find(caller, name);
        if (ofSystem.isPresent()) {
            if (access != RelationAccess.DESCRIBE && access != RelationAccess.READ) {
                throw AppException.denied("'%s' belongs to the system and cannot be changed.".formatted(name));
            }
            return ofSystem;
        }
        return objectName(name)
                .flatMap(object -> catalog.tables().find(caller, object, action(access)))
                .map(owned -> relation(caller, owned));
    }

    @Override
    public Optional<Relation> relationThroughView(Caller caller, String viewId, RelationName name) {
        return catalog.tables()
                .findById(caller, viewId)
                .flatMap(view -> catalog.tables().ownerId(caller, view))
                .flatMap(owner -> owners.of(caller, owner))
                .flatMap(owner -> relation(owner, name, RelationAccess.READ));
    }

    @Override
    public Placement placeTable(Caller caller, NewTable table) {
        Tables.Place place = catalog.tables().place(caller, draft(caller, table));
        return new Placement(
                place.id(),
                URI.create(storage.forEngine(caller, place.location())),
                place.type() == Table.Type.MANAGED);
    }

    @Override
    public Relation.Table createTable(Caller caller, Placement placement, NewTable table) {
        Tables.Place place = new Tables.Place(
                placement.id(),
                storage.fromEngine(caller, placement.location().toString()),
                placement.managed() ? Table.Type.MANAGED : Table.Type.EXTERNAL);
        NewTable placed = new NewTable(
                table.name(),
                table.format(),
                Optional.of(placement.location()),
                table.columns(),
                table.properties(),
                table.comment());
        return (Relation.Table) relation(caller, catalog.tables().create(caller, place, draft(caller, placed)));
    }

    @Override
    public void replaceTable(Caller caller, String tableId, NewTable table) {
        updateTable(caller, tableId, table.columns(), table.properties(), table.comment());
    }

    @Override
    public void updateTable(
            Caller caller,
            String tableId,
            List<Column> columns,
            Map<String, String> properties,
            Optional<String> comment) {
        catalog.tables().sync(caller, tableId, columns, properties, comment);
    }

    @Override
    public void dropRelation(Caller caller, RelationName name) {
        catalog.tables().drop(caller, required(name));
    }

    @Override
    public void renameRelation(Caller caller, RelationName from, RelationName to) {
        catalog.tables().rename(caller, required(from), required(to));
    }

    @Override
    public void createView(Caller caller, NewView view) {
        catalog.tables()
                .createView(
                        caller,
                        new Tables.Draft(
                                required(view.name()),
                                "view",
                                Optional.empty(),
                                view.columns(),
                                view.properties(),
                                view.comment()),
                        new Table.ViewText(view.sql(), view.catalog(), view.schema()),
                        view.replace());
    }

    // ---- functions and paths

    @Override
    public Optional<FunctionDefinition> function(Caller caller, RelationName name) {
        return objectName(name)
                .flatMap(object -> ifFound(() -> catalog.functions().executable(caller, object)))
                .flatMap(found -> FunctionText.read(name, found.definition()));
    }

    @Override
    public List<String> functions(Caller caller, String catalogName, String schemaName) {
        SchemaName schema = new SchemaName(catalogName, schemaName);
        return all(page -> catalog.functions().list(caller, schema, page)).stream()
                .map(owned -> owned.value().name().name())
                .toList();
    }

    @Override
    public void createFunction(Caller caller, FunctionDefinition function, boolean replace) {
        catalog.functions().create(caller, required(function.name()), FunctionText.write(function), replace);
    }

    @Override
    public void dropFunction(Caller caller, RelationName name) {
        catalog.functions().delete(caller, required(name));
    }

    @Override
    public URI authorizePath(Caller caller, String path, PathAccess access) {
        boolean write = access == PathAccess.WRITE;
        if (path.startsWith(VOLUMES) || path.startsWith("dbfs:" + VOLUMES)) {
            return URI.create(storage.forEngine(
                    caller, catalog.volumes().resolve(caller, path.substring(path.indexOf('/')), write)));
        }
        if (path.startsWith("dbfs:/")) {
            return URI.create(dbfs.place(caller, path, write));
        }
        String place = storage.authorize(
                caller,
                storage.fromEngine(caller, path),
                write ? ManagedStorage.Use.WRITE_FILES : ManagedStorage.Use.READ_FILES);
        catalog.volumes().requireUnmanaged(caller, place);
        return URI.create(storage.forEngine(caller, place));
    }

    @Override
    public RelationName defaultNamespace(Caller caller) {
        return new RelationName(catalog.metastores().defaultCatalog(caller), "default", "");
    }

    /** Whether the metastore's administrator has closed the schema of the system catalog. */
    private boolean isClosed(Caller caller, String catalogName, String schema) {
        return catalogName.equalsIgnoreCase(SystemRelations.SYSTEM)
                && !catalog.systemSchemas().open(caller, schema);
    }

    // ---- translation

    private static CatalogAction action(RelationAccess access) {
        return switch (access) {
            case DESCRIBE -> CatalogAction.GET_TABLE;
            case READ -> CatalogAction.SELECT_TABLE;
            case WRITE -> CatalogAction.MODIFY_TABLE;
            case ALTER -> CatalogAction.ALTER_TABLE;
            case MANAGE -> CatalogAction.DELETE_TABLE;
        };
    }

    private Tables.Draft draft(Caller caller, NewTable table) {
        return new Tables.Draft(
                required(table.name()),
                table.format(),
                table.location().map(place -> storage.fromEngine(caller, place.toString())),
                table.columns(),
                table.properties(),
                table.comment());
    }

    private Relation relation(Caller caller, Owned<Table> owned) {
        Table table = owned.value();
        RelationName name = name(table);
        return table.view()
                .<Relation>map(text -> new Relation.View(
                        table.id(),
                        name,
                        text.sql(),
                        text.catalog(),
                        text.schema(),
                        table.columns(),
                        table.properties(),
                        table.comment(),
                        owned.owner()))
                .orElseGet(() -> new Relation.Table(
                        table.id(),
                        name,
                        table.type() == Table.Type.MANAGED,
                        table.format(),
                        URI.create(storage.forEngine(caller, table.location().orElse(""))),
                        table.columns(),
                        table.properties(),
                        table.comment(),
                        owned.owner()));
    }

    private static RelationName name(Table table) {
        return new RelationName(
                table.name().schema().catalog(),
                table.name().schema().schema(),
                table.name().name());
    }

    private static ObjectName required(RelationName name) {
        return ObjectName.of(name.catalog(), name.schema(), name.name());
    }

    /** Empty for names that nothing here can have, such as a path in backticks. */
    private static Optional<ObjectName> objectName(RelationName name) {
        try {
            return Optional.of(required(name));
        } catch (AppException e) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> ifFound(Supplier<T> get) {
        try {
            return Optional.of(get.get());
        } catch (AppException e) {
            if (e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.INVALID_ARGUMENT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> items = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MAXIMUM);
        while (true) {
            Page<T> page = list.apply(request);
            items.addAll(page.items());
            if (page.next().isEmpty()) {
                return items;
            }
            request = new PageRequest(PageRequest.MAXIMUM, page.next());
        }
    }

    static AppException notFound(RelationName name) {
        return CatalogErrors.tableNotFound(name);
    }
}
