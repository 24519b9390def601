package dev.tarn.queries;

import dev.tarn.access.Audit;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PrincipalDirectory;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.queries.internal.QueryStore;
import dev.tarn.queries.internal.VersionStore;
import dev.tarn.queries.internal.VisualizationStore;

/** Wires the room. */
public final class QueriesModule {
    private final SavedQueries queries;
    private final Visualizations visualizations;

    public QueriesModule(Database db, ObjectAcls acls, Audit audit, Clocks clocks, PrincipalDirectory principals) {
        acls.serve(SavedQuery.TYPE);
        VisualizationStore drawings = new VisualizationStore();
        queries = new SavedQueries(
                db,
                acls,
                audit,
                clocks,
                principals,
                new SavedQueries.Stores(new QueryStore(), new VersionStore(), drawings));
        visualizations = new Visualizations(db, clocks, queries, drawings);
    }

    public SavedQueries queries() {
        return queries;
    }

    public Visualizations visualizations() {
        return visualizations;
    }
}
