package dev.tarn.engine.spark.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * Stands behind Delta's catalog and answers for the lakehouse. Delta takes a catalog for a Unity Catalog, and calls back with the
 * schema it committed, if the class behind it lives in a package of a certain name; so a class of that package extends this one.
 */
public abstract class LakehouseAnswers implements TableCatalog, SupportsNamespaces, FunctionCatalog {
    private final GovernedCatalog catalog;

    protected LakehouseAnswers(GovernedCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        // the governed catalog in front has been initialized
    }

    @Override
    public String name() {
        return catalog.name();
    }

    @Override
    public Identifier[] listTables(String[] namespace) {
        return catalog.listTables(namespace);
    }

    /** The table as the catalog knows it: Delta's catalog makes of it what Delta knows. */
    @Override
    public Table loadTable(Identifier ident) {
        return catalog.storedTable(ident);
    }

    @Override
    public Table createTable(
            Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return createTable(ident, CatalogV2Util.v2ColumnsToStructType(columns), partitions, properties);
    }

    @Override
    public Table createTable(
            Identifier ident, StructType schema, Transform[] partitions, Map<String, String> properties) {
        catalog.store(ident, Columns.of(schema, Columns.partitionColumns(partitions)), properties);
        return catalog.storedTable(ident);
    }

    @Override
    public Table alterTable(Identifier ident, TableChange... changes) {
        throw new UnsupportedOperationException("Only Delta tables can be altered");
    }

    @Override
    public boolean dropTable(Identifier ident) {
        return catalog.dropTable(ident);
    }

    @Override
    public void renameTable(Identifier from, Identifier to) {
        catalog.renameTable(from, to);
    }

    // ---- schemas

    @Override
    public String[][] listNamespaces() {
        return catalog.lakehouse().schemas(catalog.caller(), catalog.realName()).stream()
                .map(schema -> new String[] {schema})
                .toArray(String[][]::new);
    }

    @Override
    public String[][] listNamespaces(String[] namespace) {
        return namespace.length == 0 ? listNamespaces() : new String[0][];
    }

    @Override
    public boolean namespaceExists(String[] namespace) {
        return schema(namespace).isPresent();
    }

    @Override
    public Map<String, String> loadNamespaceMetadata(String[] namespace) {
        return new HashMap<>(schema(namespace).orElseThrow(() -> missing(namespace)));
    }

    @Override
    public void createNamespace(String[] namespace, Map<String, String> metadata) {
        Map<String, String> own = new HashMap<>(metadata);
        own.remove(SupportsNamespaces.PROP_OWNER);
        catalog.lakehouse().createSchema(catalog.caller(), catalog.realName(), one(namespace), own);
    }

    @Override
    public void alterNamespace(String[] namespace, NamespaceChange... changes) {
        Map<String, String> set = new HashMap<>();
        List<String> removed = new java.util.ArrayList<>();
        for (NamespaceChange change : changes) {
            if (change instanceof NamespaceChange.SetProperty property) {
                set.put(property.property(), property.value());
            } else if (change instanceof NamespaceChange.RemoveProperty property) {
                removed.add(property.property());
            }
        }
        catalog.lakehouse().alterSchema(catalog.caller(), catalog.realName(), one(namespace), set, removed);
    }

    @Override
    public boolean dropNamespace(String[] namespace, boolean cascade) {
        catalog.lakehouse().dropSchema(catalog.caller(), catalog.realName(), one(namespace), cascade);
        return true;
    }

    private Optional<Map<String, String>> schema(String[] namespace) {
        return namespace.length == 1
                ? catalog.lakehouse().schema(catalog.caller(), catalog.realName(), namespace[0])
                : Optional.empty();
    }

    private static String one(String[] namespace) {
        if (namespace.length != 1) {
            throw missing(namespace);
        }
        return namespace[0];
    }

    private static RuntimeException missing(String[] namespace) {
        return Raise.unchecked(new NoSuchNamespaceException(namespace));
    }

    // ---- functions

    @Override
    public Identifier[] listFunctions(String[] namespace) {
        return catalog.lakehouse().functions(catalog.caller(), catalog.realName(), one(namespace)).stream()
                .map(name -> Identifier.of(namespace, name))
                .toArray(Identifier[]::new);
    }

    @Override
    public UnboundFunction loadFunction(Identifier ident) {
        return catalog.function(ident).orElseThrow(() -> Raise.unchecked(new NoSuchFunctionException(ident)));
    }
}
