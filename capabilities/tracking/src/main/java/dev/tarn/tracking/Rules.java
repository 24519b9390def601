package dev.tarn.tracking;

import dev.tarn.core.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What names, values and batches may be. Limits and words: MLflow's {@code mlflow/utils/validation.py}. */
public final class Rules {
    /** Most metrics, and most things of all kinds, of one batch. */
    public static final int BATCH = 1000;
    /** Most bytes of a batch. */
    public static final int BATCH_BYTES = 1_000_000;

    private static final int PARAMS_OR_TAGS = 100;
    private static final int KEY = 250;
    private static final int PARAM_VALUE = 6000;
    private static final int TAG_VALUE = 8000;
    private static final int EXPERIMENT_NAME = 500;
    private static final int EXPERIMENT_TAG_VALUE = 20_000;
    private static final int LOCATION = 2048;
    private static final int DATASET_NAME = 500;
    private static final int DATASET_DIGEST = 36;
    private static final int DATASET_SOURCE = 65_535;
    private static final int DATASET_SCHEMA = 1_048_575;
    private static final int DATASET_PROFILE = 16_777_215;
    private static final int INPUT_TAG_KEY = 255;
    private static final int INPUT_TAG_VALUE = 500;
    private static final Pattern NAME = Pattern.compile("[/\\w.\\- :]*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DOTS = Pattern.compile("(^|.*/)\\.{0,2}(/.*|$)");
    private static final String CHARACTERS =
            "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.),"
                    + " spaces ( ), colon(:) and slashes (/).";

    private Rules() {}

    static void batch(Batch batch) {
        limit("metrics", BATCH, batch.metrics().size());
        limit("params", PARAMS_OR_TAGS, batch.params().size());
        limit("tags", PARAMS_OR_TAGS, batch.tags().size());
        limit(
                "metrics, params, and tags",
                BATCH,
                batch.metrics().size() + batch.params().size() + batch.tags().size());
        for (int i = 0; i < batch.metrics().size(); i++) {
            metric(batch.metrics().get(i), batch.metrics().size() == 1 ? "" : "metrics[" + i + "].");
        }
        uniqueParams(batch.params());
    }

    static void metric(Metric metric, String path) {
        name(metric.key(), path + "name");
        if (metric.timestamp() < 0) {
            throw TrackingErrors.invalidValue(
                    path + "timestamp",
                    String.valueOf(metric.timestamp()),
                    "metric '%s' (value=%s). Timestamp must be a nonnegative long (64-bit integer) "
                            .formatted(metric.key(), metric.value()));
        }
        length("Metric name", KEY, metric.key());
    }

    /** A param as it is kept: its value is cut at the longest that MLflow keeps. */
    static KeyValue param(KeyValue param, String path) {
        name(param.key(), path + "key");
        length("Param key", KEY, param.key());
        return cut(param, PARAM_VALUE);
    }

    /** A tag of a run, a trace or a logged model as it is kept. */
    static KeyValue tag(KeyValue tag, String path) {
        name(tag.key(), path + "key");
        length(path + "key", KEY, tag.key());
        return cut(tag, TAG_VALUE);
    }

    static List<KeyValue> params(List<KeyValue> params) {
        List<KeyValue> kept = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            kept.add(param(params.get(i), params.size() == 1 ? "" : "params[" + i + "]."));
        }
        return kept;
    }

    static List<KeyValue> tags(List<KeyValue> tags) {
        List<KeyValue> kept = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            kept.add(tag(tags.get(i), tags.size() == 1 ? "" : "tags[" + i + "]."));
        }
        return kept;
    }

    static void experimentTag(KeyValue tag) {
        name(tag.key(), "key");
        length("key", KEY, tag.key());
        length("value", EXPERIMENT_TAG_VALUE, tag.value());
    }

    static void experimentName(String name) {
        if (name.isBlank()) {
            throw TrackingErrors.invalidValue("name", Json.write(name), "Invalid experiment name");
        }
        length("name", EXPERIMENT_NAME, name);
    }

    static void location(String location) {
        length("artifact_location", LOCATION, location);
        boolean schemes = location.startsWith("runs:") || location.startsWith("models:");
        boolean traverses = location.contains("..") || location.contains("#") || location.contains("?");
        if (schemes || traverses) {
            throw TrackingErrors.reservedLocation(location);
        }
    }

    /** A dataset within MLflow's limits. */
    public static DatasetInput dataset(DatasetInput input) {
        length("dataset name", DATASET_NAME, input.name());
        length("dataset digest", DATASET_DIGEST, input.digest());
        length("dataset source", DATASET_SOURCE, input.source());
        input.schema().ifPresent(schema -> length("dataset schema", DATASET_SCHEMA, schema));
        input.profile().ifPresent(profile -> length("dataset profile", DATASET_PROFILE, profile));
        for (KeyValue tag : input.tags()) {
            length("input tag key", INPUT_TAG_KEY, tag.key());
            length("input tag value", INPUT_TAG_VALUE, tag.value());
        }
        return input;
    }

    static void uniqueParams(List<KeyValue> params) {
        Set<String> seen = new HashSet<>();
        List<String> twice =
                params.stream().map(KeyValue::key).filter(key -> !seen.add(key)).toList();
        if (!twice.isEmpty()) {
            throw TrackingErrors.duplicateParams(twice);
        }
    }

    static void length(String path, int limit, String value) {
        if (value.codePointCount(0, value.length()) > limit) {
            throw TrackingErrors.tooLong(path, limit);
        }
    }

    private static void limit(String what, int limit, int count) {
        if (count > limit) {
            throw TrackingErrors.tooMany(what, limit, count);
        }
    }

    private static void name(String name, String path) {
        if (!NAME.matcher(name).matches()) {
            throw TrackingErrors.invalidValue(path, Json.write(name), CHARACTERS);
        }
        if (DOTS.matcher(name).matches() || name.contains("//")) {
            throw TrackingErrors.invalidValue(
                    path,
                    Json.write(name),
                    "Names may be treated as files in certain cases, and must not resolve to other names when treated as such.");
        }
    }

    private static KeyValue cut(KeyValue pair, int limit) {
        String value = pair.value();
        return value.codePointCount(0, value.length()) <= limit
                ? pair
                : new KeyValue(pair.key(), value.substring(0, value.offsetByCodePoints(0, limit)));
    }
}
