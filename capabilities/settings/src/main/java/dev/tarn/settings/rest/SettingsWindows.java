package dev.tarn.settings.rest;

import com.databricks.sdk.service.compute.ClusterPoliciesService;
import com.databricks.sdk.service.compute.GlobalInitScriptsService;
import com.databricks.sdk.service.compute.PolicyFamiliesService;
import com.databricks.sdk.service.settings.IpAccessListsService;
import com.databricks.sdk.service.settings.NotificationDestinationsService;
import com.databricks.sdk.service.settings.WorkspaceConfService;
import dev.tarn.contract.Contract;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.http.Authenticator;
import dev.tarn.http.Dialect;
import dev.tarn.http.Request;
import dev.tarn.http.Response;
import dev.tarn.http.Routes;
import dev.tarn.settings.SettingsModule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Puts this room on the server. */
public final class SettingsWindows {
    private SettingsWindows() {}

    /** Serves the operations that the SDK states. */
    public static void serve(SettingsModule room, Contract contract) {
        contract.serve(
                WorkspaceConfService.class,
                caller -> new WorkspaceConfApi(caller, room.settings()),
                WorkspaceConfApi.class);
        contract.serve(
                IpAccessListsService.class,
                caller -> new IpAccessListsApi(caller, room.ipAccessLists()),
                IpAccessListsApi.class);
        contract.serve(
                GlobalInitScriptsService.class,
                caller -> new GlobalInitScriptsApi(caller, room.definitions()),
                GlobalInitScriptsApi.class);
        contract.serve(
                ClusterPoliciesService.class,
                caller -> new ClusterPoliciesApi(caller, room.definitions()),
                ClusterPoliciesApi.class);
        contract.serve(PolicyFamiliesService.class, caller -> new PolicyFamiliesApi(), PolicyFamiliesApi.class);
        contract.serve(
                NotificationDestinationsService.class,
                caller -> new NotificationDestinationsApi(caller, room.definitions()),
                NotificationDestinationsApi.class);
        new TypedSettings(room.settings()).serve(contract);
    }

    /** Adds what clients send on the side: telemetry, which is thrown away, and questions about features, of which there are none. */
    public static void route(Routes routes) {
        routes.route("POST", "/telemetry-ext", Dialect.DATABRICKS, "settings.telemetry", SettingsWindows::swallow);
        routes.route(
                "GET",
                "/api/2.0/connector-service/feature-flags/{client}/{version}",
                Dialect.DATABRICKS,
                "settings.featureFlags",
                (caller, request) -> Response.json(Json.write(Map.of("flags", List.of(), "ttl_seconds", 900))));
    }

    /** Lets in whom another authenticator knows, if they come from where they may. */
    public static Authenticator admitting(SettingsModule room, Authenticator inner) {
        return (credentials, request) -> {
            Caller caller = inner.authenticate(credentials, request);
            room.ipAccessLists().admit(caller);
            return caller;
        };
    }

    private static Response swallow(Caller caller, Request request) {
        long count = 0;
        try {
            count = Json.readTree(new String(request.body(), StandardCharsets.UTF_8))
                    .path("protoLogs")
                    .size();
        } catch (IllegalArgumentException e) {
            // what is not understood is thrown away like the rest
        }
        return Response.json(Json.write(Map.of("errors", List.of(), "numProtoSuccess", count)));
    }
}
