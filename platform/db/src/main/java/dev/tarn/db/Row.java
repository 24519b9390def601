package dev.tarn.db;

import dev.tarn.core.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a query, read by column name. Times are epoch milliseconds, booleans 0 and 1, enums their names, maps
 * and lists JSON text: the same in both databases.
 */
public final class Row {
    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    /** The text of a column that is never NULL. */
    public String text(String column) {
        String value = nullableText(column);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is NULL");
        }
        return value;
    }

    public Optional<String> findText(String column) {
        return Optional.ofNullable(nullableText(column));
    }

    public long number(String column) {
        try {
            return row.getLong(column);
        } catch (SQLException e) {
            throw new IllegalStateException("Column " + column, e);
        }
    }

    public Optional<Long> findNumber(String column) {
        try {
            long value = row.getLong(column);
            return row.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw new IllegalStateException("Column " + column, e);
        }
    }

    public int integer(String column) {
        return Math.toIntExact(number(column));
    }

    public double real(String column) {
        try {
            return row.getDouble(column);
        } catch (SQLException e) {
            throw new IllegalStateException("Column " + column, e);
        }
    }

    public boolean bool(String column) {
        return number(column) != 0;
    }

    public Instant instant(String column) {
        return Instant.ofEpochMilli(number(column));
    }

    public Optional<Instant> findInstant(String column) {
        return findNumber(column).map(Instant::ofEpochMilli);
    }

    public <E extends Enum<E>> E value(String column, Class<E> type) {
        return Enum.valueOf(type, text(column));
    }

    /** A JSON object of texts. */
    public Map<String, String> texts(String column) {
        return Json.readStrings(text(column));
    }

    /** A JSON array of texts. */
    public List<String> list(String column) {
        return Json.readStringList(text(column));
    }

    private @Nullable String nullableText(String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException("Column " + column, e);
        }
    }
}
