package dev.tarn.engine.catalog;

import dev.tarn.core.Caller;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalog as an engine sees it. Every answer is already decided for the caller: what they may not see is absent, what they
 * see but may not do throws PERMISSION_DENIED, in the same words as REST. Implemented by the catalog room; each call is one
 * transaction.
 */
public interface LakehouseCatalog {
    /** Names of the catalogs that the caller sees, sorted. */
    List<String> catalogs(Caller caller);

    boolean catalogExists(Caller caller, String catalog);

    /** Names of the schemas that the caller sees, sorted; {@code information_schema} is among them. */
    List<String> schemas(Caller caller, String catalog);

    /** Properties of a schema ({@code comment}, {@code location}, {@code owner} and its own), if the caller sees it. */
    Optional<Map<String, String>> schema(Caller caller, String catalog, String schema);

    void createSchema(Caller caller, String catalog, String schema, Map<String, String> properties);

    /** Sets and removes properties; {@code comment} is one of them. */
    void alterSchema(Caller caller, String catalog, String schema, Map<String, String> set, List<String> removed);

    /** @throws dev.tarn.core.AppException FAILED_PRECONDITION if it is not empty and {@code cascade} is false */
    void dropSchema(Caller caller, String catalog, String schema, boolean cascade);

    /** Tables, views and system relations of a schema that the caller sees, by name. */
    List<RelationEntry> relations(Caller caller, String catalog, String schema);

    /** The relation, with the columns that the catalog knows; empty if it does not exist or the caller may not know of it. */
    Optional<Relation> relation(Caller caller, RelationName name, RelationAccess access);

    /**
     * A relation named inside a view, read with the rights of the view's owner.
     *
     * @param viewId of the nearest view around the name, as {@link Relation.View#id} gave it
     */
    Optional<Relation> relationThroughView(Caller caller, String viewId, RelationName name);

    /** Checks that the table may be made, and where it goes. */
    Placement placeTable(Caller caller, NewTable table);

    /** Stores a table whose files are there. */
    Relation.Table createTable(Caller caller, Placement placement, NewTable table);

    /** Replaces columns, properties and comment of a table after CREATE OR REPLACE; id, grants, owner and location stay. */
    void replaceTable(Caller caller, String tableId, NewTable table);

    /** Columns, properties and comment have changed by an ALTER or a write that evolved the schema, already authorized as such. */
    void updateTable(
            Caller caller,
            String tableId,
            List<Column> columns,
            Map<String, String> properties,
            Optional<String> comment);

    /** Drops a table or view; the data of a managed table is kept until its retention ends. */
    void dropRelation(Caller caller, RelationName name);

    void renameRelation(Caller caller, RelationName from, RelationName to);

    void createView(Caller caller, NewView view);

    /** The function, if the caller may execute it. */
    Optional<FunctionDefinition> function(Caller caller, RelationName name);

    List<String> functions(Caller caller, String catalog, String schema);

    void createFunction(Caller caller, FunctionDefinition function, boolean replace);

    void dropFunction(Caller caller, RelationName name);

    /**
     * Whether the caller may read or write files at a place: below an external location, or in a volume.
     *
     * @param path {@code file:/...}, {@code s3://...} or {@code /Volumes/catalog/schema/volume/...}
     * @return the place as the file system knows it
     * @throws dev.tarn.core.AppException PERMISSION_DENIED, also for places that do not exist
     */
    URI authorizePath(Caller caller, String path, PathAccess access);

    /** The catalog and schema of sessions that name none. */
    RelationName defaultNamespace(Caller caller);
}
