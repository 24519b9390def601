package dev.tarn.registry;

import dev.tarn.tracking.KeyValue;
import java.time.Instant;
import java.util.List;

/**
 * One version of a model.
 *
 * @param source what the client said that its files were made of
 * @param location where its files are read
 * @param loggedModel id of the logged model that it was made of, or nothing
 */
public record ModelVersion(
        String name,
        int version,
        String description,
        String source,
        String location,
        String runId,
        String runLink,
        String loggedModel,
        Status status,
        String statusMessage,
        Stage stage,
        String userId,
        Instant createdAt,
        Instant updatedAt,
        List<KeyValue> tags,
        List<String> aliases) {
    /** Whether the files of a version are complete. */
    public enum Status {
        PENDING_REGISTRATION,
        FAILED_REGISTRATION,
        READY
    }

    public ModelVersion {
        tags = List.copyOf(tags);
        aliases = List.copyOf(aliases);
    }
}
