package dev.tarn.db;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/** What can go wrong with the machine below the store, said so that an operator knows what to do. */
final class Faults {
    private Faults() {}

    /** Whether a write failed because there is no room left: SQLite says so by its result code's name, PostgreSQL by class 53. */
    static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String message = String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT);
                if (message.contains("sqlite_full")
                        || message.contains("disk is full")
                        || message.contains("sqlite_ioerr")
                        || "53100".equals(sql.getSQLState())) {
                    return true;
                }
            }
        }
        return false;
    }

    static AppException diskFull(Throwable cause) {
        return new AppException(
                ErrorKind.UNAVAILABLE,
                "TEMPORARILY_UNAVAILABLE",
                "The server's disk is full, so nothing was changed. Free some space and try again.",
                Map.of(),
                cause);
    }
}
