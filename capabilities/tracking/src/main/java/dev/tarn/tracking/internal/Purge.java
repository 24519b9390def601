package dev.tarn.tracking.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;

/** Removes rows for good, children first. */
public final class Purge {
    private static final List<String> OF_RUN = List.of(
            "DELETE FROM tracking_point WHERE series IN (SELECT m.series FROM tracking_metric m WHERE m.run IN (%s))",
            "DELETE FROM tracking_metric WHERE run IN (%s)",
            "DELETE FROM tracking_param WHERE run IN (%s)",
            "DELETE FROM tracking_tag WHERE run IN (%s)",
            "DELETE FROM tracking_input WHERE run IN (%s)",
            "DELETE FROM tracking_run_model WHERE run IN (%s)");
    private static final List<String> OF_MODEL = List.of(
            "DELETE FROM tracking_model_value WHERE model IN (%s)",
            "DELETE FROM tracking_model_metric WHERE model IN (%s)");

    public void run(Tx tx, long run) {
        Map<String, Object> values = Map.of("run", run);
        OF_RUN.forEach(delete -> tx.update(delete.formatted(":run"), values));
        tx.update("DELETE FROM tracking_run WHERE number = :run", values);
    }

    /** Everything in an experiment; the experiment itself stays. */
    public void experiment(Tx tx, long experiment) {
        Map<String, Object> values = Map.of("experiment", experiment);
        contents(tx, "experiment = :experiment", values);
        tx.update("DELETE FROM tracking_dataset WHERE experiment = :experiment", values);
    }

    public void workspace(Tx tx, WorkspaceId workspace) {
        Map<String, Object> values = Map.of("workspace", workspace.value());
        contents(tx, "workspace = :workspace", values);
        String experiments = " IN (SELECT number FROM tracking_experiment WHERE workspace = :workspace)";
        tx.update("DELETE FROM tracking_dataset WHERE experiment" + experiments, values);
        tx.update("DELETE FROM tracking_experiment_tag WHERE experiment" + experiments, values);
        tx.update("DELETE FROM tracking_experiment WHERE workspace = :workspace", values);
    }

    private static void contents(Tx tx, String where, Map<String, Object> values) {
        String runs = "SELECT number FROM tracking_run WHERE " + where;
        OF_RUN.forEach(delete -> tx.update(delete.formatted(runs), values));
        tx.update("DELETE FROM tracking_run WHERE " + where, values);
        String models = "SELECT number FROM tracking_model WHERE " + where;
        OF_MODEL.forEach(delete -> tx.update(delete.formatted(models), values));
        tx.update("DELETE FROM tracking_model WHERE " + where, values);
    }
}
