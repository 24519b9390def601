package dev.tarn.tracking.rest;

import com.databricks.sdk.service.ml.ExperimentsService;
import dev.tarn.contract.Contract;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.Routes;
import dev.tarn.tracking.TrackingModule;
import java.util.ArrayList;
import java.util.List;

/** Puts this room on the server: MLflow's protocol is wider than the SDK's classes, so all of it is served by routes of its own. */
public final class TrackingWindows {
    private TrackingWindows() {}

    public static void route(Contract contract, Routes routes, TrackingModule tracking) {
        List<JsonOperation> operations = new ArrayList<>();
        operations.addAll(new ExperimentOperations(tracking.experiments()).all());
        operations.addAll(new RunOperations(tracking.runs()).all());
        operations.addAll(new MetricOperations(tracking.metrics()).all());
        operations.addAll(new ModelOperations(tracking.models()).all());
        operations.addAll(new ArtifactOperations(tracking.artifacts(), tracking.links()).all());
        JsonOperation.route(operations, routes);
        new ArtifactRoutes(tracking.artifacts(), tracking.links()).add(routes);
        contract.byHand(
                ExperimentsService.class,
                "createExperiment",
                "createLoggedModel",
                "createRun",
                "deleteExperiment",
                "deleteLoggedModel",
                "deleteLoggedModelTag",
                "deleteRun",
                "deleteRuns",
                "deleteTag",
                "finalizeLoggedModel",
                "getByName",
                "getExperiment",
                "getHistory",
                "getLoggedModel",
                "listArtifacts",
                "listExperiments",
                "logBatch",
                "logInputs",
                "logLoggedModelParams",
                "logMetric",
                "logModel",
                "logOutputs",
                "logParam",
                "restoreExperiment",
                "restoreRun",
                "restoreRuns",
                "searchExperiments",
                "searchLoggedModels",
                "searchRuns",
                "setExperimentTag",
                "setLoggedModelTags",
                "setTag",
                "updateExperiment",
                "updateRun");
    }
}
