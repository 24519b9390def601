package dev.tarn.engine;

import java.util.Map;
import java.util.Optional;

/**
 * How a session begins.
 *
 * @param catalog the current catalog, else the workspace's default
 * @param schema the current schema, else {@code default}
 * @param settings session settings by name; those not on the engine's list are refused
 */
public record SessionOptions(Optional<String> catalog, Optional<String> schema, Map<String, String> settings) {
    public static final SessionOptions DEFAULT = new SessionOptions(Optional.empty(), Optional.empty(), Map.of());

    public SessionOptions {
        settings = Map.copyOf(settings);
    }
}
