package dev.tarn.engine.spark.catalog;

import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.catalog.NewTable;
import dev.tarn.engine.catalog.PathAccess;
import dev.tarn.engine.catalog.Placement;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationEntry;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.engine.spark.context.SessionContext;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.analysis.NoSuchViewException;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.RelationCatalog;
import org.apache.spark.sql.connector.catalog.StagedTable;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.connector.catalog.TableWritePrivilege;
import org.apache.spark.sql.connector.catalog.V1Table;
import org.apache.spark.sql.connector.catalog.View;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.delta.catalog.DeltaCatalog;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * One catalog of the lakehouse in one session. Delta does the work on its tables; what exists, where it lies and who may do what is
 * asked of the {@link LakehouseCatalog} with the session's caller. Finding a relation here means that the caller may know of it; the
 * policy's check rule asks for the access that the statement needs.
 */
public final class GovernedCatalog extends DeltaCatalog implements RelationCatalog {
    private static final String DELTA = "delta";
    /** Delta goes by the name of its package. */
    private static final String DELEGATE = "io.unitycatalog.tarn.LakehouseDelegate";

    private final SessionContext session = SessionContext.of((SparkSession) spark());
    private final Map<RelationName, Placement> placements = new HashMap<>();
    private final Map<RelationName, String> replaced = new HashMap<>();
    private ViewScope scope = ViewScope.NONE;
    private String catalog = "";

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        super.initialize(name, options);
        scope = ViewScope.of(name);
        catalog = name;
        setDelegateCatalog(delegate());
    }

    private CatalogPlugin delegate() {
        try {
            return (CatalogPlugin) Class.forName(DELEGATE)
                    .getConstructor(GovernedCatalog.class)
                    .newInstance(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return catalog;
    }

    @Override
    public String[] defaultNamespace() {
        return new String[] {"default"};
    }

    public Caller caller() {
        return session.caller();
    }

    public LakehouseCatalog lakehouse() {
        return session.lakehouse();
    }

    /** The catalog that this is in the lakehouse; for the scope of a view, the one in which the view was made. */
    public String realName() {
        return scope.inView() ? scope.catalog() : catalog;
    }

    // ---- reading

    @Override
    public Table loadTable(Identifier ident) {
        return table(ident, find(ident).orElse(null));
    }

    @Override
    public Table loadTable(Identifier ident, Set<TableWritePrivilege> privileges) {
        if (!isPathIdentifier(ident)) {
            Relation written = lakehouse()
                    .relation(caller(), relationName(ident), RelationAccess.WRITE)
                    .orElseThrow(() -> Raise.unchecked(new NoSuchTableException(ident)));
            return table(ident, written);
        }
        return loadTable(ident);
    }

    @Override
    public org.apache.spark.sql.connector.catalog.Relation loadRelation(Identifier ident) {
        Optional<Relation> found = find(ident);
        if (found.isPresent() && found.get() instanceof Relation.View view) {
            ViewScope inside = ViewScope.of(view);
            session.register(inside.encode());
            return Views.toSpark(view, inside);
        }
        return table(ident, found.orElse(null));
    }

    @Override
    public View loadView(Identifier ident) {
        if (loadRelation(ident) instanceof View view) {
            return view;
        }
        throw Raise.unchecked(new NoSuchViewException(ident));
    }

    @Override
    public boolean tableExists(Identifier ident) {
        return find(ident)
                .filter(relation -> !(relation instanceof Relation.View))
                .isPresent();
    }

    @Override
    public Table loadPathTable(Identifier ident) {
        URI path = lakehouse().authorizePath(caller(), ident.name(), PathAccess.READ);
        return super.loadPathTable(Identifier.of(ident.namespace(), path.toString()));
    }

    private Optional<Relation> find(Identifier ident) {
        if (ident.namespace().length > 1) {
            return Optional.empty();
        }
        Optional<String> viewId = ViewScope.current();
        RelationName name = relationName(ident);
        return viewId.isPresent()
                ? lakehouse().relationThroughView(caller(), viewId.get(), name)
                : lakehouse().relation(caller(), name, RelationAccess.DESCRIBE);
    }

    private Table table(Identifier ident, @org.jspecify.annotations.Nullable Relation relation) {
        if (relation instanceof Relation.Table table) {
            session.touched().add(table);
            return table.format().equals(DELTA)
                    ? loadCatalogTable(ident, CatalogTables.of(table))
                    : V1Table.apply(CatalogTables.of(table));
        }
        if (relation instanceof Relation.System system) {
            return new SystemTable(system);
        }
        if (relation == null && isPathIdentifier(ident)) {
            return loadPathTable(ident);
        }
        throw Raise.unchecked(new NoSuchTableException(ident));
    }

    /** A table without what its own log says of it. */
    public Table storedTable(Identifier ident) {
        if (find(ident).orElse(null) instanceof Relation.Table table) {
            return V1Table.apply(CatalogTables.of(table));
        }
        throw Raise.unchecked(new NoSuchTableException(ident));
    }

    @Override
    public Identifier[] listTables(String[] namespace) {
        return list(namespace, RelationEntry.Kind.TABLE, RelationEntry.Kind.SYSTEM);
    }

    @Override
    public Identifier[] listViews(String[] namespace) {
        return list(namespace, RelationEntry.Kind.VIEW);
    }

    private Identifier[] list(String[] namespace, RelationEntry.Kind... kinds) {
        return lakehouse().relations(caller(), realName(), schema(namespace)).stream()
                .filter(entry -> List.of(kinds).contains(entry.kind()))
                .map(entry -> Identifier.of(namespace, entry.name().name()))
                .toArray(Identifier[]::new);
    }

    // ---- making

    @Override
    public Table createTable(
            Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return super.createTable(ident, columns, partitions, placed(ident, properties, false));
    }

    /** Delta's own would look for the new table in Spark's catalog. What Delta is told by properties is copied, as it would. */
    @Override
    public Table createTableLike(Identifier ident, TableInfo info, Table source) {
        Map<String, String> properties = new HashMap<>(info.properties());
        source.properties().forEach((key, value) -> {
            if (Properties.isCopied(key)) {
                properties.putIfAbsent(key, value);
            }
        });
        return createTable(ident, info.columns(), info.partitions(), properties);
    }

    @Override
    public StagedTable stageCreate(
            Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return super.stageCreate(ident, columns, partitions, placed(ident, properties, false));
    }

    @Override
    public StagedTable stageReplace(
            Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return super.stageReplace(ident, columns, partitions, placed(ident, properties, true));
    }

    @Override
    public StagedTable stageCreateOrReplace(
            Identifier ident, Column[] columns, Transform[] partitions, Map<String, String> properties) {
        return super.stageCreateOrReplace(ident, columns, partitions, placed(ident, properties, true));
    }

    /** The properties with the place where the table goes: the existing table's, or one that the lakehouse chooses or allows. */
    private Map<String, String> placed(Identifier ident, Map<String, String> properties, boolean replace) {
        RelationName name = relationName(ident);
        Map<String, String> placed = new HashMap<>(properties);
        placements.remove(name);
        replaced.remove(name);
        if (replace) {
            Optional<Relation> existing = lakehouse().relation(caller(), name, RelationAccess.MANAGE);
            if (existing.isPresent() && existing.get() instanceof Relation.Table table) {
                session.touched().add(table);
                replaced.put(name, table.id());
                return withLocation(placed, table.location(), table.managed());
            }
        }
        Placement placement = lakehouse().placeTable(caller(), newTable(name, List.of(), properties));
        placements.put(name, placement);
        return withLocation(placed, placement.location(), placement.managed());
    }

    private static Map<String, String> withLocation(Map<String, String> properties, URI location, boolean managed) {
        properties.put(TableCatalog.PROP_LOCATION, location.toString());
        if (managed) {
            properties.put(TableCatalog.PROP_IS_MANAGED_LOCATION, "true");
        }
        return properties;
    }

    /** Stores a table once its files are there; Delta calls it with the schema that it committed. */
    public void store(Identifier ident, List<dev.tarn.engine.catalog.Column> columns, Map<String, String> properties) {
        RelationName name = relationName(ident);
        NewTable table = newTable(name, columns, properties);
        String replacedId = replaced.remove(name);
        if (replacedId != null) {
            lakehouse().replaceTable(caller(), replacedId, table);
            return;
        }
        Placement placement = Optional.ofNullable(placements.remove(name))
                .orElseGet(() -> lakehouse().placeTable(caller(), table));
        session.touched().addMade(lakehouse().createTable(caller(), placement, table));
    }

    private static NewTable newTable(
            RelationName name, List<dev.tarn.engine.catalog.Column> columns, Map<String, String> properties) {
        Optional<URI> location =
                Optional.ofNullable(properties.get(TableCatalog.PROP_LOCATION)).map(Places::uri);
        return new NewTable(
                name,
                properties.getOrDefault(TableCatalog.PROP_PROVIDER, DELTA).toLowerCase(java.util.Locale.ROOT),
                location,
                columns,
                Properties.own(properties),
                Optional.ofNullable(properties.get(TableCatalog.PROP_COMMENT)));
    }

    /** A function of the catalog, if the caller may execute it. */
    Optional<UnboundFunction> function(Identifier ident) {
        if (ident.namespace().length > 1) {
            return Optional.empty();
        }
        return lakehouse()
                .function(caller(), relationName(ident))
                .map(definition -> new SqlFunction(session.spark(), definition));
    }

    // ---- dropping, renaming

    @Override
    public boolean dropTable(Identifier ident) {
        lakehouse().dropRelation(caller(), relationName(ident));
        return true;
    }

    @Override
    public boolean purgeTable(Identifier ident) {
        return dropTable(ident);
    }

    @Override
    public void renameTable(Identifier from, Identifier to) {
        // Spark passes on what ALTER TABLE .. RENAME TO says, which may name the catalog
        String[] namespace = to.namespace();
        boolean full = namespace.length == 2 && namespace[0].equalsIgnoreCase(realName());
        Identifier target = full ? Identifier.of(new String[] {namespace[1]}, to.name()) : to;
        lakehouse().renameRelation(caller(), relationName(from), relationName(target));
    }

    // ---- views

    @Override
    public View createView(Identifier ident, View view) {
        lakehouse().createView(caller(), Views.fromSpark(relationName(ident), view, false));
        return view;
    }

    @Override
    public View replaceView(Identifier ident, View view) {
        lakehouse().createView(caller(), Views.fromSpark(relationName(ident), view, true));
        return view;
    }

    @Override
    public boolean dropView(Identifier ident) {
        lakehouse().dropRelation(caller(), relationName(ident));
        return true;
    }

    @Override
    public void renameView(Identifier from, Identifier to) {
        renameTable(from, to);
    }

    public RelationName relationName(Identifier ident) {
        return new RelationName(realName(), schema(ident.namespace()), ident.name());
    }

    /** The schema of a namespace; in the scope of a view an empty one is the schema in which the view was made. */
    private String schema(String[] namespace) {
        if (namespace.length == 0) {
            return scope.inView() ? scope.schema() : defaultNamespace()[0];
        }
        if (namespace.length > 1) {
            throw Raise.unchecked(new NoSuchNamespaceException(namespace));
        }
        return namespace[0];
    }
}
