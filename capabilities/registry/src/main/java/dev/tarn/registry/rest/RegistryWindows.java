package dev.tarn.registry.rest;

import com.databricks.sdk.service.ml.ModelRegistryService;
import dev.tarn.contract.Contract;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.Routes;
import dev.tarn.registry.RegistryModule;
import java.util.ArrayList;
import java.util.List;

/** Puts this room on the server. */
public final class RegistryWindows {
    private RegistryWindows() {}

    public static void route(Contract contract, Routes routes, RegistryModule registry) {
        List<JsonOperation> operations = new ArrayList<>();
        operations.addAll(new ModelOperations(registry.models()).all());
        operations.addAll(new VersionOperations(registry.versions()).all());
        JsonOperation.route(operations, routes);
        contract.byHand(
                ModelRegistryService.class,
                "createModel",
                "createModelVersion",
                "deleteModel",
                "deleteModelTag",
                "deleteModelVersion",
                "deleteModelVersionTag",
                "getLatestVersions",
                "getModel",
                "getModelVersion",
                "getModelVersionDownloadUri",
                "listModels",
                "renameModel",
                "searchModelVersions",
                "searchModels",
                "setModelTag",
                "setModelVersionTag",
                "transitionStage",
                "updateModel",
                "updateModelVersion");
    }
}
