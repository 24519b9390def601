package dev.tarn.tracking.search;

import java.util.Map;
import java.util.Set;

/**
 * What can be searched of one kind of thing.
 *
 * @param entities words before the dot, and what they mean
 * @param texts attributes that are texts
 * @param numbers attributes that are numbers
 * @param aliases other names of attributes
 * @param lists attributes that can be compared with a list; all texts, if it is empty
 * @param orders attributes that can be sorted by
 */
public record Grammar(
        Map<String, Entity> entities,
        Set<String> texts,
        Set<String> numbers,
        Map<String, String> aliases,
        Set<String> lists,
        Set<String> orders) {
    static final Set<String> DATASET_KEYS = Set.of("name", "digest", "context");

    /** Runs: {@code mlflow.search_runs}. */
    public static final Grammar RUNS = new Grammar(
            Map.ofEntries(
                    Map.entry("metric", Entity.METRIC),
                    Map.entry("metrics", Entity.METRIC),
                    Map.entry("parameter", Entity.PARAM),
                    Map.entry("parameters", Entity.PARAM),
                    Map.entry("param", Entity.PARAM),
                    Map.entry("params", Entity.PARAM),
                    Map.entry("tag", Entity.TAG),
                    Map.entry("tags", Entity.TAG),
                    Map.entry("attribute", Entity.ATTRIBUTE),
                    Map.entry("attributes", Entity.ATTRIBUTE),
                    Map.entry("attr", Entity.ATTRIBUTE),
                    Map.entry("run", Entity.ATTRIBUTE),
                    Map.entry("dataset", Entity.DATASET),
                    Map.entry("datasets", Entity.DATASET)),
            Set.of("run_id", "run_name", "status", "artifact_uri", "user_id"),
            Set.of("start_time", "end_time"),
            Map.of(
                    "created", "start_time",
                    "Created", "start_time",
                    "run name", "run_name",
                    "Run name", "run_name",
                    "Run Name", "run_name"),
            Set.of("run_id"),
            Set.of("run_id", "run_name", "status", "artifact_uri", "user_id", "start_time", "end_time"));

    /** Experiments: {@code mlflow.search_experiments}. */
    public static final Grammar EXPERIMENTS = new Grammar(
            Map.of("attribute", Entity.ATTRIBUTE, "tag", Entity.TAG, "tags", Entity.TAG),
            Set.of("name", "experiment_id"),
            Set.of("creation_time", "last_update_time"),
            Map.of(),
            Set.of("experiment_id"),
            Set.of("name", "experiment_id", "creation_time", "last_update_time"));

    /** Logged models: {@code mlflow.search_logged_models}. */
    public static final Grammar MODELS = new Grammar(
            Map.ofEntries(
                    Map.entry("metric", Entity.METRIC),
                    Map.entry("metrics", Entity.METRIC),
                    Map.entry("param", Entity.PARAM),
                    Map.entry("params", Entity.PARAM),
                    Map.entry("tag", Entity.TAG),
                    Map.entry("tags", Entity.TAG),
                    Map.entry("attribute", Entity.ATTRIBUTE),
                    Map.entry("attributes", Entity.ATTRIBUTE)),
            Set.of("name", "model_name", "model_id", "model_type", "status", "source_run_id"),
            Set.of("creation_timestamp", "creation_time", "last_updated_timestamp", "last_updated_time"),
            Map.of(
                    "model_name", "name",
                    "creation_time", "creation_timestamp",
                    "creation_timestamp_ms", "creation_timestamp",
                    "last_updated_time", "last_updated_timestamp",
                    "last_updated_timestamp_ms", "last_updated_timestamp"),
            Set.of(),
            Set.of(
                    "name",
                    "model_id",
                    "model_type",
                    "status",
                    "source_run_id",
                    "creation_timestamp",
                    "last_updated_timestamp"));

    boolean knows(String attribute) {
        return texts.contains(attribute) || numbers.contains(attribute);
    }

    String attribute(String key) {
        return aliases.getOrDefault(key, key);
    }
}
