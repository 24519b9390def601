package dev.tarn.app;

import dev.tarn.access.AccessModule;
import dev.tarn.db.Tx;
import dev.tarn.identity.Workspace;
import dev.tarn.identity.WorkspaceListener;
import dev.tarn.secrets.SecretsModule;

/** What a workspace's objects leave behind in the rooms that keep them, when the workspace is dropped. */
record RoomsOfWorkspaces(AccessModule access, SecretsModule secrets) implements WorkspaceListener {
    @Override
    public void dropped(Tx tx, Workspace workspace) {
        secrets.scopes().deleteWorkspace(tx, workspace.id());
        access.objects().workspaceDropped(tx, workspace.id());
    }
}
