package dev.tarn.engine.spark;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A small lakehouse for the engine's tests: one catalog {@code main}, rights per principal and relation. Whoever creates owns; others
 * may do what {@link #grant} says.
 */
final class MemoryLakehouse implements LakehouseCatalog {
    private final Path root;
    private final Map<String, Map<String, String>> schemas = new TreeMap<>();
    private final Map<RelationName, Relation> relations =
            new TreeMap<>(java.util.Comparator.comparing(RelationName::toString));
    private final Map<String, RelationName> viewsById = new HashMap<>();
    private final Set<String> grants = new HashSet<>();
    private final Set<Path> readable = new HashSet<>();

    MemoryLakehouse(Path root) {
        this.root = root;
        schemas.put("main.default", new HashMap<>());
        schemas.put("other.default", new HashMap<>());
    }

    synchronized void grant(String principal, String relation, RelationAccess access) {
        grants.add(principal + " " + relation + " " + access);
    }

    synchronized void allowReading(Path folder) {
        readable.add(folder);
    }

    synchronized Optional<Relation> stored(String name) {
        return relations.values().stream()
                .filter(r -> r.name().toString().equals(name))
                .findFirst();
    }

    @Override
    public List<String> catalogs(Caller caller) {
        return List.of("main", "other");
    }

    @Override
    public boolean catalogExists(Caller caller, String catalog) {
        return catalogs(caller).contains(catalog);
    }

    @Override
    public synchronized List<String> schemas(Caller caller, String catalog) {
        return schemas.keySet().stream()
                .filter(name -> name.startsWith(catalog + "."))
                .map(name -> name.substring(catalog.length() + 1))
                .toList();
    }

    @Override
    public synchronized Optional<Map<String, String>> schema(Caller caller, String catalog, String schema) {
        return Optional.ofNullable(schemas.get(catalog + "." + schema));
    }

    @Override
    public synchronized void createSchema(
            Caller caller, String catalog, String schema, Map<String, String> properties) {
        schemas.put(catalog + "." + schema, properties);
    }

    @Override
    public void alterSchema(
            Caller caller, String catalog, String schema, Map<String, String> set, List<String> removed) {
        schemas.get(catalog + "." + schema).putAll(set);
    }

    @Override
    public synchronized void dropSchema(Caller caller, String catalog, String schema, boolean cascade) {
        schemas.remove(catalog + "." + schema);
    }

    @Override
    public synchronized List<RelationEntry> relations(Caller caller, String catalog, String schema) {
        return relations.values().stream()
                .filter(r ->
                        r.name().catalog().equals(catalog) && r.name().schema().equals(schema))
                .filter(r -> sees(caller, r))
                .map(r -> new RelationEntry(
                        r.name(), r instanceof Relation.View ? RelationEntry.Kind.VIEW : RelationEntry.Kind.TABLE))
                .toList();
    }

    private boolean sees(Caller caller, Relation relation) {
        String who = caller.principal().name();
        return owner(relation).equals(who)
                || grants.stream().anyMatch(grant -> grant.startsWith(who + " " + relation.name() + " "));
    }

    private static String owner(Relation relation) {
        if (relation instanceof Relation.Table table) {
            return table.owner();
        }
        return relation instanceof Relation.View view ? view.owner() : "";
    }

    @Override
    public synchronized Optional<Relation> relation(Caller caller, RelationName name, RelationAccess access) {
        Optional<Relation> found =
                Optional.ofNullable(relations.get(lower(name))).filter(relation -> sees(caller, relation));
        found.ifPresent(relation -> {
            String who = caller.principal().name();
            if (access != RelationAccess.DESCRIBE
                    && !owner(relation).equals(who)
                    && !grants.contains(who + " " + relation.name() + " " + access)) {
                throw AppException.denied(who + " does not have " + access + " on TABLE '" + relation.name() + "'.");
            }
        });
        return found;
    }

    @Override
    public synchronized Optional<Relation> relationThroughView(Caller caller, String viewId, RelationName name) {
        String owner = owner(relations.get(viewsById.get(viewId)));
        return Optional.ofNullable(relations.get(lower(name)))
                .filter(relation -> owner(relation).equals(owner));
    }

    @Override
    public synchronized Placement placeTable(Caller caller, NewTable table) {
        if (relations.containsKey(lower(table.name()))) {
            throw new AppException(
                    ErrorKind.ALREADY_EXISTS, "TABLE_ALREADY_EXISTS", "Table '" + table.name() + "' already exists.");
        }
        if (table.location().isPresent()) {
            URI location = authorizePath(caller, table.location().get().toString(), PathAccess.WRITE);
            return new Placement(UUID.randomUUID().toString(), location, false);
        }
        String id = UUID.randomUUID().toString();
        return new Placement(id, root.resolve("tables").resolve(id).toUri(), true);
    }

    @Override
    public synchronized Relation.Table createTable(Caller caller, Placement placement, NewTable table) {
        Relation.Table made = new Relation.Table(
                placement.id(),
                lower(table.name()),
                placement.managed(),
                table.format(),
                placement.location(),
                table.columns(),
                table.properties(),
                table.comment(),
                caller.principal().name());
        relations.put(made.name(), made);
        return made;
    }

    @Override
    public synchronized void replaceTable(Caller caller, String tableId, NewTable table) {
        updateTable(caller, tableId, table.columns(), table.properties(), table.comment());
    }

    @Override
    public synchronized void updateTable(
            Caller caller,
            String tableId,
            List<Column> columns,
            Map<String, String> properties,
            Optional<String> comment) {
        for (Relation relation : new ArrayList<>(relations.values())) {
            if (relation instanceof Relation.Table table && table.id().equals(tableId)) {
                relations.put(
                        table.name(),
                        new Relation.Table(
                                tableId,
                                table.name(),
                                table.managed(),
                                table.format(),
                                table.location(),
                                columns,
                                properties,
                                comment,
                                table.owner()));
            }
        }
    }

    @Override
    public synchronized void dropRelation(Caller caller, RelationName name) {
        if (relation(caller, name, RelationAccess.MANAGE).isEmpty()) {
            throw new AppException(ErrorKind.NOT_FOUND, "TABLE_DOES_NOT_EXIST", "Table '" + name + "' does not exist.");
        }
        relations.remove(lower(name));
    }

    @Override
    public synchronized void renameRelation(Caller caller, RelationName from, RelationName to) {
        Relation.Table table =
                (Relation.Table) relation(caller, from, RelationAccess.MANAGE).orElseThrow();
        relations.remove(lower(from));
        relations.put(
                lower(to),
                new Relation.Table(
                        table.id(),
                        lower(to),
                        table.managed(),
                        table.format(),
                        table.location(),
                        table.columns(),
                        table.properties(),
                        table.comment(),
                        table.owner()));
    }

    @Override
    public synchronized void createView(Caller caller, NewView view) {
        String id = UUID.randomUUID().toString();
        relations.put(
                lower(view.name()),
                new Relation.View(
                        id,
                        lower(view.name()),
                        view.sql(),
                        view.catalog(),
                        view.schema(),
                        view.columns(),
                        view.properties(),
                        view.comment(),
                        caller.principal().name()));
        viewsById.put(id, lower(view.name()));
    }

    @Override
    public Optional<FunctionDefinition> function(Caller caller, RelationName name) {
        return Optional.empty();
    }

    @Override
    public List<String> functions(Caller caller, String catalog, String schema) {
        return List.of();
    }

    @Override
    public void createFunction(Caller caller, FunctionDefinition function, boolean replace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void dropFunction(Caller caller, RelationName name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public URI authorizePath(Caller caller, String path, PathAccess access) {
        Path real = Path.of(
                        URI.create(path.startsWith("/") ? "file:" + path : path).getPath())
                .normalize();
        if (readable.stream().noneMatch(real::startsWith)) {
            throw AppException.denied(caller.principal().name() + " may not reach '" + path + "'.");
        }
        return real.toUri();
    }

    @Override
    public RelationName defaultNamespace(Caller caller) {
        return new RelationName("main", "default", "");
    }

    private static RelationName lower(RelationName name) {
        return new RelationName(
                name.catalog().toLowerCase(Locale.ROOT),
                name.schema().toLowerCase(Locale.ROOT),
                name.name().toLowerCase(Locale.ROOT));
    }
}
