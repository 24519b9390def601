package dev.tarn.app;

import dev.tarn.catalog.engine.SystemRelations;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.core.Page;
import dev.tarn.engine.catalog.Column;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.registry.AliasPeriod;
import dev.tarn.registry.ModelVersion;
import dev.tarn.registry.RegisteredModel;
import dev.tarn.registry.RegistryModule;
import dev.tarn.tracking.Experiment;
import dev.tarn.tracking.Run;
import dev.tarn.tracking.SearchRequest;
import dev.tarn.tracking.TrackingModule;
import dev.tarn.tracking.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code system.mlflow.*}: experiments, runs and models as tables. Each caller sees the rows that MLflow's own calls would show them;
 * of runs at most {@link #MOST} of the active ones.
 */
final class MlflowRelations {
    private static final int MOST = 100_000;
    private static final int PAGE = 1000;
    private static final Map<String, String> JSON_NAMES = Map.of("bigint", "long", "int", "integer");

    private final TrackingModule tracking;
    private final RegistryModule registry;

    record Source(String name, String columns, Function<Caller, List<List<Object>>> rows)
            implements SystemRelations.Source {
        @Override
        public String schema() {
            return "mlflow";
        }

        @Override
        public Optional<Relation> relation(Caller caller, String catalog) {
            return Optional.of(new Relation.System(
                    new RelationName("system", schema(), name),
                    MlflowRelations.columns(columns),
                    () -> rows.apply(caller)));
        }
    }

    MlflowRelations(TrackingModule tracking, RegistryModule registry) {
        this.tracking = tracking;
        this.registry = registry;
    }

    SystemRelations.Source[] all() {
        return new SystemRelations.Source[] {
            new Source(
                    "experiments",
                    "experiment_id string, name string, artifact_location string, lifecycle_stage string, created timestamp,"
                            + " updated timestamp",
                    caller -> map(experiments(caller), MlflowRelations::row)),
            new Source(
                    "runs",
                    "run_id string, experiment_id string, run_name string, user_id string, status string, start_time timestamp,"
                            + " end_time timestamp, artifact_uri string",
                    caller -> map(runs(caller), MlflowRelations::row)),
            new Source(
                    "metrics",
                    "run_id string, key string, value double, step bigint, time timestamp",
                    caller -> each(
                            runs(caller),
                            run -> map(
                                    run.metrics(),
                                    metric -> row(
                                            run.info().id(),
                                            metric.key(),
                                            metric.value(),
                                            metric.step(),
                                            Instant.ofEpochMilli(metric.timestamp()))))),
            new Source(
                    "params",
                    "run_id string, key string, value string",
                    caller -> each(
                            runs(caller),
                            run -> map(run.params(), param -> row(run.info().id(), param.key(), param.value())))),
            new Source(
                    "tags",
                    "run_id string, key string, value string",
                    caller -> each(
                            runs(caller),
                            run -> map(run.tags(), tag -> row(run.info().id(), tag.key(), tag.value())))),
            new Source(
                    "models",
                    "name string, description string, created_by string, created timestamp, updated timestamp",
                    caller -> map(models(caller), MlflowRelations::row)),
            new Source(
                    "model_versions",
                    "name string, version int, stage string, status string, source string, run_id string, created_by string,"
                            + " created timestamp",
                    caller -> map(versions(caller), MlflowRelations::row)),
            new Source(
                    "alias_history",
                    "name string, alias string, version int, since timestamp, until timestamp, set_by string, ended_by string",
                    caller -> map(registry.models().history(caller), MlflowRelations::row))
        };
    }

    private List<Experiment> experiments(Caller caller) {
        return pages(View.ALL, request -> tracking.experiments().search(caller, request));
    }

    private List<Run> runs(Caller caller) {
        List<String> ids = map(experiments(caller), Experiment::id);
        return pages(View.ACTIVE_ONLY, request -> tracking.runs().search(caller, ids, request));
    }

    private List<RegisteredModel> models(Caller caller) {
        return pages(View.ALL, request -> registry.models().search(caller, request));
    }

    private List<ModelVersion> versions(Caller caller) {
        return pages(View.ALL, request -> registry.versions().search(caller, request));
    }

    private static <T> List<T> pages(View view, Function<SearchRequest, Page<T>> search) {
        List<T> all = new ArrayList<>();
        Page<T> page = search.apply(new SearchRequest("", List.of(), view, PAGE, Optional.empty()));
        all.addAll(page.items());
        while (page.next().isPresent() && all.size() < MOST) {
            page = search.apply(new SearchRequest("", List.of(), view, PAGE, page.next()));
            all.addAll(page.items());
        }
        return all;
    }

    private static List<Object> row(Experiment experiment) {
        return row(
                experiment.id(),
                experiment.name(),
                experiment.artifactLocation(),
                experiment.lifecycle().word(),
                experiment.createdAt(),
                experiment.updatedAt());
    }

    private static List<Object> row(Run run) {
        return row(
                run.info().id(),
                run.info().experimentId(),
                run.info().name(),
                run.info().userId(),
                run.info().status().name(),
                Instant.ofEpochMilli(run.info().startTime()),
                run.info().endTime().map(Instant::ofEpochMilli).orElse(null),
                run.info().artifactUri());
    }

    private static List<Object> row(RegisteredModel model) {
        return row(model.name(), model.description(), model.userId(), model.createdAt(), model.updatedAt());
    }

    private static List<Object> row(ModelVersion version) {
        return row(
                version.name(),
                version.version(),
                version.stage().word(),
                version.status().name(),
                version.source(),
                version.runId(),
                version.userId(),
                version.createdAt());
    }

    private static List<Object> row(AliasPeriod period) {
        return row(
                period.model(),
                period.alias(),
                period.version(),
                period.since(),
                period.until().orElse(null),
                period.setBy(),
                period.endedBy().orElse(null));
    }

    @SuppressWarnings("NullAway") // a row may hold null, which the engine's rows allow
    private static List<Object> row(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> mapping) {
        return items.stream().<R>map(mapping).toList();
    }

    private static <T> List<List<Object>> each(List<T> items, Function<T, List<List<Object>>> rows) {
        List<List<Object>> all = new ArrayList<>();
        items.forEach(item -> all.addAll(rows.apply(item)));
        return all;
    }

    private static List<Column> columns(String text) {
        List<Column> columns = new ArrayList<>();
        for (String column : text.split(",", -1)) {
            String[] words = column.trim().split(" ", 2);
            columns.add(new Column(
                    words[0],
                    words[1],
                    Json.write(JSON_NAMES.getOrDefault(words[1], words[1])),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of()));
        }
        return columns;
    }
}
