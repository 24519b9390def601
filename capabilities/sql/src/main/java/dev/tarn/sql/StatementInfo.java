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
     * @param position where in the text, if the engine knows; not kept in the history
     * @param message with the engine's error class in brackets, as the vendor writes it
     */
    public record Failure(String code, String message, String sqlState, Optional<Position> position) {
        /** A failure that has no place in the text. */
        public Failure(String code, String message, String sqlState) {
            this(code, message, sqlState, Optional.empty());
        }
    }

    /** A place in the statement's text; lines and columns begin at 1. */
    public record Position(int line, int column) {}
}
