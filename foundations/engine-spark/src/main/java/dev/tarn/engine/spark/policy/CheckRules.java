package dev.tarn.engine.spark.policy;

import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.catalog.PathAccess;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.ResolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.ResolvedNamespace;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.connector.catalog.CatalogPlugin;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import org.apache.spark.sql.delta.commands.CloneTableCommand;
import org.apache.spark.sql.delta.commands.CreateDeltaTableCommand;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * The authority: looks at the plan when all of it is resolved, and lets through only commands and leaves that are on the lists,
 * with the rights that each needs. Relations inside a view are asked for with the rights of the view's owner. One object for
 * one plan.
 */
final class CheckRules {
    /** Commands whose inner plan is analysed, and checked, when they run. */
    private static final Set<String> LATER =
            Set.of("ExplainCommand", "DescribeQueryCommand", "CompoundBody", "DeclareCursor", "CommandPlan");

    private final SessionOwners.Owner owner;
    private final Caller caller;
    private final LakehouseCatalog catalog;
    private final RelationRules relations;
    private final CloneRules clones;

    CheckRules(SessionOwners.Owner owner, Reached reached) {
        this.owner = owner;
        this.caller = owner.caller();
        this.catalog = owner.catalog();
        this.relations = new RelationRules(caller, catalog, new PathRules(catalog), reached);
        this.clones = new CloneRules(relations);
    }

    /** @throws dev.tarn.core.AppException PERMISSION_DENIED or TABLE_OR_VIEW_NOT_FOUND for the first thing refused */
    void check(LogicalPlan plan) {
        check(plan, null);
    }

    private void check(LogicalPlan plan, @Nullable String view) {
        String name = PlanTree.nameOf(plan);
        if (CommandRules.closed(name).isPresent()) {
            throw CommandRules.refusal(name);
        }
        PlanTree.expressionsIn(plan).forEach(this::check);
        if (plan instanceof Command || CommandRules.find(name).isPresent()) {
            checkCommand(name, plan, view);
        } else if (plan instanceof View node && !node.isTempView()) {
            check(node.child(), viewId(node, view));
        } else if (plan.children().isEmpty()) {
            checkLeaf(plan, List.of(RelationAccess.READ), view);
        } else {
            PlanTree.plansIn(plan).forEach(inner -> check(inner, view));
        }
    }

    private String viewId(View node, @Nullable String around) {
        if (!(Leaves.named(node.desc().identifier()) instanceof Leaves.Source.Named named)) {
            throw PolicyErrors.unknown("view", node.desc().identifier().unquotedString());
        }
        if (relations.require(named.name(), RelationAccess.READ, around) instanceof Relation.View view) {
            return view.id();
        }
        throw PolicyErrors.noSuchRelation(named.name());
    }

    private void checkCommand(String name, LogicalPlan plan, @Nullable String view) {
        CommandRules.Rule rule = CommandRules.require(name);
        if (LATER.contains(name)) {
            return;
        }
        if (plan instanceof CreateDeltaTableCommand create
                && create.query().isDefined()
                && create.query().get() instanceof CloneTableCommand clone) {
            clones.checkTarget(create, clone, owner.made());
            clones.checkSource(clone.sourceTable());
            return;
        }
        if (plan instanceof CloneTableCommand clone) {
            clones.checkSource(clone.sourceTable());
        }
        List<Object> targets = new ArrayList<>();
        for (Map.Entry<String, List<RelationAccess>> need : rule.needs().entrySet()) {
            Object target = PlanTree.field(plan, need.getKey());
            if (target != null) {
                targets.add(target);
                checkTarget(plan, target, new Need(accesses(name, plan, need.getValue()), rule.optional()));
            }
        }
        for (LogicalPlan inner : PlanTree.plansIn(plan)) {
            if (targets.stream().noneMatch(target -> target == inner)) {
                check(inner, view);
            }
        }
    }

