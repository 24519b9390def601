package dev.tarn.catalog.engine;

import dev.tarn.access.Securable;
import dev.tarn.catalog.Catalog;
import dev.tarn.catalog.CatalogModule;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.Tags.Assigned;
import dev.tarn.core.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tags of {@code information_schema}: of what the caller may see. Columns follow the vendor's reference. */
final class TagRelations {
    private static final String TAG = ", tag_name string, tag_value string";

    private final CatalogModule catalog;
    private final InformationSchema schema;

    TagRelations(CatalogModule catalog, InformationSchema schema) {
        this.catalog = catalog;
        this.schema = schema;
    }

    List<SystemRelations.Source> sources() {
        return List.of(
                schema.source(
                        "catalog_tags",
                        "catalog_name string" + TAG,
                        (caller, owned) -> rows(caller, List.of(owned.value()), false, found -> List.of(found.name()))),
                schema.source(
                        "schema_tags",
                        "catalog_name string, schema_name string" + TAG,
                        (caller, owned) -> rows(
                                caller,
                                values(schema.schemas(caller, owned)),
                                false,
                                found -> List.of(
                                        found.name().catalog(), found.name().schema()))),
                schema.source(
                        "table_tags",
                        "catalog_name string, schema_name string, table_name string" + TAG,
                        (caller, owned) -> tables(caller, owned, false)),
                schema.source(
                        "column_tags",
                        "catalog_name string, schema_name string, table_name string, column_name string" + TAG,
                        (caller, owned) -> tables(caller, owned, true)),
                schema.source(
                        "volume_tags",
                        "catalog_name string, schema_name string, volume_name string" + TAG,
                        (caller, owned) -> rows(
                                caller,
                                values(schema.volumes(caller, owned)),
                                false,
                                found -> List.of(
                                        found.name().schema().catalog(),
                                        found.name().schema().schema(),
                                        found.name().name()))));
    }

    private List<List<Object>> tables(Caller caller, Owned<Catalog> owned, boolean columns) {
        return rows(
                caller,
                values(schema.tables(caller, owned)),
                columns,
                found -> List.of(
                        found.name().schema().catalog(),
                        found.name().schema().schema(),
                        found.name().name()));
    }

    private <T extends Securable> List<List<Object>> rows(
            Caller caller, Collection<T> seen, boolean columns, Function<T, List<String>> names) {
        Map<String, T> byId = new HashMap<>();
        seen.forEach(object -> byId.put(object.securableId(), object));
        List<List<Object>> rows = new ArrayList<>();
        for (Assigned assigned : catalog.tags().of(caller, seen)) {
            T object = byId.get(assigned.entityId());
            if (object == null || assigned.column().isPresent() != columns) {
                continue;
            }
            List<Object> row = new ArrayList<>(names.apply(object));
            assigned.column().ifPresent(row::add);
            row.add(assigned.tag().key());
            row.add(assigned.tag().value());
            rows.add(row);
        }
        return rows;
    }

    private static <T> List<T> values(List<Owned<T>> owned) {
        return owned.stream().map(Owned::value).toList();
    }
}
