package dev.tarn.tracking;

import java.util.Optional;

/**
 * A measured value.
 *
 * @param value may be NaN or infinite
 * @param timestamp epoch milliseconds, by the client's clock
 * @param modelId the logged model that was measured
 * @param dataset the dataset that it was measured on
 */
public record Metric(
        String key, double value, long timestamp, long step, Optional<String> modelId, Optional<DatasetName> dataset) {

    /** A dataset by name and digest. */
    public record DatasetName(String name, String digest) {}

    public Metric(String key, double value, long timestamp, long step) {
        this(key, value, timestamp, step, Optional.empty(), Optional.empty());
    }

    /** Whether this one is the latest of the two: the higher step, then the later time, then the greater value (MLflow's rule). */
    public boolean isLaterThan(Metric other) {
        if (step != other.step) {
            return step > other.step;
        }
        return timestamp == other.timestamp ? value > other.value : timestamp > other.timestamp;
    }
}
