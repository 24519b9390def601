package dev.tarn.sql.internal;

import dev.tarn.core.AppException;
import dev.tarn.sql.StatementInfo.Failure;
import dev.tarn.sql.StatementInfo.Position;
import java.util.Optional;

/** Errors as the statement API shows them: a short code, and the engine's error class in brackets before the message. */
final class Failures {
    private Failures() {}

    static Failure of(AppException error) {
        String message = error.message();
        boolean engineClass = !message.startsWith("[") && isErrorClass(error);
        return new Failure(
                code(error),
                engineClass ? "[" + error.code() + "] " + message : message,
                error.sqlState(),
                position(error));
    }

    private static Optional<Position> position(AppException error) {
        String line = error.details().get("line");
        String column = error.details().get("column");
        return line == null || column == null
                ? Optional.empty()
                : Optional.of(new Position(Integer.parseInt(line), Integer.parseInt(column)));
    }

    private static String code(AppException error) {
        return switch (error.kind()) {
            case INTERNAL -> "INTERNAL_ERROR";
            case RESOURCE_EXHAUSTED -> "RESOURCE_EXHAUSTED";
            case UNAVAILABLE -> "TEMPORARILY_UNAVAILABLE";
            case DEADLINE_EXCEEDED -> "DEADLINE_EXCEEDED";
            case CANCELLED -> "CANCELLED";
            case UNAUTHENTICATED -> "UNAUTHENTICATED";
            default -> "BAD_REQUEST";
        };
    }

    /** Errors of ours have general codes that say no more than the message does. */
    private static boolean isErrorClass(AppException error) {
        return switch (error.code()) {
            case "INVALID_PARAMETER_VALUE",
                    "CANCELLED",
                    "DEADLINE_EXCEEDED",
                    "RESOURCE_EXHAUSTED",
                    "INTERNAL_ERROR",
                    "TEMPORARILY_UNAVAILABLE" -> false;
            case "PERMISSION_DENIED" -> false;
            default -> true;
        };
    }
}
