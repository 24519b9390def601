package dev.tarn.engine.spark.policy;

import dev.tarn.engine.catalog.RelationName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.ResolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.ResolvedPersistentView;
import org.apache.spark.sql.catalyst.analysis.ResolvedTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.UnresolvedCatalogRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.StagedTable;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.jspecify.annotations.Nullable;

/** Says what a resolved leaf of a plan stands for: a relation of the catalog, files, or nothing that needs a right. */
final class Leaves {
    /** What a leaf reads. */
    sealed interface Source {
        record Named(RelationName name) implements Source {}

        record Files(List<String> places) implements Source {}

        /** Made by the query itself, or by the engine for its own use. */
        record Nothing() implements Source {}

        record Unknown(String what) implements Source {}
    }

    /** Leaves that read nothing stored. */
    static final Set<String> HARMLESS = Set.of(
            "OneRowRelation",
            "LocalRelation",
            "Range",
            "EmptyRelation",
            "CommandResult",
            "CTERelationRef",
            "UnionLoopRef",
            "Transpose",
            "ResolvedInlineTable",
            "SQLTableFunction",
            "CurrentNamespace",
            "ResolvedTempView",
            "TemporaryViewRelation",
            "ResolvedNonPersistentFunc",
            "ResolvedPersistentFunc",
            "DummyExpressionHolder",
            // rows that the engine holds: no statement can make such a leaf
            "LogicalRDD",
            "ExternalRDD",
            "FakeLogicalPlan",
            "ExpressionLogicalPlanWrapper");

    /** File indexes that only Delta itself makes, to read its own log. */
    private static final Set<String> LOG_INDEXES = Set.of("DeltaLogFileIndex", "BatchCDFSchemaLegacy");

    private Leaves() {}

    static Source source(LogicalPlan leaf) {
        if (leaf instanceof DataSourceV2Relation relation) {
            return ofTable(relation.table(), orNull(relation.catalog()), orNull(relation.identifier()));
        }
        if (leaf instanceof LogicalRelation relation) {
            return ofLogical(relation);
        }
        if (leaf instanceof ResolvedTable table) {
            return ofTable(table.table(), table.catalog(), table.identifier());
        }
        if (leaf instanceof ResolvedPersistentView view) {
            return named(view.catalog(), view.identifier());
        }
        if (leaf instanceof ResolvedIdentifier identifier) {
            return named(identifier.catalog(), identifier.identifier());
        }
        if (leaf instanceof UnresolvedCatalogRelation relation) {
            return named(relation.tableMeta().identifier());
        }
        return HARMLESS.contains(PlanTree.nameOf(leaf))
                ? new Source.Nothing()
                : new Source.Unknown(PlanTree.nameOf(leaf));
    }

    /** A table that a command of Delta holds. */
    static Source ofDelta(DeltaTableV2 table) {
        Optional<CatalogTable> entry = Optional.ofNullable(orNull(table.catalogTable()));
        return entry.map(found -> named(found.identifier()))
                .orElseGet(() -> new Source.Files(List.of(table.path().toString())));
    }

    static Source named(TableIdentifier table) {
        if (table.catalog().isEmpty() || table.database().isEmpty()) {
            return new Source.Unknown("The table " + table.unquotedString() + " outside the catalogs");
        }
        return new Source.Named(
                new RelationName(table.catalog().get(), table.database().get(), table.table()));
    }

    private static Source ofTable(Table table, @Nullable CatalogPlugin catalog, @Nullable Identifier identifier) {
        if (table instanceof StagedTable) {
            // the catalog has let this statement make it
            return new Source.Nothing();
        }
        if (table instanceof DeltaTableV2 delta && (delta.catalogTable().isEmpty() || isPath(identifier))) {
            return new Source.Files(List.of(delta.path().toString()));
        }
        if (catalog == null || identifier == null) {
            return new Source.Unknown(table.getClass().getSimpleName());
        }
        return named(catalog, identifier);
    }

    private static boolean isPath(@Nullable Identifier identifier) {
        return identifier != null && identifier.name().indexOf('/') >= 0;
    }

    private static Source named(CatalogPlugin catalog, Identifier identifier) {
        String[] namespace = identifier.namespace();
        if (namespace.length != 1) {
            return new Source.Unknown(
                    "The name " + catalog.name() + "." + String.join(".", namespace) + "." + identifier.name());
        }
        return new Source.Named(new RelationName(catalog.name(), namespace[0], identifier.name()));
    }

    private static Source ofLogical(LogicalRelation logical) {
        if (logical.catalogTable().isDefined()) {
            return named(logical.catalogTable().get().identifier());
        }
        if (logical.relation() instanceof HadoopFsRelation files) {
            if (LOG_INDEXES.contains(PlanTree.nameOf(files.location()))) {
                return new Source.Nothing();
            }
            return new Source.Files(scala.jdk.javaapi.CollectionConverters.asJava(
                            files.location().rootPaths())
                    .stream()
                    .map(Path::toString)
                    .toList());
        }
        String name = PlanTree.nameOf(logical.relation());
        return new Source.Unknown("The data source " + name);
    }

    private static <T> @Nullable T orNull(scala.Option<T> option) {
        return option.isDefined() ? option.get() : null;
    }
}
