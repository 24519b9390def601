package dev.tarn.workspace.rest;

import com.databricks.sdk.service.workspace.WorkspaceService;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.contract.Contract;
import dev.tarn.http.Routes;
import dev.tarn.workspace.WorkspaceModule;

/** Puts this room on the server. */
public final class WorkspaceWindows {
    private WorkspaceWindows() {}

    /** Serves the operations that the SDK states. */
    public static void serve(WorkspaceModule room, ObjectPermissions permissions, Contract contract) {
        contract.serve(
                WorkspaceService.class, caller -> new WorkspaceApi(caller, room, permissions), WorkspaceApi.class);
    }

    /**
     * Adds what the SDK does not state. To be called after {@link #serve} and before the contract's routes are added: imports and
     * exports have windows of their own, which pass on what the contract states.
     */
    public static void route(WorkspaceModule room, Contract contract, Routes routes) {
        new WorkspaceRoutes(room, contract).register(routes);
        new WorkspaceExtras(room).register(routes);
    }
}
