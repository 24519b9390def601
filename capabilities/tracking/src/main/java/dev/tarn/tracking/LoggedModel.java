package dev.tarn.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A model of MLflow 3, which exists by itself: made by a run or without one, with params, tags and metrics of its own. */
public record LoggedModel(Info info, List<KeyValue> params, List<KeyValue> tags, List<Measured> metrics) {
    /** Whether the files of a model are complete. */
    public enum Status {
        PENDING,
        READY,
        UPLOAD_FAILED
    }

    /**
     * What is known of a model besides its values.
     *
     * @param number the store's own key
     */
    public record Info(
            long number,
            String id,
            long experiment,
            String experimentId,
            String name,
            String artifactUri,
            Status status,
            Optional<String> statusMessage,
            Optional<String> modelType,
            Optional<String> sourceRunId,
            Instant createdAt,
            Instant updatedAt) {}

    /** A metric of the model and the run that measured it. */
    public record Measured(Metric metric, String runId) {}

    public LoggedModel {
        params = List.copyOf(params);
        tags = List.copyOf(tags);
        metrics = List.copyOf(metrics);
    }
}