    /** A CREATE that does not replace needs no right on what it would find. */
    private static List<RelationAccess> accesses(String name, LogicalPlan plan, List<RelationAccess> needs) {
        boolean creates = name.equals("CreateView") || name.equals("CreateMetricView");
        return creates && Boolean.FALSE.equals(PlanTree.field(plan, "replace")) ? List.of() : needs;
    }

    private record Need(List<RelationAccess> accesses, boolean optional) {
        boolean writes() {
            return accesses.stream()
                    .anyMatch(access -> access != RelationAccess.READ && access != RelationAccess.DESCRIBE);
        }
    }

    private void checkTarget(LogicalPlan command, Object target, Need need) {
        if (target instanceof Option<?> option) {
            if (option.isDefined()) {
                checkTarget(command, option.get(), need);
            } else if (PlanTree.nameOf(command).equals("InsertIntoHadoopFsRelationCommand")) {
                relations.requirePlaces(
                        List.of(String.valueOf(PlanTree.field(command, "outputPath"))), PathAccess.WRITE);
            }
        } else if (target instanceof ResolvedIdentifier identifier) {
            checkCatalog(identifier.catalog());
            checkSource(Leaves.source(identifier), need, null);
        } else if (target instanceof LogicalPlan plan) {
            checkTargetPlan(plan, need);
        } else if (target instanceof DeltaTableV2 table) {
            checkSource(Leaves.ofDelta(table), need, null);
        } else if (target instanceof CatalogTable table) {
            checkSource(Leaves.named(table.identifier()), need, null);
        } else if (target instanceof TableIdentifier table) {
            checkSource(Leaves.named(table), need, null);
        } else {
            throw PolicyErrors.unknown("target", PlanTree.nameOf(target));
        }
    }

    /** Every relation below the target: a DELETE's target has aliases and projections around it. */
    private void checkTargetPlan(LogicalPlan plan, Need need) {
        if (plan instanceof View view && !view.isTempView()) {
            checkSource(Leaves.named(view.desc().identifier()), need, null);
        } else if (plan.children().isEmpty() && PlanTree.plansIn(plan).isEmpty()) {
            checkSource(Leaves.source(plan), need, null);
        } else {
            PlanTree.plansIn(plan).forEach(inner -> checkTargetPlan(inner, need));
        }
    }

    private void checkLeaf(LogicalPlan leaf, List<RelationAccess> accesses, @Nullable String view) {
        if (leaf instanceof ResolvedNamespace namespace) {
            checkCatalog(namespace.catalog());
        } else if (leaf instanceof ResolvedIdentifier identifier) {
            checkCatalog(identifier.catalog());
        } else if (PlanTree.plansIn(leaf).isEmpty()) {
            checkSource(Leaves.source(leaf), new Need(accesses, false), view);
        } else {
            PlanTree.plansIn(leaf).forEach(inner -> check(inner, view));
        }
    }

    private void checkSource(Leaves.Source source, Need need, @Nullable String view) {
        if (source instanceof Leaves.Source.Named named) {
            for (RelationAccess access : need.accesses()) {
                if (need.optional()) {
                    relations.requireIfThere(named.name(), access);
                } else {
                    relations.require(named.name(), access, view);
                }
            }
        } else if (source instanceof Leaves.Source.Files files) {
            relations.requirePlaces(files.places(), need.writes() ? PathAccess.WRITE : PathAccess.READ);
        } else if (source instanceof Leaves.Source.Unknown unknown) {
            throw PolicyErrors.unknown("relation", unknown.what());
        }
    }

    /** The catalog of a name that is not a relation: of a schema, of a function, of a variable. */
    private void checkCatalog(CatalogPlugin plugin) {
        if (!PlanTree.nameOf(plugin).startsWith("Fake") && !catalog.catalogExists(caller, plugin.name())) {
            throw PolicyErrors.noSuchCatalog(plugin.name());
        }
    }

    private void check(Expression expression) {
        FunctionRules.check(expression);
        PlanTree.expressionsIn(expression).forEach(this::check);
    }
}
