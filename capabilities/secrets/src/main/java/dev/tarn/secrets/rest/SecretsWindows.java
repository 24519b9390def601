package dev.tarn.secrets.rest;

import com.databricks.sdk.service.workspace.SecretsService;
import dev.tarn.contract.Contract;
import dev.tarn.core.Json;
import dev.tarn.http.Dialect;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.secrets.SecretsModule;
import java.util.Map;

/** Puts this room on the server. */
public final class SecretsWindows {
    private SecretsWindows() {}

    /** Serves the operations that the SDK states. */
    public static void serve(SecretsModule room, Contract contract) {
        contract.serve(SecretsService.class, caller -> new SecretsApi(caller, room), SecretsApi.class);
    }

    /** Adds what the SDK does not state: the rotation of the master key. */
    public static void route(SecretsModule room, Routes routes) {
        routes.route(
                "POST",
                "/api/tarn/v1/master-key/rotate",
                Dialect.DATABRICKS,
                "secrets.rotateMasterKey",
                (caller, request) ->
                        Response.json(Json.write(Map.of("sealed", room.secrets().rotateMasterKey(caller)))));
    }
}
