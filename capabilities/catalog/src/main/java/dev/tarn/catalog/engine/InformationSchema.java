package dev.tarn.catalog.engine;

import dev.tarn.catalog.Catalog;
import dev.tarn.catalog.CatalogModule;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.Schema;
import dev.tarn.catalog.Table;
import dev.tarn.catalog.Volume;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.engine.catalog.Column;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code information_schema}: what is in a catalog, as far as the caller may see it; in the catalog {@code system}, what is in all of
 * them. Columns follow the vendor's "Information schema" reference.
 */
public final class InformationSchema {
    private final CatalogModule catalog;

    public InformationSchema(CatalogModule catalog) {
        this.catalog = catalog;
    }

    /** Every relation of the schema. */
    public SystemRelations.Source[] sources() {
        List<SystemRelations.Source> all = new ArrayList<>(List.of(objects()));
        all.addAll(new GrantRelations(catalog, this).sources());
        all.addAll(new LesserRelations(catalog, this).sources());
        all.addAll(new TagRelations(catalog, this).sources());
        return all.toArray(SystemRelations.Source[]::new);
    }

    private SystemRelations.Source[] objects() {
        return new SystemRelations.Source[] {
            source(
                    "catalogs",
                    "catalog_name string, catalog_owner string, comment string, created timestamp, created_by string",
                    (caller, owned) -> List.of(catalogRow(owned))),
            source(
                    "schemata",
                    "catalog_name string, schema_name string, schema_owner string, comment string, created timestamp,"
                            + " created_by string, last_altered timestamp, last_altered_by string",
                    (caller, owned) -> schemas(caller, owned).stream()
                            .map(InformationSchema::schemaRow)
                            .toList()),
            source(
                    "tables",
                    "table_catalog string, table_schema string, table_name string, table_type string, table_owner string,"
                            + " comment string, created timestamp, created_by string, last_altered timestamp,"
                            + " last_altered_by string, data_source_format string, storage_path string",
                    (caller, owned) -> tables(caller, owned).stream()
                            .map(InformationSchema::tableRow)
                            .toList()),
            source(
                    "views",
                    "table_catalog string, table_schema string, table_name string, view_definition string,"
                            + " is_insertable_into string",
                    (caller, owned) -> tables(caller, owned).stream()
                            .filter(table -> table.value().type() == Table.Type.VIEW)
                            .map(InformationSchema::viewRow)
                            .toList()),
            source(
                    "columns",
                    "table_catalog string, table_schema string, table_name string, column_name string, ordinal_position int,"
                            + " is_nullable string, full_data_type string, data_type string, comment string,"
                            + " partition_ordinal_position int",
                    (caller, owned) -> tables(caller, owned).stream()
                            .flatMap(table -> columnRows(table.value()).stream())
                            .toList())
        };
    }

    interface Rows {
        List<List<Object>> of(Caller caller, Owned<Catalog> catalog);
    }

    SystemRelations.Source source(String name, String columns, Rows rows) {
        List<Column> typed = SystemColumns.of(columns, Map.of());
        return new SystemRelations.Source() {
            @Override
            public String schema() {
                return SystemRelations.INFORMATION_SCHEMA;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Relation> relation(Caller caller, String in) {
                return Optional.of(new Relation.System(new RelationName(in, schema(), name), typed, () -> {
                    List<List<Object>> all = new ArrayList<>();
                    for (Owned<Catalog> owned : catalogs(caller, in)) {
                        all.addAll(rows.of(caller, owned));
                    }
                    return all;
                }));
            }
        };
    }

    private List<Owned<Catalog>> catalogs(Caller caller, String in) {
        return in.equalsIgnoreCase(SystemRelations.SYSTEM)
                ? Page.all(page -> catalog.catalogs().list(caller, page))
                : List.of(catalog.catalogs().get(caller, in));
    }

    List<Owned<Schema>> schemas(Caller caller, Owned<Catalog> owned) {
        return Page.all(page -> catalog.schemas().list(caller, owned.value().name(), page));
    }

    List<Owned<Table>> tables(Caller caller, Owned<Catalog> owned) {
        List<Owned<Table>> tables = new ArrayList<>();
        schemas(caller, owned)
                .forEach(schema -> tables.addAll(Page.all(
                        page -> catalog.tables().list(caller, schema.value().name(), page))));
        return tables;
    }

    List<Owned<Volume>> volumes(Caller caller, Owned<Catalog> owned) {
        List<Owned<Volume>> volumes = new ArrayList<>();
        schemas(caller, owned)
                .forEach(schema -> volumes.addAll(Page.all(
                        page -> catalog.volumes().list(caller, schema.value().name(), page))));
        return volumes;
    }

    private static List<Object> catalogRow(Owned<Catalog> owned) {
        Catalog catalog = owned.value();
        return row(
                catalog.name(),
                owned.owner(),
                catalog.comment().orElse(null),
                catalog.stamp().createdAt(),
                catalog.stamp().createdBy());
    }

    private static List<Object> schemaRow(Owned<Schema> owned) {
        Schema schema = owned.value();
        return row(
                schema.name().catalog(),
                schema.name().schema(),
                owned.owner(),
                schema.comment().orElse(null),
                schema.stamp().createdAt(),
                schema.stamp().createdBy(),
                schema.stamp().updatedAt(),
                schema.stamp().updatedBy());
    }

    private static List<Object> tableRow(Owned<Table> owned) {
        Table table = owned.value();
        return row(
                table.name().schema().catalog(),
                table.name().schema().schema(),
                table.name().name(),
                table.type().name(),
                owned.owner(),
                table.comment().orElse(null),
                table.stamp().createdAt(),
                table.stamp().createdBy(),
                table.stamp().updatedAt(),
                table.stamp().updatedBy(),
                table.format().toUpperCase(java.util.Locale.ROOT),
                table.location().orElse(null));
    }

    private static List<Object> viewRow(Owned<Table> owned) {
        Table view = owned.value();
        return row(
                view.name().schema().catalog(),
                view.name().schema().schema(),
                view.name().name(),
                view.view().map(Table.ViewText::sql).orElse(null),
                "NO");
    }

    private static List<List<Object>> columnRows(Table table) {
        List<List<Object>> rows = new ArrayList<>();
        for (Column column : table.columns()) {
            rows.add(row(
                    table.name().schema().catalog(),
                    table.name().schema().schema(),
                    table.name().name(),
                    column.name(),
                    rows.size(),
                    column.nullable() ? "YES" : "NO",
                    column.typeText(),
                    column.typeText().split("[(<]", 2)[0].toUpperCase(java.util.Locale.ROOT),
                    column.comment().orElse(null),
                    column.partitionIndex().map(index -> index + 1).orElse(null)));
        }
        return rows;
    }

    static List<Object> row(@org.jspecify.annotations.Nullable Object... values) {
        return Arrays.asList(values);
    }
}
