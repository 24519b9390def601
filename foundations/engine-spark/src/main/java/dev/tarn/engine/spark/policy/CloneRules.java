package dev.tarn.engine.spark.policy;

import dev.tarn.engine.catalog.PathAccess;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationName;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.CloneTableStatement;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.delta.commands.CloneDeltaSource;
import org.apache.spark.sql.delta.commands.CloneSource;
import org.apache.spark.sql.delta.commands.CloneTableCommand;
import org.apache.spark.sql.delta.commands.CreateDeltaTableCommand;
import scala.jdk.javaapi.CollectionConverters;

/**
 * CLONE: the source needs SELECT. Delta makes a new target while it resolves the statement, and names it by its path from then on, so
 * the source is asked for before anything is resolved, and the only paths that may be written are those of tables that the
 * statement itself has made.
 */
final class CloneRules {
    private final RelationRules relations;

    CloneRules(RelationRules relations) {
        this.relations = relations;
    }

    /** Before the statement is resolved; a source by path is a path like any other. */
    void requireSource(CloneTableStatement statement, PathNames paths, CurrentSchema current) {
        requireSource(statement.source(), paths, current);
    }

    private void requireSource(LogicalPlan plan, PathNames paths, CurrentSchema current) {
        if (plan instanceof UnresolvedRelation relation) {
            List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
            if (!paths.isPath(parts)
                    && relations.require(name(parts, current), RelationAccess.READ, null)
                            instanceof Relation.View view) {
                throw PolicyErrors.closed(
                        "CLONE is not allowed from the view %s: clone a table".formatted(view.name()));
            }
        } else {
            PlanTree.plansIn(plan).forEach(inner -> requireSource(inner, paths, current));
        }
    }

    private static RelationName name(List<String> parts, CurrentSchema current) {
        return RelationName.of(parts, current.catalog(), current.schema())
                .orElseThrow(() -> PolicyErrors.unknown("name", String.join(".", parts)));
    }

    /**
     * When all is resolved.
     *
     * @param made whether the statement has made a table at the path
     */
    void checkTarget(CreateDeltaTableCommand command, CloneTableCommand clone, Predicate<String> made) {
        if (made.test(clone.targetPath().toString())) {
            return;
        }
        if (!(Leaves.named(command.table().identifier()) instanceof Leaves.Source.Named target)) {
            throw PolicyErrors.closed("CLONE is not allowed into a path: name the table to be made");
        }
        relations.require(target.name(), RelationAccess.MANAGE, null);
    }

    /** When all is resolved. */
    void checkSource(CloneSource source) {
        if (!(source instanceof CloneDeltaSource delta)) {
            throw PolicyErrors.closed("CLONE is not allowed from other tables than Delta's");
        }
        if (delta.catalogTable().isDefined()
                && Leaves.named(delta.catalogTable().get().identifier()) instanceof Leaves.Source.Named named) {
            relations.require(named.name(), RelationAccess.READ, null);
        } else {
            relations.requirePlaces(List.of(delta.dataPath().toString()), PathAccess.READ);
        }
    }
}
