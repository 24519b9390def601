package dev.tarn.tracking;

import java.util.List;
import java.util.Optional;

/** A dataset that a run read, and what the run says of it. */
public record DatasetInput(
        String name,
        String digest,
        String sourceType,
        String source,
        Optional<String> schema,
        Optional<String> profile,
        List<KeyValue> tags) {
    public DatasetInput {
        tags = List.copyOf(tags);
    }
}
