package dev.tarn.engine.spark.policy;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Principal;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small catalog in memory with one catalog {@code main}: owners may do everything with what is theirs, others what they were
 * given. Files below {@code open} may be read by everybody and written by the owner of the place.
 */
final class PolicyLakehouse implements LakehouseCatalog {
    /** A managed volume of the owner of the open places, whose physical path nobody may name. */
    private static final String VOLUME = "/Volumes/main/sales/managed";

    private final Map<RelationName, Relation> relations = new ConcurrentHashMap<>();
    private final Map<RelationName, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Set<RelationAccess>> grants = new ConcurrentHashMap<>();
    private final Map<RelationName, FunctionDefinition> functions = new ConcurrentHashMap<>();
    private final Set<String> schemas = ConcurrentHashMap.newKeySet();
    private final Path managed;
    private final Path open;
    private final String openOwner;

    PolicyLakehouse(Path managed, Path open, String openOwner) {
        this.managed = managed;
        this.open = open;
        this.openOwner = openOwner;
        schemas.addAll(List.of("default", "sales", "text"));
    }

    void grant(String principal, RelationName name, RelationAccess... accesses) {
        grants.put(principal + "|" + key(name), EnumSet.of(RelationAccess.DESCRIBE, accesses));
    }

    void revoke(String principal, RelationName name) {
        grants.remove(principal + "|" + key(name));
    }

    private static RelationName key(RelationName name) {
        return new RelationName(
                name.catalog().toLowerCase(Locale.ROOT),
                name.schema().toLowerCase(Locale.ROOT),
                name.name().toLowerCase(Locale.ROOT));
    }

    private Optional<Relation> as(String principal, RelationName name, RelationAccess access) {
        RelationName key = key(name);
        Relation relation = relations.get(key);
        if (relation == null) {
            return Optional.empty();
        }
        Set<RelationAccess> held = principal.equals(owners.get(key))
                ? EnumSet.allOf(RelationAccess.class)
                : grants.getOrDefault(principal + "|" + key, Set.of());
        if (held.isEmpty()) {
            return Optional.empty();
        }
        if (!held.contains(access)) {
            throw AppException.denied("%s needs %s on %s".formatted(principal, access, key));
        }
        return Optional.of(relation);
    }

    private boolean sees(String principal, RelationName key) {
        return principal.equals(owners.get(key)) || grants.containsKey(principal + "|" + key);
    }

    private static String principal(Caller caller) {
        return caller.principal().name();
    }

    @Override
    public List<String> catalogs(Caller caller) {
        return List.of("main");
    }

    @Override
    public boolean catalogExists(Caller caller, String catalog) {
        return catalog.equalsIgnoreCase("main");
    }

    @Override
    public List<String> schemas(Caller caller, String catalog) {
        return List.copyOf(schemas);
    }

    @Override
    public Optional<Map<String, String>> schema(Caller caller, String catalog, String schema) {
        return catalog.equalsIgnoreCase("main") && schemas.contains(schema.toLowerCase(Locale.ROOT))
                ? Optional.of(Map.of())
                : Optional.empty();
    }

    @Override
    public void createSchema(Caller caller, String catalog, String schema, Map<String, String> properties) {
        schemas.add(schema);
    }

    @Override
    public void alterSchema(
            Caller caller, String catalog, String schema, Map<String, String> set, List<String> removed) {}

    @Override
    public void dropSchema(Caller caller, String catalog, String schema, boolean cascade) {
        schemas.remove(schema);
    }

    @Override
    public List<RelationEntry> relations(Caller caller, String catalog, String schema) {
        List<RelationEntry> entries = new ArrayList<>();
        relations.forEach((name, relation) -> {
            if (name.schema().equalsIgnoreCase(schema) && sees(principal(caller), name)) {
                entries.add(new RelationEntry(
                        name, relation instanceof Relation.View ? RelationEntry.Kind.VIEW : RelationEntry.Kind.TABLE));
            }
        });
        return entries;
    }

    @Override
    public Optional<Relation> relation(Caller caller, RelationName name, RelationAccess access) {
        return as(principal(caller), name, access);
    }

