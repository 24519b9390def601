package dev.tarn.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * A time during which an alias named a version: who was champion when.
 *
 * @param until empty while it still does
 */
public record AliasPeriod(
        String model,
        String alias,
        int version,
        Instant since,
        Optional<Instant> until,
        String setBy,
        Optional<String> endedBy) {}
