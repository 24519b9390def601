package dev.tarn.sql;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A lakehouse with one empty schema, {@code main.default}, in which nothing can be made, and the query history. */
record BareLakehouse(Function<Caller, Relation.System> history) implements LakehouseCatalog {
    private static AppException refused() {
        return AppException.denied("Nothing can be made here.");
    }

    @Override
    public List<String> catalogs(Caller caller) {
        return List.of("main", "system");
    }

    @Override
    public boolean catalogExists(Caller caller, String catalog) {
        return catalogs(caller).contains(catalog);
    }

    @Override
    public List<String> schemas(Caller caller, String catalog) {
        return List.of(catalog.equals("system") ? "query" : "default");
    }

    @Override
    public Optional<Map<String, String>> schema(Caller caller, String catalog, String schema) {
        return schemas(caller, catalog).contains(schema) ? Optional.of(Map.of()) : Optional.empty();
    }

    @Override
    public List<RelationEntry> relations(Caller caller, String catalog, String schema) {
        return List.of();
    }

    @Override
    public Optional<Relation> relation(Caller caller, RelationName name, RelationAccess access) {
        return name.toString().equals("system.query.history") ? Optional.of(history.apply(caller)) : Optional.empty();
    }

    @Override
    public Optional<Relation> relationThroughView(Caller caller, String viewId, RelationName name) {
        return Optional.empty();
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
    public RelationName defaultNamespace(Caller caller) {
        return new RelationName("main", "default", "");
    }

    @Override
    public URI authorizePath(Caller caller, String path, PathAccess access) {
        throw refused();
    }

    @Override
    public void createSchema(Caller caller, String catalog, String schema, Map<String, String> properties) {
        throw refused();
    }

    @Override
    public void alterSchema(
            Caller caller, String catalog, String schema, Map<String, String> set, List<String> removed) {
        throw refused();
    }

    @Override
    public void dropSchema(Caller caller, String catalog, String schema, boolean cascade) {
        throw refused();
    }

    @Override
    public Placement placeTable(Caller caller, NewTable table) {
        throw refused();
    }

    @Override
    public Relation.Table createTable(Caller caller, Placement placement, NewTable table) {
        throw refused();
    }

    @Override
    public void replaceTable(Caller caller, String tableId, NewTable table) {
        throw refused();
    }

    @Override
    public void updateTable(
            Caller caller,
            String tableId,
            List<Column> columns,
            Map<String, String> properties,
            Optional<String> comment) {
        throw refused();
    }

    @Override
    public void dropRelation(Caller caller, RelationName name) {
        throw refused();
    }

    @Override
    public void renameRelation(Caller caller, RelationName from, RelationName to) {
        throw refused();
    }

    @Override
    public void createView(Caller caller, NewView view) {
        throw refused();
    }

    @Override
    public void createFunction(Caller caller, FunctionDefinition function, boolean replace) {
        throw refused();
    }

    @Override
    public void dropFunction(Caller caller, RelationName name) {
        throw refused();
    }
}
