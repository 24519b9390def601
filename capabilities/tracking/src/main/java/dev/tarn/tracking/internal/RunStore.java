package dev.tarn.tracking.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.tracking.Lifecycle;
import dev.tarn.tracking.RunInfo;
import dev.tarn.tracking.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes runs themselves; what is logged to them is in the other stores. */
public final class RunStore {
    static final String COLUMNS = "r.number, r.id, r.experiment, e.id AS experiment_id, r.name, r.user_id, r.status,"
            + " r.start_time, r.end_time, r.artifact_uri, r.lifecycle";

    public void insert(Tx tx, WorkspaceId workspace, RunInfo run) {
        tx.update(
                """
                INSERT INTO tracking_run (number, workspace, experiment, id, name, user_id, status, start_time, end_time,
                  artifact_uri, lifecycle)
                VALUES (:number, :workspace, :experiment, :id, :name, :user, :status, :start, :end, :uri, :lifecycle)
                """,
                Map.ofEntries(
                        Map.entry("number", run.number()),
                        Map.entry("workspace", workspace.value()),
                        Map.entry("experiment", run.experiment()),
                        Map.entry("id", run.id()),
                        Map.entry("name", run.name()),
                        Map.entry("user", run.userId()),
                        Map.entry("status", run.status()),
                        Map.entry("start", run.startTime()),
                        Map.entry("end", run.endTime()),
                        Map.entry("uri", run.artifactUri()),
                        Map.entry("lifecycle", run.lifecycle())));
    }

    public Optional<RunInfo> find(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT " + COLUMNS + " FROM tracking_run r JOIN tracking_experiment e ON e.number = r.experiment"
                        + " WHERE r.workspace = :workspace AND r.id = :id",
                Map.of("workspace", workspace.value(), "id", id),
                RunStore::run);
    }

    /** Writes name, status and end. */
    public void update(Tx tx, RunInfo run) {
        tx.update(
                "UPDATE tracking_run SET name = :name, status = :status, end_time = :end WHERE number = :number",
                Map.of("number", run.number(), "name", run.name(), "status", run.status(), "end", run.endTime()));
    }

    public void setLifecycle(Tx tx, long number, Lifecycle lifecycle, Optional<Instant> deletedAt) {
        tx.update(
                "UPDATE tracking_run SET lifecycle = :lifecycle, deleted_at = :deleted WHERE number = :number",
                Map.of("number", number, "lifecycle", lifecycle, "deleted", deletedAt));
    }

    /** An experiment's runs go and come back with it, except for those that had been deleted before. */
    public void setLifecycleOfAll(
            Tx tx, long experiment, Lifecycle lifecycle, Optional<Instant> deletedAt, Instant at) {
        String which = lifecycle == Lifecycle.DELETED ? "lifecycle = 'ACTIVE'" : "deleted_at = :at";
        tx.update(
                "UPDATE tracking_run SET lifecycle = :lifecycle, deleted_at = :deleted WHERE experiment = :experiment AND "
                        + which,
                Map.of("experiment", experiment, "lifecycle", lifecycle, "deleted", deletedAt, "at", at));
    }

    /** Runs of an experiment that began at or before a time, or were deleted at or after one, the oldest first. */
    public List<RunInfo> list(Tx tx, long experiment, Lifecycle lifecycle, long time, int limit) {
        String when = lifecycle == Lifecycle.ACTIVE ? "r.start_time <= :time" : "r.deleted_at >= :time";
        return tx.list(
                "SELECT " + COLUMNS + " FROM tracking_run r JOIN tracking_experiment e ON e.number = r.experiment"
                        + " WHERE r.experiment = :experiment AND r.lifecycle = :lifecycle AND " + when
                        + " ORDER BY r.start_time, r.number LIMIT :limit",
                Map.of("experiment", experiment, "lifecycle", lifecycle, "time", time, "limit", limit),
                RunStore::run);
    }

    static RunInfo run(Row row) {
        return new RunInfo(
                row.number("number"),
                row.text("id"),
                row.number("experiment"),
                row.text("experiment_id"),
                row.text("name"),
                row.text("user_id"),
                row.value("status", RunStatus.class),
                row.number("start_time"),
                row.findNumber("end_time"),
                row.text("artifact_uri"),
                row.value("lifecycle", Lifecycle.class));
    }
}
