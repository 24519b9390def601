package dev.tarn.tracking;

import dev.tarn.access.Audit;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Page;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.tracking.internal.InputStore;
import dev.tarn.tracking.internal.MetricStore;
import dev.tarn.tracking.internal.ModelStore;
import dev.tarn.tracking.internal.Numbers;
import dev.tarn.tracking.internal.Purge;
import dev.tarn.tracking.internal.RunSearch;
import dev.tarn.tracking.internal.RunStore;
import dev.tarn.tracking.internal.ValueStore;
import dev.tarn.tracking.search.FilterParser;
import dev.tarn.tracking.search.Grammar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs and what is logged to them. Reading needs CAN_READ on the run's experiment, everything else CAN_EDIT. A request that is
 * sent twice leaves what it left the first time, so that clients can retry.
 */
public final class Runs {
    private static final String AUDIT = "mlflowExperiment";
    private static final String RUN_NAME = "mlflow.runName";
    private static final int CHUNK = 1000;

    private final Database db;
    private final Audit audit;
    private final Clocks clocks;
    private final Experiments experiments;
    private final Stores stores;

    /** What this door writes to. */
    record Stores(
            RunStore runs,
            MetricStore metrics,
            ValueStore values,
            InputStore inputs,
            ModelStore models,
            Purge purge,
            Numbers numbers) {}

    Runs(Database db, Audit audit, Clocks clocks, Experiments experiments, Stores stores) {
        this.db = db;
        this.audit = audit;
        this.clocks = clocks;
        this.experiments = experiments;
        this.stores = stores;
    }

    /**
     * Begins a run in an active experiment.
     *
     * @param name empty for a name of our making
     * @param startTime epoch milliseconds; empty for now
     */
    public Run create(
            Caller caller, String experimentId, Optional<String> name, Optional<Long> startTime, List<KeyValue> tags) {
        List<KeyValue> kept = Rules.tags(tags);
        String runName = name(name, kept);
        Instant now = clocks.now(caller);
        return db.write(tx -> {
            Experiment experiment = Experiments.active(experiments
                    .authorized(tx, caller, PermissionLevel.CAN_EDIT, experimentId)
                    .value());
            String id = UUID.randomUUID().toString().replace("-", "");
            RunInfo run = new RunInfo(
                    stores.numbers().next(now),
                    id,
                    experiment.number(),
                    experiment.id(),
                    runName,
                    caller.principal().name(),
                    RunStatus.RUNNING,
                    startTime.orElse(now.toEpochMilli()),
                    Optional.empty(),
                    experiment.artifactLocation() + "/" + id + "/artifacts",
                    Lifecycle.ACTIVE);
            stores.runs().insert(tx, caller.workspace(), run);
            List<KeyValue> all = new ArrayList<>(kept);
            if (kept.stream().noneMatch(tag -> tag.key().equals(RUN_NAME))) {
                all.add(new KeyValue(RUN_NAME, runName));
            }
            stores.values().putTags(tx, run, all);
            return new Run(run, List.of(), List.of(), all, List.of(), List.of(), List.of());
        });
    }

    public Run get(Caller caller, String id) {
        return db.read(tx -> {
            RunInfo run = authorized(tx, caller, PermissionLevel.CAN_READ, id);
            return filled(tx, List.of(run)).get(0);
        });
    }

    /** Changes status, end or name of an active run; what is empty stays. */
    public RunInfo update(
            Caller caller, String id, Optional<RunStatus> status, Optional<Long> endTime, Optional<String> name) {
        return db.write(tx -> {
            RunInfo old = active(authorized(tx, caller, PermissionLevel.CAN_EDIT, id));
            RunInfo run = new RunInfo(
                    old.number(),
                    old.id(),
                    old.experiment(),
                    old.experimentId(),
                    name.orElse(old.name()),
                    old.userId(),
                    status.orElse(old.status()),
                    old.startTime(),
                    endTime.or(old::endTime),
                    old.artifactUri(),
                    old.lifecycle());
            stores.runs().update(tx, run);
            name.ifPresent(given -> stores.values().putTags(tx, run, List.of(new KeyValue(RUN_NAME, given))));
            return run;
        });
    }