    @Override
    public Optional<Relation> relationThroughView(Caller caller, String viewId, RelationName name) {
        String owner = relations.values().stream()
                .filter(Relation.View.class::isInstance)
                .map(Relation.View.class::cast)
                .filter(view -> view.id().equals(viewId))
                .map(Relation.View::owner)
                .findFirst()
                .orElseThrow(() -> AppException.denied("No such view"));
        return as(owner, name, RelationAccess.READ);
    }

    @Override
    public Placement placeTable(Caller caller, NewTable table) {
        if (relations.containsKey(key(table.name()))) {
            throw AppException.denied("It is there already, and not yours");
        }
        String id = UUID.randomUUID().toString();
        return table.location()
                .map(place -> new Placement(id, authorizePath(caller, place.toString(), PathAccess.WRITE), false))
                .orElseGet(() -> new Placement(id, managed.resolve(id).toUri(), true));
    }

    @Override
    public Relation.Table createTable(Caller caller, Placement placement, NewTable table) {
        Relation.Table made = new Relation.Table(
                placement.id(),
                key(table.name()),
                placement.managed(),
                table.format(),
                placement.location(),
                table.columns(),
                table.properties(),
                table.comment(),
                principal(caller));
        relations.put(key(table.name()), made);
        owners.put(key(table.name()), principal(caller));
        return made;
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
        relations.replaceAll((name, relation) ->
                relation instanceof Relation.Table table && table.id().equals(tableId)
                        ? new Relation.Table(
                                table.id(),
                                name,
                                table.managed(),
                                table.format(),
                                table.location(),
                                columns,
                                properties,
                                comment,
                                table.owner())
                        : relation);
    }

    @Override
    public void dropRelation(Caller caller, RelationName name) {
        as(principal(caller), name, RelationAccess.MANAGE);
        relations.remove(key(name));
        owners.remove(key(name));
    }

    @Override
    public void renameRelation(Caller caller, RelationName from, RelationName to) {
        as(principal(caller), from, RelationAccess.MANAGE);
        relations.put(key(to), relations.remove(key(from)));
        owners.put(key(to), owners.remove(key(from)));
    }

    @Override
    public void createView(Caller caller, NewView view) {
        RelationName name = key(view.name());
        relations.put(
                name,
                new Relation.View(
                        UUID.randomUUID().toString(),
                        name,
                        view.sql(),
                        view.catalog(),
                        view.schema(),
                        view.columns(),
                        view.properties(),
                        view.comment(),
                        principal(caller)));
        owners.put(name, principal(caller));
    }

    @Override
    public Optional<FunctionDefinition> function(Caller caller, RelationName name) {
        return Optional.ofNullable(functions.get(key(name)));
    }

    @Override
    public List<String> functions(Caller caller, String catalog, String schema) {
        return functions.keySet().stream().map(RelationName::name).toList();
    }

    @Override
    public void createFunction(Caller caller, FunctionDefinition function, boolean replace) {
        functions.put(key(function.name()), function);
    }

    @Override
    public void dropFunction(Caller caller, RelationName name) {
        functions.remove(key(name));
    }

    @Override
    public URI authorizePath(Caller caller, String path, PathAccess access) {
        if (path.startsWith(VOLUME)
                && access == PathAccess.READ
                && principal(caller).equals(openOwner)) {
            return managed.resolve("volume" + path.substring(VOLUME.length())).toUri();
        }
        String place = path.startsWith("/Volumes/main/sales/files")
                ? open + path.substring("/Volumes/main/sales/files".length())
                : path.replaceFirst("^file:/+", "/");
        Path file = Path.of(place).normalize();
        if (!file.startsWith(open)
                || (access == PathAccess.WRITE && !principal(caller).equals(openOwner))) {
            throw AppException.denied("No right to %s %s".formatted(access, path));
        }
        return file.toUri();
    }

    @Override
    public RelationName defaultNamespace(Caller caller) {
        return new RelationName("main", "default", "");
    }

    /** A caller by name. */
    static Caller caller(String name) {
        return new Caller(
                new Principal(name, name, dev.tarn.core.PrincipalKind.USER),
                Set.of(),
                new dev.tarn.core.WorkspaceId(1),
                "metastore",
                false,
                new Caller.Authentication(Caller.Authentication.Method.TOKEN, "t"),
                Caller.RequestInfo.INTERNAL);
    }
}
