package dev.tarn.sql;

import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.sql.internal.HistoryRelation;
import dev.tarn.sql.internal.ProfileStore;
import dev.tarn.sql.internal.QueryStore;
import dev.tarn.sql.internal.QueryStore.Scope;
import dev.tarn.sql.internal.QueryWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Every statement that was submitted. Callers see their own; whoever has CAN_MONITOR on a warehouse sees all on it; workspace
 * administrators see all. Kept for {@link SqlConfig#historyRetention}.
 */
public final class QueryHistory {
    /** Profiles are large, and wanted soon or not at all. */
    private static final Duration PROFILES = Duration.ofDays(7);

    private final Database db;
    private final Clocks clocks;
    private final Duration retention;
    private final Warehouses warehouses;
    private final QueryStore store;
    private final ProfileStore profiles;
    private final QueryWriter writer;

    QueryHistory(Database db, Clocks clocks, Duration retention, Warehouses warehouses, Statements.History history) {
        this.db = db;
        this.clocks = clocks;
        this.retention = retention;
        this.warehouses = warehouses;
        this.store = history.store();
        this.profiles = history.profiles();
        this.writer = history.writer();
    }

    /** Queries that the caller may see, newest first. */
    public Page<QueryRecord> list(Caller caller, QueryFilter filter, PageRequest page) {
        writer.flush();
        return db.read(tx -> Page.of(
                store.list(tx, caller.workspace(), scope(tx, caller), filter, page.after(), page.size() + 1),
                page,
                QueryStore::sortKey));
    }

    /** The relation {@code system.query.history} for this caller; its rows are read when a query reads them. */
    public Relation.System rows(Caller caller) {
        return new Relation.System(
                new RelationName("system", "query", "history"),
                HistoryRelation.COLUMNS,
                () -> HistoryRelation.rows(request -> list(caller, QueryFilter.ALL, request)));
    }

    /** Deletes what is older than the retention; called now and then. */
    public void prune() {
        List<WorkspaceId> workspaces = db.read(store::workspaces);
        for (WorkspaceId workspace : workspaces) {
            var oldest = clocks.now(workspace).minus(retention);
            var oldestProfile = clocks.now(workspace).minus(PROFILES);
            db.change(tx -> {
                store.deleteBefore(tx, workspace, oldest);
                profiles.deleteBefore(tx, workspace, oldestProfile);
            });
        }
    }

    private Scope scope(Tx tx, Caller caller) {
        boolean all = caller.workspaceAdmin();
        return new Scope(all, caller.principal().id(), all ? Set.of() : Set.copyOf(warehouses.monitored(tx, caller)));
    }
}