    /** Logs metrics, params and tags, all of them or, if one is wrong, none. */
    public void log(Caller caller, String id, Batch batch) {
        Rules.batch(batch);
        List<KeyValue> params = Rules.params(batch.params());
        List<KeyValue> tags = Rules.tags(batch.tags());
        Instant now = clocks.now(caller);
        db.change(tx -> {
            RunInfo run = active(authorized(tx, caller, PermissionLevel.CAN_EDIT, id));
            stores.values().putParams(tx, run, params);
            stores.metrics().put(tx, run, batch.metrics(), now);
            stores.models().putMetrics(tx, caller.workspace(), run, batch.metrics());
            stores.values().putTags(tx, run, tags);
            tags.stream()
                    .filter(tag -> tag.key().equals(RUN_NAME))
                    .findFirst()
                    .ifPresent(tag -> stores.runs().update(tx, named(run, tag.value())));
        });
    }

    public void deleteTag(Caller caller, String id, String key) {
        db.change(tx -> {
            RunInfo run = active(authorized(tx, caller, PermissionLevel.CAN_EDIT, id));
            if (!stores.values().deleteTag(tx, run, key)) {
                throw TrackingErrors.noTag(key, "run with id " + id);
            }
        });
    }

    /** Says what a run read. */
    public void logInputs(Caller caller, String id, List<DatasetInput> datasets, List<Run.ModelLink> models) {
        db.change(tx -> {
            RunInfo run = active(authorized(tx, caller, PermissionLevel.CAN_EDIT, id));
            stores.inputs().putInputs(tx, run, datasets, clocks.now(caller));
            stores.inputs().putModels(tx, run, "INPUT", models);
        });
    }

    /** Says which logged models a run made. */
    public void logOutputs(Caller caller, String id, List<Run.ModelLink> models) {
        db.change(tx -> {
            RunInfo run = active(authorized(tx, caller, PermissionLevel.CAN_EDIT, id));
            stores.inputs().putModels(tx, run, "OUTPUT", models);
        });
    }

    /** The runs that match, of those of the experiments that the caller may read. */
    public Page<Run> search(Caller caller, List<String> experimentIds, SearchRequest request) {
        var conditions = FilterParser.filter(Grammar.RUNS, request.filter());
        var orders = FilterParser.orders(Grammar.RUNS, request.orderBy());
        return db.read(tx -> {
            Page<RunInfo> page = request.page(RunSearch.find(
                    tx,
                    new RunSearch.Wanted(
                            experiments.readable(tx, caller, experimentIds),
                            conditions,
                            orders,
                            request.view(),
                            request.offset(),
                            request.size() + 1)));
            return new Page<>(filled(tx, page.items()), page.next());
        });
    }

    /** Deletes a run, so that it can be restored; deleting it again changes nothing. */
    public void delete(Caller caller, String id) {
        setLifecycle(caller, id, Lifecycle.DELETED);
    }

    public void restore(Caller caller, String id) {
        setLifecycle(caller, id, Lifecycle.ACTIVE);
    }

    /** Deletes runs of an experiment that began at or before a time, the oldest first, and returns how many. */
    public int deleteAll(Caller caller, String experimentId, long maxTimestamp, int limit) {
        return setLifecycleOfAll(caller, experimentId, Lifecycle.ACTIVE, maxTimestamp, limit);
    }

    /** Restores runs of an experiment that were deleted at or after a time, the oldest first, and returns how many. */
    public int restoreAll(Caller caller, String experimentId, long minTimestamp, int limit) {
        return setLifecycleOfAll(caller, experimentId, Lifecycle.DELETED, minTimestamp, limit);
    }

    /** Deletes a deleted run for good, with its artifacts. Needs CAN_MANAGE on the experiment. */
    public void purge(Caller caller, String id) {
        db.change(tx -> {
            RunInfo run = authorized(tx, caller, PermissionLevel.CAN_MANAGE, id);
            if (run.lifecycle() != Lifecycle.DELETED) {
                throw TrackingErrors.runState(run, Lifecycle.DELETED);
            }
            stores.purge().run(tx, run.number());
            tx.emit(
                    Experiments.PURGED,
                    caller.workspace(),
                    Artifacts.folder(caller.workspace(), List.of(run.experimentId(), run.id())),
                    clocks.now(caller));
        });
        audit.record(caller, AUDIT, "purgeRun", id, Map.of(), "");
    }

