package dev.tarn.engine.spark.session;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.QueryContext;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.trees.SQLQueryContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spark's failures as the door's errors: error class, SQLSTATE, message with the position, never a stack trace. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static AppException translate(Throwable failure, boolean cancelled) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AppException ours) {
                return ours;
            }
        }
        if (cancelled) {
            return new AppException(ErrorKind.CANCELLED, "CANCELLED", "The statement was cancelled.");
        }
        return spark(failure).orElseGet(() -> {
            log.error("A statement failed unexpectedly", failure);
            return new AppException(
                    ErrorKind.INTERNAL,
                    "INTERNAL_ERROR",
                    "The engine failed: " + firstLine(failure) + ". The server's log has the details.");
        });
    }

    /** The innermost failure that has an error class: what wraps it only says that a job failed. */
    private static Optional<AppException> spark(Throwable failure) {
        @Nullable Throwable found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable throwable && throwable.getCondition() != null) {
                found = cause;
            }
        }
        if (found == null) {
            return Optional.empty();
        }
        SparkThrowable throwable = (SparkThrowable) found;
        Map<String, String> details = new HashMap<>();
        String state = throwable.getSqlState();
        if (state != null) {
            details.put("sqlState", state);
        }
        position(found, details);
        ErrorKind kind = "42501".equals(state)
                ? ErrorKind.PERMISSION_DENIED
                : throwable.isInternalError() ? ErrorKind.INTERNAL : ErrorKind.INVALID_ARGUMENT;
        return Optional.of(new AppException(kind, throwable.getCondition(), message(found), details, failure));
    }

    /** Where in the statement's text the failure is, if Spark knows; its columns begin at 0. */
    private static void position(Throwable failure, Map<String, String> details) {
        if (failure instanceof AnalysisException analysis
                && analysis.line().isDefined()
                && analysis.startPosition().isDefined()) {
            details.put("line", String.valueOf(analysis.line().get()));
            details.put(
                    "column", String.valueOf((Integer) analysis.startPosition().get() + 1));
            return;
        }
        QueryContext[] contexts = ((SparkThrowable) failure).getQueryContext();
        if (contexts != null && contexts.length > 0 && contexts[0] instanceof SQLQueryContext place) {
            if (place.line().isDefined() && place.startPosition().isDefined()) {
                details.put("line", String.valueOf(place.line().get()));
                details.put(
                        "column", String.valueOf((Integer) place.startPosition().get() + 1));
            }
        }
    }

    private static String message(Throwable failure) {
        if (failure instanceof ParseException parse) {
            return String.valueOf(parse.getMessage()).strip();
        }
        if (failure instanceof AnalysisException analysis) {
            return analysis.getSimpleMessage();
        }
        return String.valueOf(failure.getMessage());
    }

    private static String firstLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName()
                + Optional.ofNullable(root.getMessage())
                        .flatMap(message -> message.lines().findFirst())
                        .map(line -> ": " + line)
                        .orElse("");
    }
}
