package dev.tarn.sql;

import java.util.Optional;

/**
 * What a client learns of its statement.
 *
 * @param error why it failed or was cancelled
 * @param manifest what the result looks like, once there is one
 * @param first the first chunk, once there is one
 */
public record StatementInfo(
        String id,
        StatementState state,
        Optional<Failure> error,
        Optional<ResultManifest> manifest,
        Optional<ResultChunk> first) {
    /**
     * A failure.
     *
     * @param code the API's code, such as {@code BAD_REQUEST}
     * @param message with the engine's error class in brackets, as the vendor writes it
     */
    public record Failure(String code, String message, String sqlState) {}
}
