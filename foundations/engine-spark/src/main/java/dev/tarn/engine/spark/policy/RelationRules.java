package dev.tarn.engine.spark.policy;

import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.catalog.PathAccess;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationAccess;
import dev.tarn.engine.catalog.RelationName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the catalog about the relations of one plan: once for each relation, access and view around it. Made anew for every
 * plan, so no answer outlives its statement.
 */
final class RelationRules {
    private record Question(
            RelationName name,
            RelationAccess access,
            @Nullable String view) {}

    private final Caller caller;
    private final LakehouseCatalog catalog;
    private final PathRules paths;
    private final Reached reached;
    private final Map<Question, Optional<Relation>> answers = new HashMap<>();

    RelationRules(Caller caller, LakehouseCatalog catalog, PathRules paths, Reached reached) {
        this.caller = caller;
        this.catalog = catalog;
        this.paths = paths;
        this.reached = reached;
    }

    /**
     * The relation, which the caller may use so.
     *
     * @param view id of the nearest view around the name, whose owner then needs the right instead of the caller
     */
    Relation require(RelationName name, RelationAccess access, @Nullable String view) {
        Relation relation = ask(name, access, view).orElseThrow(() -> PolicyErrors.noSuchRelation(name));
        if (relation instanceof Relation.Table table) {
            reached.add(table.location().toString());
        }
        return relation;
    }

    /** The same for something that need not exist, as with CREATE OR REPLACE and IF EXISTS. */
    void requireIfThere(RelationName name, RelationAccess access) {
        if (ask(name, RelationAccess.DESCRIBE, null).isPresent()) {
            require(name, access, null);
        }
    }

    /** Files that no table of the catalog stands for. */
    void requirePlaces(List<String> places, PathAccess access) {
        for (String place : places) {
            if (!reached.covers(place)) {
                paths.authorize(caller, place, access);
            }
        }
    }

    private Optional<Relation> ask(RelationName name, RelationAccess access, @Nullable String view) {
        return answers.computeIfAbsent(
                new Question(name, access, view),
                question -> question.view() == null
                        ? catalog.relation(caller, name, access)
                        : catalog.relationThroughView(caller, question.view(), name));
    }
}
