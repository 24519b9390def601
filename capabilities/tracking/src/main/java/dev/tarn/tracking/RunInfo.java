package dev.tarn.tracking;

import java.util.Optional;

/**
 * What is known of a run besides what was logged.
 *
 * @param number the store's own key
 * @param startTime epoch milliseconds, by the client's clock
 */
public record RunInfo(
        long number,
        String id,
        long experiment,
        String experimentId,
        String name,
        String userId,
        RunStatus status,
        long startTime,
        Optional<Long> endTime,
        String artifactUri,
        Lifecycle lifecycle) {}
