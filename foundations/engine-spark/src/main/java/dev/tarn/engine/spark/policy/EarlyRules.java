package dev.tarn.engine.spark.policy;

import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.catalog.PathAccess;
import dev.tarn.engine.catalog.RelationAccess;
import java.util.List;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.CloneTableStatement;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedDataSource;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Looks at a plan before any of it is resolved: what would touch a file, a class or a network on the way to being resolved is
 * authorized or refused here, as is every command that is not open. Rights on relations of the catalog are for
 * {@link CheckRules}, when their names are known.
 */
final class EarlyRules {
    private final PathNames paths;
    private final StatementRules statements;
    private final CloneRules clones;
    private final CurrentSchema current;

    EarlyRules(Caller caller, LakehouseCatalog catalog, FormatRules formats, Reached reached, CurrentSchema current) {
        this.paths = new PathNames(caller, catalog, formats, reached, current);
        this.statements = new StatementRules(paths, formats);
        this.clones = new CloneRules(new RelationRules(caller, catalog, new PathRules(catalog), reached));
        this.current = current;
    }

    /** The plan, with the paths in it as the file system knows them. */
    LogicalPlan apply(LogicalPlan plan) {
        check(plan, PathAccess.READ);
        return paths.rewrite(plan);
    }

    private void check(LogicalPlan plan, PathAccess access) {
        String name = PlanTree.nameOf(plan);
        if (plan instanceof Command) {
            CommandRules.require(name);
        } else if (CommandRules.closed(name).isPresent()) {
            throw CommandRules.refusal(name);
        }
        checkSource(plan, access);
        if (plan instanceof CloneTableStatement clone) {
            clones.requireSource(clone, paths, current);
        }
        statements.check(name, plan);
        PlanTree.expressionsIn(plan).forEach(this::check);
        @Nullable Object target = writeTarget(name, plan);
        for (LogicalPlan inner : PlanTree.plansIn(plan)) {
            check(inner, target == inner ? PathAccess.WRITE : PathAccess.READ);
        }
    }

    private void checkSource(LogicalPlan plan, PathAccess access) {
        if (plan instanceof UnresolvedRelation relation) {
            refuseStream(relation.isStreaming());
            relation.options().keySet().forEach(FormatRules::requireOption);
            paths.checkName(CollectionConverters.asJava(relation.multipartIdentifier()), access);
        } else if (plan instanceof UnresolvedDataSource source) {
            refuseStream(source.isStreaming());
            paths.checkSource(source, access);
        } else if (PlanTree.nameOf(plan).startsWith("UnresolvedPathBased")) {
            paths.check(String.valueOf(PlanTree.field(plan, "path")), access);
        } else if (plan instanceof UnresolvedTableValuedFunction function) {
            checkTableFunction(function);
        } else if (PlanTree.nameOf(plan).startsWith("Unresolved")) {
            checkOtherNames(plan, access);
        }
    }

    /** UnresolvedTable, UnresolvedView, UnresolvedTableOrView, UnresolvedIdentifier: alike but for their class. */
    private void checkOtherNames(TreeNode<?> node, PathAccess access) {
        for (String field : List.of("multipartIdentifier", "nameParts")) {
            if (CollectionConverters.asJava(node.productElementNames().toSeq()).contains(field)
                    && PlanTree.field(node, field) instanceof scala.collection.Seq<?> parts
                    && !PlanTree.nameOf(node).equals("UnresolvedNamespace")
                    && !PlanTree.nameOf(node).equals("UnresolvedFunctionName")) {
                paths.checkName(
                        CollectionConverters.asJava(parts).stream()
                                .map(String::valueOf)
                                .toList(),
                        access);
            }
        }
    }

    private void checkTableFunction(UnresolvedTableValuedFunction function) {
        List<String> name = CollectionConverters.asJava(function.name());
        FunctionRules.checkTableName(name);
        refuseStream(function.isStreaming());
        if (name.get(name.size() - 1).equalsIgnoreCase("table_changes")
                && !function.functionArgs().isEmpty()) {
            paths.checkText(function.functionArgs().head());
        }
    }

    private void check(Expression expression) {
        if (expression instanceof UnresolvedFunction function) {
            FunctionRules.checkName(CollectionConverters.asJava(function.nameParts()));
        }
        FunctionRules.check(expression);
        PlanTree.expressionsIn(expression).forEach(this::check);
    }

    private static @Nullable Object writeTarget(String name, LogicalPlan plan) {
        return CommandRules.find(name)
                .flatMap(rule -> rule.needs().entrySet().stream()
                        .filter(need ->
                                rule.optional() || need.getValue().stream().anyMatch(EarlyRules::writes))
                        .findFirst())
                .map(need -> PlanTree.field(plan, need.getKey()))
                .orElse(null);
    }

    private static boolean writes(RelationAccess access) {
        return access != RelationAccess.READ && access != RelationAccess.DESCRIBE;
    }

    private static void refuseStream(boolean isStreaming) {
        if (isStreaming) {
            throw PolicyErrors.closed("STREAM is not allowed: streaming reads run in pipelines only");
        }
    }
}
