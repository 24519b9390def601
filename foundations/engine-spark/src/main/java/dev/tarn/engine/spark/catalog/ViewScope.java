package dev.tarn.engine.spark.catalog;

import dev.tarn.engine.catalog.Relation;
import java.util.Optional;
import org.apache.spark.sql.catalyst.analysis.AnalysisContext;
import scala.collection.immutable.Seq;

/**
 * The place in which a view's text is read. Spark resolves the names of a view in the catalog that the view says; ours say a catalog
 * whose name carries the view's id, so that every look-up knows the view around it and goes by the view owner's rights.
 *
 * @param viewId empty outside views
 */
public record ViewScope(String viewId, String catalog, String schema) {
    public static final ViewScope NONE = new ViewScope("", "", "");
    private static final String PREFIX = "view\u0001";

    static ViewScope of(Relation.View view) {
        return new ViewScope(view.id(), view.catalog(), view.schema());
    }

    boolean inView() {
        return !viewId.isEmpty();
    }

    String encode() {
        return PREFIX + viewId + "\u0001" + catalog + "\u0001" + schema;
    }

    /** Reads a catalog's name; {@link #NONE} for an ordinary one. */
    public static ViewScope of(String catalogName) {
        if (!catalogName.startsWith(PREFIX)) {
            return NONE;
        }
        String[] parts = catalogName.substring(PREFIX.length()).split("\u0001", 3);
        return new ViewScope(parts[0], parts[1], parts[2]);
    }

    /** The view whose text is being resolved on this thread. */
    public static Optional<String> current() {
        Seq<String> place = AnalysisContext.get().catalogAndNamespace();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        ViewScope scope = of(place.head());
        return scope.inView() ? Optional.of(scope.viewId()) : Optional.empty();
    }
}