    RunInfo authorized(Tx tx, Caller caller, PermissionLevel level, String id) {
        RunInfo run = stores.runs().find(tx, caller.workspace(), id).orElseThrow(() -> TrackingErrors.noRun(id));
        experiments.authorized(tx, caller, level, run.experiment(), () -> TrackingErrors.noRun(id));
        return run;
    }

    private List<Run> filled(Tx tx, List<RunInfo> runs) {
        List<Run> filled = new ArrayList<>(runs.size());
        for (int from = 0; from < runs.size(); from += CHUNK) {
            List<RunInfo> chunk = runs.subList(from, Math.min(runs.size(), from + CHUNK));
            List<Long> numbers = chunk.stream().map(RunInfo::number).toList();
            var metrics = stores.metrics().latest(tx, numbers);
            var params = stores.values().params(tx, numbers);
            var tags = stores.values().tags(tx, numbers);
            var inputs = stores.inputs().inputs(tx, numbers);
            var read = stores.inputs().models(tx, "INPUT", numbers);
            var made = stores.inputs().models(tx, "OUTPUT", numbers);
            for (RunInfo run : chunk) {
                filled.add(new Run(
                        run,
                        metrics.getOrDefault(run.number(), List.of()),
                        params.getOrDefault(run.number(), List.of()),
                        tags.getOrDefault(run.number(), List.of()),
                        inputs.getOrDefault(run.number(), List.of()),
                        read.getOrDefault(run.number(), List.of()),
                        made.getOrDefault(run.number(), List.of())));
            }
        }
        return filled;
    }

    private void setLifecycle(Caller caller, String id, Lifecycle lifecycle) {
        db.change(tx -> {
            RunInfo run = authorized(tx, caller, PermissionLevel.CAN_EDIT, id);
            if (run.lifecycle() != lifecycle) {
                stores.runs().setLifecycle(tx, run.number(), lifecycle, deletedAt(caller, lifecycle));
            }
        });
        audit.record(caller, AUDIT, lifecycle == Lifecycle.DELETED ? "deleteRun" : "restoreRun", id, Map.of(), "");
    }

    private int setLifecycleOfAll(Caller caller, String experimentId, Lifecycle from, long time, int limit) {
        Lifecycle to = from == Lifecycle.ACTIVE ? Lifecycle.DELETED : Lifecycle.ACTIVE;
        int count = db.write(tx -> {
            Experiment experiment = experiments
                    .authorized(tx, caller, PermissionLevel.CAN_EDIT, experimentId)
                    .value();
            List<RunInfo> runs = stores.runs().list(tx, experiment.number(), from, time, limit);
            runs.forEach(run -> stores.runs().setLifecycle(tx, run.number(), to, deletedAt(caller, to)));
            return runs.size();
        });
        audit.record(
                caller,
                AUDIT,
                to == Lifecycle.DELETED ? "deleteRuns" : "restoreRuns",
                experimentId,
                Map.of("count", String.valueOf(count)),
                "");
        return count;
    }

    private Optional<Instant> deletedAt(Caller caller, Lifecycle lifecycle) {
        return lifecycle == Lifecycle.DELETED ? Optional.of(clocks.now(caller)) : Optional.empty();
    }

    static RunInfo active(RunInfo run) {
        if (run.lifecycle() != Lifecycle.ACTIVE) {
            throw TrackingErrors.runState(run, Lifecycle.ACTIVE);
        }
        return run;
    }

    private static RunInfo named(RunInfo run, String name) {
        return new RunInfo(
                run.number(),
                run.id(),
                run.experiment(),
                run.experimentId(),
                name,
                run.userId(),
                run.status(),
                run.startTime(),
                run.endTime(),
                run.artifactUri(),
                run.lifecycle());
    }

    private static String name(Optional<String> given, List<KeyValue> tags) {
        Optional<String> tagged = tags.stream()
                .filter(tag -> tag.key().equals(RUN_NAME))
                .map(KeyValue::value)
                .findFirst();
        if (given.isPresent() && tagged.isPresent() && !given.equals(tagged)) {
            throw AppException.invalid(
                    ("Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different "
                                    + "values (run_name='%s', mlflow.runName='%s').")
                            .formatted(given.get(), tagged.get()));
        }
        return given.or(() -> tagged).orElseGet(RunNames::next);
    }
}
