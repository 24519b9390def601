package dev.tarn.engine.spark.catalog;

import dev.tarn.core.Json;
import dev.tarn.engine.catalog.NewView;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.connector.catalog.CatalogV2Util;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.View;

/** Views between Spark's form and the catalog's. */
final class Views {
    private static final String CONFIGS = "view.sqlConfigs";
    private static final String QUERY_COLUMNS = "view.queryColumnNames";
    private static final String SCHEMA_MODE = "view.schemaMode";

    private Views() {}

    static View toSpark(Relation.View view, ViewScope scope) {
        Map<String, String> own = new HashMap<>(view.properties());
        String configs = own.remove(CONFIGS);
        String columns = own.remove(QUERY_COLUMNS);
        String mode = own.remove(SCHEMA_MODE);
        View.Builder builder = new View.Builder()
                .withQueryText(view.sql())
                .withCurrentCatalog(scope.encode())
                .withCurrentNamespace(new String[] {view.schema()})
                .withSqlConfigs(configs == null ? Map.of() : Json.readStrings(configs))
                .withQueryColumnNames(
                        columns == null
                                ? new String[0]
                                : Json.readStringList(columns).toArray(String[]::new))
                .withColumns(CatalogV2Util.structTypeToV2Columns(Columns.schema(view.columns()), true))
                .withProperties(own)
                .withOwner(view.owner());
        if (mode != null) {
            builder.withSchemaMode(mode);
        }
        view.comment().ifPresent(builder::withComment);
        return builder.build();
    }

    static NewView fromSpark(RelationName name, View view, boolean replace) {
        Map<String, String> properties = new HashMap<>(Properties.own(view.properties()));
        properties.put(CONFIGS, Json.write(view.sqlConfigs()));
        properties.put(QUERY_COLUMNS, Json.write(view.queryColumnNames()));
        if (view.schemaMode() != null) {
            properties.put(SCHEMA_MODE, view.schemaMode());
        }
        String[] namespace = view.currentNamespace();
        // a view that an ALTER has read and hands back says its scope, which is nothing to be stored
        ViewScope scope = ViewScope.of(view.currentCatalog());
        return new NewView(
                name,
                view.queryText(),
                scope.inView() ? scope.catalog() : view.currentCatalog(),
                namespace.length == 0 ? "default" : namespace[namespace.length - 1],
                Columns.of(view.schema(), List.of()),
                properties,
                Optional.ofNullable(view.properties().get(TableCatalog.PROP_COMMENT)),
                replace,
                List.of());
    }
}
