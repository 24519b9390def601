package dev.tarn.app;

import dev.tarn.contract.Contract;
import dev.tarn.db.Tx;
import dev.tarn.http.Routes;
import dev.tarn.identity.StoredPrincipals;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.WorkspaceListener;
import dev.tarn.queries.QueriesModule;
import dev.tarn.queries.rest.QueriesWindows;

/** Saved queries. */
final class QueriesWing implements Wing, WorkspaceListener {
    private final Ground ground;
    private final QueriesModule queries;

    QueriesWing(Ground ground) {
        this.ground = ground;
        queries = new QueriesModule(
                ground.db(),
                ground.access().objects(),
                ground.access().audit(),
                ground.clocks(),
                new StoredPrincipals());
        ground.identity().workspaces().listen(this);
    }

    @Override
    public void serve(Contract contract) {
        QueriesWindows.serve(contract, queries);
    }

    @Override
    public void route(Contract contract, Routes routes) {
        QueriesWindows.route(routes, queries);
    }

    @Override
    public void start() {
        ground.closeLater(
                new Housekeeping(ground.identity().workspaces(), "trashed queries", queries.queries()::purge).start());
    }

    @Override
    public void detached(Tx tx, Workspace workspace) {
        queries.queries().deleteWorkspace(tx, workspace.id());
    }

    @Override
    public void dropped(Tx tx, Workspace workspace) {
        queries.queries().deleteWorkspace(tx, workspace.id());
    }
}
