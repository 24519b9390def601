package dev.tarn.catalog.engine;

import dev.tarn.catalog.CatalogModule;
import dev.tarn.catalog.ManagedStorage;
import dev.tarn.catalog.Schema;
import dev.tarn.catalog.SchemaName;
import dev.tarn.catalog.Schemas;
import dev.tarn.catalog.Table;
import dev.tarn.catalog.Tables;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Answers an engine over the doors of this room; the rights are theirs. */
public final class CatalogForEngine implements LakehouseCatalog {
    private static final String VOLUMES = "/Volumes/";

    private final CatalogModule catalog;
    private final ManagedStorage storage;
    private final OwnerCallers owners;
    private final SystemRelations system;
    private final DbfsRoot dbfs;
    private final RelationMapping mapping;

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
        this.mapping = new RelationMapping(storage);
    }

    /** The same, with a DBFS root for paths such as {@code dbfs:/a/b}. */
    public CatalogForEngine withDbfs(DbfsRoot root) {
        return new CatalogForEngine(catalog, storage, owners, system, root);
    }

    // ---- catalogs and schemas

    @Override
    public List<String> catalogs(Caller caller) {
        return Page.all(page -> catalog.catalogs().list(caller, page)).stream()
                .map(owned -> owned.value().name())
                .toList();
    }

    @Override
    public boolean catalogExists(Caller caller, String name) {
        return Lookups.ifFound(() -> catalog.catalogs().get(caller, name)).isPresent();
    }

    @Override
    public List<String> schemas(Caller caller, String name) {
        TreeSet<String> names = new TreeSet<>(system.schemas(name));
        names.removeIf(schema -> isClosed(caller, name, schema));
        Page.all(page -> catalog.schemas().list(caller, name, page))
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
        return Lookups.ifFound(() -> catalog.schemas().get(caller, new SchemaName(catalogName, schemaName)))
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
        return Page.all(page -> catalog.tables().list(caller, schema, page)).stream()
                .map(owned -> new RelationEntry(
                        RelationMapping.name(owned.value()),
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
        return RelationMapping.objectName(name)
                .flatMap(object -> catalog.tables().find(caller, object, RelationMapping.action(access)))
                .map(owned -> mapping.relation(caller, owned));
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
        Tables.Place place = catalog.tables().place(caller, mapping.draft(caller, table));
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
        return (Relation.Table)
                mapping.relation(caller, catalog.tables().create(caller, place, mapping.draft(caller, placed)));
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
        catalog.tables().drop(caller, RelationMapping.required(name));
    }

    @Override
    public void renameRelation(Caller caller, RelationName from, RelationName to) {
        catalog.tables().rename(caller, RelationMapping.required(from), RelationMapping.required(to));
    }

    @Override
    public void createView(Caller caller, NewView view) {
        catalog.tables()
                .createView(
                        caller,
                        new Tables.Draft(
                                RelationMapping.required(view.name()),
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
        return RelationMapping.objectName(name)
                .flatMap(object -> Lookups.ifFound(() -> catalog.functions().executable(caller, object)))
                .flatMap(found -> FunctionText.read(name, found.definition()));
    }

    @Override
    public List<String> functions(Caller caller, String catalogName, String schemaName) {
        SchemaName schema = new SchemaName(catalogName, schemaName);
        return Page.all(page -> catalog.functions().list(caller, schema, page)).stream()
                .map(owned -> owned.value().name().name())
                .toList();
    }

    @Override
    public void createFunction(Caller caller, FunctionDefinition function, boolean replace) {
        catalog.functions()
                .create(caller, RelationMapping.required(function.name()), FunctionText.write(function), replace);
    }

    @Override
    public void dropFunction(Caller caller, RelationName name) {
        catalog.functions().delete(caller, RelationMapping.required(name));
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
}
