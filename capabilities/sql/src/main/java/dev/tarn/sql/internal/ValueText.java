package dev.tarn.sql.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.IntervalYearVector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.jspecify.annotations.Nullable;

/**
 * One value as the statement API writes it: numbers and decimals plain, dates {@code 2024-01-31}, timestamps in UTC as
 * {@code 2024-01-31T12:00:00.000Z}, binary in base64, NaN and Infinity in words, arrays, structs and maps as JSON text.
 */
final class ValueText {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private ValueText() {}

    static @Nullable String of(FieldVector vector, int row) {
        if (vector instanceof NullVector || vector.isNull(row)) {
            return null;
        }
        if (vector instanceof ListVector || vector instanceof StructVector) {
            StringBuilder json = new StringBuilder();
            JsonText.append(json, vector, row);
            return json.toString();
        }
        return scalar(vector, row);
    }

    /** The text of a value that is not null and has no parts. */
    static String scalar(ValueVector vector, int row) {
        if (vector instanceof VarCharVector text) {
            return new String(text.get(row), StandardCharsets.UTF_8);
        }
        if (vector instanceof LargeVarCharVector text) {
            return new String(text.get(row), StandardCharsets.UTF_8);
        }
        String number = number(vector, row);
        if (number != null) {
            return number;
        }
        if (vector instanceof BitVector bit) {
            return bit.get(row) != 0 ? "true" : "false";
        }
        byte[] bytes = bytes(vector, row);
        if (bytes != null) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return time(vector, row);
    }

    static boolean isNumber(ValueVector vector) {
        return vector instanceof IntVector
                || vector instanceof BigIntVector
                || vector instanceof SmallIntVector
                || vector instanceof TinyIntVector
                || vector instanceof DecimalVector
                || vector instanceof Float8Vector
                || vector instanceof Float4Vector;
    }

    private static @Nullable String number(ValueVector vector, int row) {
        if (vector instanceof IntVector number) {
            return Integer.toString(number.get(row));
        }
        if (vector instanceof BigIntVector number) {
            return Long.toString(number.get(row));
        }
        if (vector instanceof Float8Vector number) {
            return Double.toString(number.get(row));
        }
        if (vector instanceof DecimalVector number) {
            BigDecimal decimal = number.getObjectNotNull(row);
            return decimal.toPlainString();
        }
        if (vector instanceof Float4Vector number) {
            return Float.toString(number.get(row));
        }
        if (vector instanceof SmallIntVector number) {
            return Short.toString(number.get(row));
        }
        return vector instanceof TinyIntVector number ? Byte.toString(number.get(row)) : null;
    }

    private static byte @Nullable [] bytes(ValueVector vector, int row) {
        if (vector instanceof VarBinaryVector binary) {
            return binary.get(row);
        }
        if (vector instanceof LargeVarBinaryVector binary) {
            return binary.get(row);
        }
        return vector instanceof FixedSizeBinaryVector binary ? binary.get(row) : null;
    }

    private static String time(ValueVector vector, int row) {
        if (vector instanceof DateDayVector date) {
            return LocalDate.ofEpochDay(date.get(row)).toString();
        }
        if (vector instanceof DateMilliVector date) {
            return Instant.ofEpochMilli(date.get(row))
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString();
        }
        if (vector instanceof TimeStampVector timestamp) {
            return timestamp(timestamp, row);
        }
        if (vector instanceof DurationVector duration) {
            return dayTime(duration, row);
        }
        if (vector instanceof IntervalYearVector interval) {
            int months = interval.get(row);
            return "%s%d-%d".formatted(months < 0 ? "-" : "", Math.abs(months / 12), Math.abs(months % 12));
        }
        return String.valueOf(vector.getObject(row));
    }

    private static String timestamp(TimeStampVector vector, int row) {
        ArrowType.Timestamp type = (ArrowType.Timestamp) vector.getField().getType();
        long value = vector.get(row);
        Instant instant = switch (type.getUnit()) {
            case SECOND -> Instant.ofEpochSecond(value);
            case MILLISECOND -> Instant.ofEpochMilli(value);
            case MICROSECOND -> Instant.EPOCH.plus(value, ChronoUnit.MICROS);
            case NANOSECOND -> Instant.EPOCH.plusNanos(value);
        };
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        String text = (time.getNano() % 1_000_000 == 0 ? MILLIS : MICROS).format(time);
        return type.getTimezone() == null ? text : text + "Z";
    }

    /** {@code 1 02:03:04.000000000}, the vendor's form of a day-time interval. */
    private static String dayTime(DurationVector vector, int row) {
        var duration = vector.getObject(row);
        var absolute = duration.abs();
        return "%s%d %02d:%02d:%02d.%09d"
                .formatted(
                        duration.isNegative() ? "-" : "",
                        absolute.toDays(),
                        absolute.toHoursPart(),
                        absolute.toMinutesPart(),
                        absolute.toSecondsPart(),
                        absolute.getNano());
    }

    /** Values with parts, as JSON. */
    private static final class JsonText {
        private JsonText() {}

        static void append(StringBuilder json, ValueVector vector, int row) {
            if (vector instanceof NullVector || vector.isNull(row)) {
                json.append("null");
            } else if (vector instanceof MapVector map) {
                map(json, map, row);
            } else if (vector instanceof ListVector list) {
                list(json, list, row);
            } else if (vector instanceof StructVector struct) {
                struct(json, struct, row);
            } else {
                scalar(json, vector, row);
            }
        }

        private static void list(StringBuilder json, ListVector list, int row) {
            json.append('[');
            int start = list.getElementStartIndex(row);
            int end = list.getElementEndIndex(row);
            for (int i = start; i < end; i++) {
                comma(json, i > start);
                append(json, list.getDataVector(), i);
            }
            json.append(']');
        }

        private static void map(StringBuilder json, MapVector map, int row) {
            json.append('{');
            StructVector entries = (StructVector) map.getDataVector();
            ValueVector keys = entries.getChildByOrdinal(0);
            ValueVector values = entries.getChildByOrdinal(1);
            int start = map.getElementStartIndex(row);
            int end = map.getElementEndIndex(row);
            for (int i = start; i < end; i++) {
                comma(json, i > start);
                StringBuilder key = new StringBuilder();
                append(key, keys, i);
                boolean quoted = key.length() > 0 && key.charAt(0) == '"';
                if (quoted) {
                    json.append(key);
                } else {
                    quote(json, key.toString());
                }
                json.append(':');
                append(json, values, i);
            }
            json.append('}');
        }

        private static void struct(StringBuilder json, StructVector struct, int row) {
            json.append('{');
            boolean more = false;
            for (FieldVector child : struct.getChildrenFromFields()) {
                comma(json, more);
                more = true;
                quote(json, child.getField().getName());
                json.append(':');
                append(json, child, row);
            }
            json.append('}');
        }

        private static void scalar(StringBuilder json, ValueVector vector, int row) {
            String text = ValueText.scalar(vector, row);
            boolean finite = !text.endsWith("N") && !text.endsWith("y");
            if (vector instanceof BitVector || (isNumber(vector) && finite)) {
                json.append(text);
            } else {
                quote(json, text);
            }
        }

        private static void comma(StringBuilder json, boolean needed) {
            if (needed) {
                json.append(',');
            }
        }

        private static void quote(StringBuilder json, String text) {
            json.append('"')
                    .append(com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance()
                            .quoteAsString(text))
                    .append('"');
        }
    }
}
