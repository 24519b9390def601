package dev.tarn.app;

import dev.tarn.contract.Contract;
import dev.tarn.core.Caller;
import dev.tarn.db.Tx;
import dev.tarn.http.Routes;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.WorkspaceListener;
import dev.tarn.identity.Workspaces;
import dev.tarn.registry.RegistryModule;
import dev.tarn.registry.rest.RegistryWindows;
import dev.tarn.tracking.TrackingModule;
import dev.tarn.tracking.rest.TrackingWindows;

/** MLflow: tracking, artifacts and the model registry. */
final class MlflowWing implements Wing, WorkspaceListener {
    private final Ground ground;
    private final TrackingModule tracking;
    private final RegistryModule registry;

    MlflowWing(Ground ground, LakehouseWing lakehouse) {
        this.ground = ground;
        tracking = new TrackingModule(
                ground.db(),
                ground.access().objects(),
                ground.access().audit(),
                ground.clocks(),
                new TrackingModule.ArtifactPlace(
                        lakehouse.storage().files(), ground.data().directory("mlflow")));
        tracking.listen(ground.outbox());
        registry = new RegistryModule(
                ground.db(), ground.access().objects(), ground.access().audit(), ground.clocks(), tracking);
        lakehouse.system().add(new MlflowRelations(tracking, registry).all());
        ground.identity().workspaces().listen(this);
    }

    @Override
    public void serve(Contract contract) {}

    @Override
    public void route(Contract contract, Routes routes) {
        TrackingWindows.route(contract, routes, tracking);
        RegistryWindows.route(contract, routes, registry);
    }

    /** Workspaces that are older than this room get their default experiment now. */
    @Override
    public void start() {
        Workspaces workspaces = ground.identity().workspaces();
        workspaces
                .defaultWorkspace()
                .ifPresent(first -> workspaces
                        .list(Caller.system(first.id(), first.metastore()))
                        .forEach(workspace -> tracking.experiments()
                                .ensureDefault(Caller.system(workspace.id(), workspace.metastore()))));
    }

    @Override
    public void created(Tx tx, Caller system, Workspace workspace) {
        tracking.experiments().createDefault(tx, system);
    }

    @Override
    public void detached(Tx tx, Workspace workspace) {
        tracking.experiments().deleteWorkspace(tx, workspace.id());
        registry.models().deleteWorkspace(tx, workspace.id());
    }

    @Override
    public void dropped(Tx tx, Workspace workspace) {
        tracking.experiments().deleteWorkspace(tx, workspace.id());
        registry.models().deleteWorkspace(tx, workspace.id());
    }
}
