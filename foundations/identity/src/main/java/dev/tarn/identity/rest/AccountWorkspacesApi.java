package dev.tarn.identity.rest;

import com.databricks.sdk.service.provisioning.CreateWorkspaceRequest;
import com.databricks.sdk.service.provisioning.DeleteWorkspaceRequest;
import com.databricks.sdk.service.provisioning.GetWorkspaceRequest;
import com.databricks.sdk.service.provisioning.UpdateWorkspaceRequest;
import com.databricks.sdk.service.provisioning.Workspace;
import com.databricks.sdk.service.provisioning.WorkspaceStatus;
import com.databricks.sdk.service.provisioning.WorkspacesService;
import dev.tarn.contract.NotServed;
import dev.tarn.core.Caller;
import dev.tarn.identity.IdentityErrors;
import dev.tarn.identity.Workspaces;
import java.util.Collection;
import java.util.List;

/** The account's workspaces, to be read. Clouds, networks and encryption keys, which making one would need, do not exist here. */
public final class AccountWorkspacesApi implements WorkspacesService {
    private static final String READ_ONLY = "Workspaces are made by our own API";

    private final Caller caller;
    private final Workspaces workspaces;

    public AccountWorkspacesApi(Caller caller, Workspaces workspaces) {
        this.caller = caller;
        this.workspaces = workspaces;
    }

    @Override
    public Collection<Workspace> list() {
        return own().stream().map(this::answer).toList();
    }

    @Override
    public Workspace get(GetWorkspaceRequest request) {
        return own().stream()
                .filter(workspace ->
                        request.getWorkspaceId() != null && workspace.id().value() == request.getWorkspaceId())
                .findFirst()
                .map(this::answer)
                .orElseThrow(() -> IdentityErrors.workspaceNotFound(String.valueOf(request.getWorkspaceId())));
    }

    @Override
    @NotServed
    public Workspace create(CreateWorkspaceRequest request) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    @NotServed
    public Workspace delete(DeleteWorkspaceRequest request) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    @NotServed
    public Workspace update(UpdateWorkspaceRequest request) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    private List<dev.tarn.identity.Workspace> own() {
        return workspaces.list(caller).stream()
                .filter(workspace -> workspace.metastore().equals(caller.metastore()))
                .toList();
    }

    private Workspace answer(dev.tarn.identity.Workspace workspace) {
        return new Workspace()
                .setAccountId(caller.metastore())
                .setWorkspaceId(workspace.id().value())
                .setWorkspaceName(workspace.name())
                .setDeploymentName(workspace.name())
                .setCreationTime(workspace.createdAt().toEpochMilli())
                .setWorkspaceStatus(WorkspaceStatus.RUNNING)
                .setWorkspaceStatusMessage("Workspace is running.");
    }
}
