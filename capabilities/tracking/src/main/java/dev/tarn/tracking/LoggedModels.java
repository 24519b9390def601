package dev.tarn.tracking;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Page;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.tracking.LoggedModel.Info;
import dev.tarn.tracking.LoggedModel.Status;
import dev.tarn.tracking.internal.ModelSearch;
import dev.tarn.tracking.internal.ModelStore;
import dev.tarn.tracking.internal.ModelStore.Kind;
import dev.tarn.tracking.internal.Numbers;
import dev.tarn.tracking.search.FilterParser;
import dev.tarn.tracking.search.Grammar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Logged models of MLflow 3. Reading needs CAN_READ on the model's experiment, everything else CAN_EDIT. */
public final class LoggedModels {
    private final Database db;
    private final Clocks clocks;
    private final Experiments experiments;
    private final ModelStore store;
    private final Numbers numbers;

    LoggedModels(Database db, Clocks clocks, Experiments experiments, ModelStore store, Numbers numbers) {
        this.db = db;
        this.clocks = clocks;
        this.experiments = experiments;
        this.store = store;
        this.numbers = numbers;
    }

    /** What a new model is. */
    public record Draft(
            String experimentId,
            Optional<String> name,
            Optional<String> modelType,
            Optional<String> sourceRunId,
            List<KeyValue> params,
            List<KeyValue> tags) {}

    /** Makes a model that is not READY until it is finalized. */
    public LoggedModel create(Caller caller, Draft draft) {
        List<KeyValue> params = Rules.params(draft.params());
        List<KeyValue> tags = Rules.tags(draft.tags());
        Instant now = clocks.now(caller);
        return db.write(tx -> {
            Experiment experiment = Experiments.active(experiments
                    .authorized(tx, caller, PermissionLevel.CAN_EDIT, draft.experimentId())
                    .value());
            String id = "m-" + UUID.randomUUID().toString().replace("-", "");
            Info model = new Info(
                    numbers.next(now),
                    id,
                    experiment.number(),
                    experiment.id(),
                    draft.name().filter(name -> !name.isEmpty()).orElseGet(RunNames::next),
                    experiment.artifactLocation() + "/logged_models/" + id + "/artifacts",
                    Status.PENDING,
                    Optional.empty(),
                    draft.modelType(),
                    draft.sourceRunId(),
                    now,
                    now);
            store.insert(tx, caller.workspace(), model);
            store.put(tx, model.number(), Kind.PARAM, params);
            store.put(tx, model.number(), Kind.TAG, tags);
            return new LoggedModel(model, params, tags, List.of());
        });
    }

    public LoggedModel get(Caller caller, String id) {
        return db.read(tx -> filled(tx, List.of(authorized(tx, caller, PermissionLevel.CAN_READ, id)))
                .get(0));
    }

    /** Says whether the files of a model are complete. */
    public LoggedModel finish(Caller caller, String id, Status status) {
        return db.write(tx -> {
            Info model = authorized(tx, caller, PermissionLevel.CAN_EDIT, id);
            store.setStatus(tx, model.number(), status, clocks.now(caller));
            return filled(tx, List.of(authorized(tx, caller, PermissionLevel.CAN_EDIT, id)))
                    .get(0);
        });
    }

    public void delete(Caller caller, String id) {
        db.change(tx -> store.delete(
                tx, authorized(tx, caller, PermissionLevel.CAN_EDIT, id).number(), clocks.now(caller)));
    }

    public LoggedModel setTags(Caller caller, String id, List<KeyValue> tags) {
        List<KeyValue> kept = Rules.tags(tags);
        return db.write(tx -> {
            Info model = authorized(tx, caller, PermissionLevel.CAN_EDIT, id);
            store.put(tx, model.number(), Kind.TAG, kept);
            return filled(tx, List.of(model)).get(0);
        });
    }

    public void deleteTag(Caller caller, String id, String key) {
        db.change(tx -> {
            Info model = authorized(tx, caller, PermissionLevel.CAN_EDIT, id);
            if (!store.deleteTag(tx, model.number(), key)) {
                throw TrackingErrors.noTag(key, "model with id " + id);
            }
        });
    }

    public void logParams(Caller caller, String id, List<KeyValue> params) {
        List<KeyValue> kept = Rules.params(params);
        db.change(tx -> store.put(
                tx, authorized(tx, caller, PermissionLevel.CAN_EDIT, id).number(), Kind.PARAM, kept));
    }

    /**
     * The models that match, of those of the experiments that the caller may read.
     *
     * @param datasets if there are any, only metrics that were measured on them count
     */
    public Page<LoggedModel> search(
            Caller caller, List<String> experimentIds, List<Metric.DatasetName> datasets, SearchRequest request) {
        var conditions = FilterParser.filter(Grammar.MODELS, request.filter());
        var orders = FilterParser.orders(Grammar.MODELS, request.orderBy());
        return db.read(tx -> {
            Page<Info> page = request.page(ModelSearch.find(
                    tx,
                    new ModelSearch.Wanted(
                            experiments.readable(tx, caller, experimentIds).keySet(),
                            conditions,
                            datasets,
                            orders,
                            request.offset(),
                            request.size() + 1)));
            return new Page<>(filled(tx, page.items()), page.next());
        });
    }

    Info authorized(Tx tx, Caller caller, PermissionLevel level, String id) {
        Info model = store.find(tx, caller.workspace(), id).orElseThrow(() -> TrackingErrors.noModel(id));
        experiments.authorized(tx, caller, level, model.experiment(), () -> TrackingErrors.noModel(id));
        return model;
    }

    private List<LoggedModel> filled(Tx tx, List<Info> models) {
        List<Long> of = models.stream().map(Info::number).toList();
        var params = store.values(tx, Kind.PARAM, of);
        var tags = store.values(tx, Kind.TAG, of);
        var metrics = store.metrics(tx, of);
        return models.stream()
                .map(model -> new LoggedModel(
                        model,
                        params.getOrDefault(model.number(), List.of()),
                        tags.getOrDefault(model.number(), List.of()),
                        metrics.getOrDefault(model.number(), List.of())))
                .toList();
    }
}
