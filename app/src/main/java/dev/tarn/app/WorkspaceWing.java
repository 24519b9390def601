package dev.tarn.app;

import dev.tarn.contract.Contract;
import dev.tarn.db.Tx;
import dev.tarn.http.Routes;
import dev.tarn.identity.StoredPrincipals;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.WorkspaceListener;
import dev.tarn.secrets.SecretsModule;
import dev.tarn.secrets.rest.SecretsWindows;

/** What people keep in a workspace beside data: secrets. */
final class WorkspaceWing implements Wing, WorkspaceListener {
    private final Ground ground;
    private final SecretsModule secrets;

    WorkspaceWing(Ground ground) {
        this.ground = ground;
        secrets = new SecretsModule(
                ground.db(),
                ground.access(),
                new StoredPrincipals(),
                ground.clocks(),
                ground.box(),
                ground.identity().workspaces()::administersServer);
        ground.identity().workspaces().listen(this);
    }

    @Override
    public void serve(Contract contract) {
        SecretsWindows.serve(secrets, contract);
    }

    @Override
    public void route(Contract contract, Routes routes) {
        SecretsWindows.route(secrets, routes);
    }

    /** What a workspace's objects leave behind in the rooms that keep them. */
    @Override
    public void dropped(Tx tx, Workspace workspace) {
        secrets.scopes().deleteWorkspace(tx, workspace.id());
        ground.access().objects().workspaceDropped(tx, workspace.id());
    }
}
