package dev.tarn.app;

import dev.tarn.contract.Contract;
import dev.tarn.core.Caller;
import dev.tarn.db.Tx;
import dev.tarn.git.GitModule;
import dev.tarn.git.rest.GitWindows;
import dev.tarn.http.Authenticator;
import dev.tarn.http.Routes;
import dev.tarn.identity.StoredPrincipals;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.WorkspaceListener;
import dev.tarn.secrets.SecretsModule;
import dev.tarn.secrets.rest.SecretsWindows;
import dev.tarn.settings.SettingsModule;
import dev.tarn.settings.rest.SettingsWindows;
import dev.tarn.workspace.WorkspaceModule;
import dev.tarn.workspace.rest.WorkspaceWindows;

/** What people keep in a workspace beside data: secrets, notebooks and files, git folders, settings. */
final class WorkspaceWing implements Wing, WorkspaceListener {
    private final Ground ground;
    private final SecretsModule secrets;
    private final WorkspaceModule tree;
    private final GitModule git;
    private final SettingsModule settings;

    WorkspaceWing(Ground ground, LakehouseWing lakehouse) {
        this.ground = ground;
        secrets = new SecretsModule(
                ground.db(),
                ground.access(),
                new StoredPrincipals(),
                ground.clocks(),
                ground.box(),
                ground.identity().workspaces()::administersServer);
        tree = new WorkspaceModule(ground.db(), ground.access(), new StoredPrincipals(), ground.clocks());
        git = new GitModule(
                ground.db(),
                ground.access(),
                ground.clocks(),
                ground.box(),
                ground.outbox(),
                Settings.git(ground.config(), ground.data()),
                tree.worktrees(),
                tree.trash());
        settings = new SettingsModule(ground.db(), ground.access().audit(), ground.clocks(), ground.box());
        lakehouse.catalog().metastores().keepDefaultsIn(new SettingsDefaultCatalogs(settings.settings()));
        ground.identity().tokens().limit(settings.settings()::tokenLifetime);
        ground.identity().principals().tell(tree.objects()::principalCreated);
        ground.identity().workspaces().listen(this);
    }

    @Override
    public void serve(Contract contract) {
        SecretsWindows.serve(secrets, contract);
        SettingsWindows.serve(settings, contract);
        WorkspaceWindows.serve(tree, ground.access().objectPermissions(), contract);
        GitWindows.serve(git, ground.access().objectPermissions(), contract);
    }

    @Override
    public void route(Contract contract, Routes routes) {
        SecretsWindows.route(secrets, routes);
        WorkspaceWindows.route(tree, contract, routes);
        GitWindows.route(git, routes);
        SettingsWindows.route(routes);
    }

    /** Lets in whom another authenticator knows, if they come from where the workspace may be reached. */
    Authenticator admitting(Authenticator inner) {
        return SettingsWindows.admitting(settings, inner);
    }

    @Override
    public void start() {
        ground.closeLater(
                new Housekeeping(ground.identity().workspaces(), "objects in the trash", tree.trash()::purgeExpired)
                        .start());
    }

    @Override
    public void created(Tx tx, Caller system, Workspace workspace) {
        tree.objects().workspaceCreated(tx, system);
    }

    /** What a workspace's objects leave behind in the rooms that keep them. */
    @Override
    public void dropped(Tx tx, Workspace workspace) {
        secrets.scopes().deleteWorkspace(tx, workspace.id());
        git.folders().deleteWorkspace(tx, workspace.id());
        tree.objects().deleteWorkspace(tx, workspace.id());
        settings.settings().deleteWorkspace(tx, workspace.id());
        ground.access().objects().workspaceDropped(tx, workspace.id());
    }
}
