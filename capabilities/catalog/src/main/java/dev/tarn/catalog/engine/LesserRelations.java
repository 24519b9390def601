package dev.tarn.catalog.engine;

import dev.tarn.catalog.CatalogModule;
import dev.tarn.catalog.Function;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.Volume;
import dev.tarn.core.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Volumes and routines of {@code information_schema}, and its relations of things that there are none of yet. */
final class LesserRelations {
    /** Relations without rows until masks, filters and constraints are served: clients ask for them all the same. */
    private static final Map<String, String> EMPTY = Map.of(
            "column_masks",
                    "table_catalog string, table_schema string, table_name string, column_name string, mask_name string,"
                            + " using_columns string",
            "row_filters",
                    "table_catalog string, table_schema string, table_name string, filter_name string, target_columns string",
            "table_constraints",
                    "constraint_catalog string, constraint_schema string, constraint_name string, table_catalog string,"
                            + " table_schema string, table_name string, constraint_type string, is_deferrable string,"
                            + " initially_deferred string, enforced string, comment string",
            "key_column_usage",
                    "constraint_catalog string, constraint_schema string, constraint_name string, table_catalog string,"
                            + " table_schema string, table_name string, column_name string, ordinal_position int,"
                            + " position_in_unique_constraint int",
            "constraint_column_usage",
                    "table_catalog string, table_schema string, table_name string, column_name string,"
                            + " constraint_catalog string, constraint_schema string, constraint_name string",
            "referential_constraints",
                    "constraint_catalog string, constraint_schema string, constraint_name string,"
                            + " unique_constraint_catalog string, unique_constraint_schema string, unique_constraint_name string,"
                            + " match_option string, update_rule string, delete_rule string");

    private final CatalogModule catalog;
    private final InformationSchema schema;

    LesserRelations(CatalogModule catalog, InformationSchema schema) {
        this.catalog = catalog;
        this.schema = schema;
    }

    List<SystemRelations.Source> sources() {
        List<SystemRelations.Source> sources = new ArrayList<>();
        sources.add(schema.source(
                "volumes",
                "volume_catalog string, volume_schema string, volume_name string, volume_type string, volume_owner string,"
                        + " comment string, storage_location string, created timestamp, created_by string,"
                        + " last_altered timestamp, last_altered_by string",
                (caller, owned) -> schema.volumes(caller, owned).stream()
                        .map(LesserRelations::volumeRow)
                        .toList()));
        sources.add(schema.source(
                "routines",
                "specific_catalog string, specific_schema string, specific_name string, routine_catalog string,"
                        + " routine_schema string, routine_name string, routine_owner string, routine_type string,"
                        + " created timestamp, created_by string, last_altered timestamp, last_altered_by string",
                (caller, owned) -> schema.schemas(caller, owned).stream()
                        .flatMap(in ->
                                Page.all(page -> catalog.functions()
                                                .list(caller, in.value().name(), page))
                                        .stream())
                        .map(LesserRelations::routineRow)
                        .toList()));
        EMPTY.forEach((name, columns) -> sources.add(schema.source(name, columns, (caller, owned) -> List.of())));
        return sources;
    }

    private static List<Object> volumeRow(Owned<Volume> owned) {
        Volume volume = owned.value();
        return InformationSchema.row(
                volume.name().schema().catalog(),
                volume.name().schema().schema(),
                volume.name().name(),
                volume.managed() ? "MANAGED" : "EXTERNAL",
                owned.owner(),
                volume.comment().orElse(null),
                volume.location(),
                volume.stamp().createdAt(),
                volume.stamp().createdBy(),
                volume.stamp().updatedAt(),
                volume.stamp().updatedBy());
    }

    private static List<Object> routineRow(Owned<Function> owned) {
        Function function = owned.value();
        String in = function.name().schema().catalog();
        String schemaName = function.name().schema().schema();
        String name = function.name().name();
        return InformationSchema.row(
                in,
                schemaName,
                name,
                in,
                schemaName,
                name,
                owned.owner(),
                "FUNCTION",
                function.stamp().createdAt(),
                function.stamp().createdBy(),
                function.stamp().updatedAt(),
                function.stamp().updatedBy());
    }
}
