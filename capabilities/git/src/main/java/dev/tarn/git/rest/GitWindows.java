package dev.tarn.git.rest;

import com.databricks.sdk.service.workspace.GitCredentialsService;
import com.databricks.sdk.service.workspace.ReposService;
import dev.tarn.access.ObjectPermissions;
import dev.tarn.contract.Contract;
import dev.tarn.git.GitModule;
import dev.tarn.http.Routes;

/** Puts this room on the server. */
public final class GitWindows {
    private GitWindows() {}

    /** Serves the operations that the SDK states. */
    public static void serve(GitModule room, ObjectPermissions permissions, Contract contract) {
        contract.serve(ReposService.class, caller -> new ReposApi(caller, room.folders(), permissions), ReposApi.class);
        contract.serve(
                GitCredentialsService.class,
                caller -> new GitCredentialsApi(caller, room.credentials()),
                GitCredentialsApi.class);
    }

    /** Adds what the SDK does not state. */
    public static void route(GitModule room, Routes routes) {
        new GitExtras(room).register(routes);
    }
}
