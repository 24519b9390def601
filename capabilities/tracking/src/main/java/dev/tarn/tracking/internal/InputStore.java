package dev.tarn.tracking.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tarn.core.Json;
import dev.tarn.db.Tx;
import dev.tarn.tracking.DatasetInput;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.Run.ModelLink;
import dev.tarn.tracking.RunInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What runs read and made: datasets and logged models. */
public final class InputStore {
    private static final String CONTEXT = "mlflow.data.context";

    private static final TypeReference<List<List<String>>> PAIRS = new TypeReference<>() {};

    private final Numbers numbers;

    public InputStore(Numbers numbers) {
        this.numbers = numbers;
    }

    /** A dataset of an experiment, for suggestions. */
    public record DatasetSummary(long experiment, String name, String digest, Optional<String> context) {}

    public void putInputs(Tx tx, RunInfo run, List<DatasetInput> inputs, Instant now) {
        for (DatasetInput input : inputs) {
            long dataset = dataset(tx, run.experiment(), input, now);
            Optional<String> context = input.tags().stream()
                    .filter(tag -> tag.key().equals(CONTEXT))
                    .map(KeyValue::value)
                    .findFirst();
            String tags = Json.write(input.tags().stream()
                    .map(tag -> List.of(tag.key(), tag.value()))
                    .toList());
            tx.update("""
                    INSERT INTO tracking_input (run, dataset, context, tags) VALUES (:run, :dataset, :context, :tags)
                    ON CONFLICT (run, dataset) DO UPDATE SET context = excluded.context, tags = excluded.tags
                    """, Map.of("run", run.number(), "dataset", dataset, "context", context, "tags", tags));
        }
    }

    public void putModels(Tx tx, RunInfo run, String direction, List<ModelLink> models) {
        for (ModelLink link : models) {
            tx.update(
                    """
                    INSERT INTO tracking_run_model (run, direction, model, step) VALUES (:run, :direction, :model, :step)
                    ON CONFLICT (run, direction, model) DO UPDATE SET step = excluded.step
                    """,
                    Map.of("run", run.number(), "direction", direction, "model", link.modelId(), "step", link.step()));
        }
    }

    public Map<Long, List<DatasetInput>> inputs(Tx tx, Collection<Long> runs) {
        record Of(long run, DatasetInput input) {}
        return runs.isEmpty()
                ? Map.of()
                : tx
                        .list(
                                "SELECT i.run, i.tags, d.* FROM tracking_input i JOIN tracking_dataset d ON d.number = i.dataset"
                                        + " WHERE i.run IN (<runs>) ORDER BY i.run, d.number",
                                Map.of("runs", runs),
                                row -> new Of(
                                        row.number("run"),
                                        new DatasetInput(
                                                row.text("name"),
                                                row.text("digest"),
                                                row.text("source_type"),
                                                row.text("source"),
                                                row.findText("schema_text"),
                                                row.findText("profile"),
                                                tags(row.text("tags")))))
                        .stream()
                        .collect(Collectors.groupingBy(Of::run, Collectors.mapping(Of::input, Collectors.toList())));
    }

    public Map<Long, List<ModelLink>> models(Tx tx, String direction, Collection<Long> runs) {
        record Of(long run, ModelLink link) {}
        return runs.isEmpty()
                ? Map.of()
                : tx
                        .list(
                                "SELECT run, model, step FROM tracking_run_model WHERE run IN (<runs>) AND direction = :direction"
                                        + " ORDER BY run, step, model",
                                Map.of("runs", runs, "direction", direction),
                                row -> new Of(row.number("run"), new ModelLink(row.text("model"), row.number("step"))))
                        .stream()
                        .collect(Collectors.groupingBy(Of::run, Collectors.mapping(Of::link, Collectors.toList())));
    }

    /** The datasets that runs of experiments read, at most {@code limit} of them. */
    public List<DatasetSummary> datasets(Tx tx, Collection<Long> experiments, int limit) {
        return tx.list(
                """
                SELECT DISTINCT d.experiment, d.name, d.digest, i.context FROM tracking_dataset d
                JOIN tracking_input i ON i.dataset = d.number
                WHERE d.experiment IN (<experiments>) ORDER BY d.name, d.digest LIMIT :limit
                """,
                Map.of("experiments", experiments, "limit", limit),
                row -> new DatasetSummary(
                        row.number("experiment"), row.text("name"), row.text("digest"), row.findText("context")));
    }

    private long dataset(Tx tx, long experiment, DatasetInput input, Instant now) {
        tx.update(
                """
                INSERT INTO tracking_dataset (number, experiment, name, digest, source_type, source, schema_text, profile)
                VALUES (:number, :experiment, :name, :digest, :type, :source, :schema, :profile)
                ON CONFLICT (experiment, name, digest) DO NOTHING
                """,
                Map.of(
                        "number", numbers.next(now),
                        "experiment", experiment,
                        "name", input.name(),
                        "digest", input.digest(),
                        "type", input.sourceType(),
                        "source", input.source(),
                        "schema", input.schema(),
                        "profile", input.profile()));
        return tx.number(
                "SELECT number FROM tracking_dataset WHERE experiment = :experiment AND name = :name AND digest = :digest",
                Map.of("experiment", experiment, "name", input.name(), "digest", input.digest()));
    }

    private static List<KeyValue> tags(String json) {
        return Json.read(json, PAIRS).stream()
                .map(pair -> new KeyValue(pair.get(0), pair.get(1)))
                .toList();
    }
}
