package dev.tarn.sql;

import dev.tarn.core.AppException;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A statement as a client submits it; checked here, by the vendor's rules. */
public record StatementRequest(
        String warehouseId, Statement statement, SessionOptions session, ResultOptions result, Waiting waiting) {
    private static final Pattern PARAMETER_TYPE = Pattern.compile(
            "(BOOLEAN|BYTE|TINYINT|SHORT|SMALLINT|INT|INTEGER|LONG|BIGINT|FLOAT|REAL|DOUBLE|DATE|TIMESTAMP|TIMESTAMP_NTZ"
                    + "|TIMESTAMP_LTZ|STRING|BINARY|VOID"
                    + "|(DECIMAL|DEC|NUMERIC)( ?\\( ?\\d{1,2} ?(, ?\\d{1,2} ?)?\\))?"
                    + "|INTERVAL( (YEAR|MONTH|DAY|HOUR|MINUTE|SECOND)( TO (MONTH|DAY|HOUR|MINUTE|SECOND))?)?)");

    /**
     * How the result is wanted.
     *
     * @param rowLimit the result is cut after so many rows
     * @param byteLimit the result is cut near so many bytes
     */
    public record ResultOptions(
            Disposition disposition, ResultFormat format, Optional<Long> rowLimit, Optional<Long> byteLimit) {
        public static final ResultOptions DEFAULT =
                new ResultOptions(Disposition.INLINE, ResultFormat.JSON_ARRAY, Optional.empty(), Optional.empty());

        public ResultOptions {
            if (disposition == Disposition.INLINE && format != ResultFormat.JSON_ARRAY) {
                throw AppException.invalid(
                        "The format %s is not supported in the INLINE disposition: use EXTERNAL_LINKS, or JSON_ARRAY."
                                .formatted(format));
            }
            if (rowLimit.filter(limit -> limit < 1).isPresent()) {
                throw AppException.invalid("'row_limit' must be at least 1, not " + rowLimit.get() + ".");
            }
            if (byteLimit.filter(limit -> limit < 1).isPresent()) {
                throw AppException.invalid("'byte_limit' must be at least 1, not " + byteLimit.get() + ".");
            }
        }
    }

    /** What happens to a statement that is not done when its client has waited long enough. */
    public enum OnTimeout {
        CONTINUE,
        CANCEL
    }

    /** How long the call waits for the statement to end: not at all, or 5 to 50 seconds. */
    public record Waiting(Duration timeout, OnTimeout onTimeout) {
        public static final Waiting DEFAULT = new Waiting(Duration.ofSeconds(10), OnTimeout.CONTINUE);
        private static final Pattern SECONDS = Pattern.compile("(\\d{1,4})s");

        public Waiting {
            if (!timeout.isZero() && (timeout.toSeconds() < 5 || timeout.toSeconds() > 50)) {
                throw AppException.invalid(
                        "'wait_timeout' must be 0s, or between 5s and 50s, not %ds.".formatted(timeout.toSeconds()));
            }
            if (timeout.isZero() && onTimeout == OnTimeout.CANCEL) {
                throw AppException.invalid(
                        "'on_wait_timeout' CANCEL needs a 'wait_timeout' of 5s to 50s: with 0s the call does not wait.");
            }
        }

        /** Reads a duration as the API writes it, such as {@code 30s}. */
        public static Waiting parse(String timeout, OnTimeout onTimeout) {
            var seconds = SECONDS.matcher(timeout);
            if (!seconds.matches()) {
                throw AppException.invalid(
                        "'wait_timeout' must be a number of seconds such as 10s: 0s, or between 5s and 50s, not '%s'."
                                .formatted(timeout.length() > 40 ? timeout.substring(0, 40) + "..." : timeout));
            }
            return new Waiting(Duration.ofSeconds(Long.parseLong(seconds.group(1))), onTimeout);
        }
    }

    public StatementRequest {
        if (warehouseId.isBlank()) {
            throw AppException.invalid(
                    "'warehouse_id' is missing: name the SQL warehouse that is to run the statement.");
        }
        if (statement.sql().isBlank()) {
            throw AppException.invalid("'statement' is empty: send the SQL text.");
        }
        if (longerThan(statement.sql(), SqlConfig.STATEMENT_BYTES)) {
            throw AppException.invalid(
                    "'statement' is longer than 16 MiB (%d bytes): load the data from a file instead."
                            .formatted(SqlConfig.STATEMENT_BYTES));
        }
        for (Statement.Parameter parameter : statement.parameters()) {
            if (!PARAMETER_TYPE
                    .matcher(parameter.type().strip().toUpperCase(Locale.ROOT))
                    .matches()) {
                throw AppException.invalid(
                        "Parameter '%s' has type '%s', which is none a parameter can have: use STRING, INT, DECIMAL(10,2), DATE and the like."
                                .formatted(
                                        parameter.name().orElse("?"),
                                        parameter.type().length() > 100
                                                ? parameter.type().substring(0, 100) + "..."
                                                : parameter.type()));
            }
        }
    }

    private static boolean longerThan(String text, int bytes) {
        if (text.length() > bytes) {
            return true;
        }
        return text.length() > bytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }
}
