package dev.tarn.queries;

import dev.tarn.access.Authorized;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.queries.Visualization.Drawing;
import dev.tarn.queries.internal.VisualizationStore;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** How the results of saved queries are drawn. Seeing needs CAN_VIEW on the query, everything else CAN_EDIT. */
public final class Visualizations {
    private final Database db;
    private final Clocks clocks;
    private final SavedQueries queries;
    private final VisualizationStore store;

    Visualizations(Database db, Clocks clocks, SavedQueries queries, VisualizationStore store) {
        this.db = db;
        this.clocks = clocks;
        this.queries = queries;
        this.store = store;
    }

    /** @throws AppException NOT_FOUND for a query that the caller may not see, PERMISSION_DENIED for one they may not edit */
    public Visualization create(Caller caller, String queryId, Drawing drawing) {
        return db.write(tx -> {
            Authorized<SavedQuery> query = queries.authorized(tx, caller, PermissionLevel.CAN_EDIT, queryId);
            Instant now = clocks.now(caller);
            Visualization created = new Visualization(Ids.uuid(), queryId, drawing, now, now);
            store.insert(tx, query, created);
            return created;
        });
    }

    public Page<Visualization> list(Caller caller, String queryId, PageRequest page) {
        return db.read(tx -> Page.of(
                store.list(tx, queries.authorized(tx, caller, PermissionLevel.CAN_VIEW, queryId), page),
                page,
                Visualization::id));
    }

    /** Changes a drawing. */
    public Visualization update(Caller caller, String id, UnaryOperator<Drawing> change) {
        return db.write(tx -> {
            Visualization old = find(tx, caller, id);
            Authorized<SavedQuery> query = query(tx, caller, old);
            Visualization changed = new Visualization(
                    id, old.queryId(), change.apply(old.drawing()), old.createdAt(), clocks.now(caller));
            store.update(tx, query, changed);
            return changed;
        });
    }

    public void delete(Caller caller, String id) {
        db.change(tx -> store.delete(tx, query(tx, caller, find(tx, caller, id)), id));
    }

    private Visualization find(Tx tx, Caller caller, String id) {
        return store.find(tx, caller.workspace(), id).orElseThrow(() -> QueryErrors.noVisualization(id));
    }

    /** The query of a visualization; one that may not be seen makes the visualization look like one that does not exist. */
    private Authorized<SavedQuery> query(Tx tx, Caller caller, Visualization visualization) {
        try {
            return queries.authorized(tx, caller, PermissionLevel.CAN_EDIT, visualization.queryId());
        } catch (AppException e) {
            throw e.kind() == dev.tarn.core.ErrorKind.NOT_FOUND ? QueryErrors.noVisualization(visualization.id()) : e;
        }
    }
}
