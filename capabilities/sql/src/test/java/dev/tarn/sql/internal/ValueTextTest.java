package dev.tarn.sql.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntervalYearVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.complex.impl.UnionMapWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every type's text, as the statement API writes it. */
class ValueTextTest {
    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    /** Texts of a column whose rows the setter fills; the row after them is NULL. */
    private <V extends FieldVector> List<String> texts(ArrowType type, int rows, Consumer<V> setter) {
        return texts(new Field("c", FieldType.nullable(type), null), rows, setter);
    }

    @SuppressWarnings("unchecked")
    private <V extends FieldVector> List<String> texts(Field field, int rows, Consumer<V> setter) {
        try (V vector = (V) field.createVector(allocator)) {
            vector.allocateNew();
            setter.accept(vector);
            vector.setValueCount(rows + 1);
            List<String> texts = new ArrayList<>();
            for (int row = 0; row <= rows; row++) {
                texts.add(ValueText.of(vector, row));
            }
            assertEquals(null, texts.remove(rows));
            return texts;
        }
    }

    @Test
    void numbersArePlain() {
        assertEquals(List.of("-128", "127"), this.<TinyIntVector>texts(new ArrowType.Int(8, true), 2, vector -> {
            vector.setSafe(0, -128);
            vector.setSafe(1, 127);
        }));
        assertEquals(
                List.of("-32768"),
                this.<SmallIntVector>texts(new ArrowType.Int(16, true), 1, vector -> vector.setSafe(0, -32768)));
        assertEquals(
                List.of("0.00000000000000000001", "100000000000000000.00000000000000000000"),
                this.<DecimalVector>texts(new ArrowType.Decimal(38, 20, 128), 2, vector -> {
                    vector.setSafe(0, new BigDecimal("0.00000000000000000001"));
                    vector.setSafe(1, new BigDecimal("1E17").setScale(20));
                }));
        assertEquals(
                List.of("1.5", "NaN", "Infinity", "-Infinity", "1.0E10", "-0.0"),
                this.<Float8Vector>texts(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE), 6, vector -> {
                    double[] values = {1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e10, -0.0};
                    for (int i = 0; i < values.length; i++) {
                        vector.setSafe(i, values[i]);
                    }
                }));
        assertEquals(
                List.of("0.1"),
                this.<Float4Vector>texts(
                        new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE),
                        1,
                        vector -> vector.setSafe(0, 0.1f)));
        assertEquals(List.of("true", "false"), this.<BitVector>texts(ArrowType.Bool.INSTANCE, 2, vector -> {
            vector.setSafe(0, 1);
            vector.setSafe(1, 0);
        }));
    }

    @Test
    void timesAreIsoInUtc() {
        assertEquals(
                List.of("2024-02-29", "0001-01-01"),
                this.<DateDayVector>texts(new ArrowType.Date(org.apache.arrow.vector.types.DateUnit.DAY), 2, vector -> {
                    vector.setSafe(0, (int) LocalDate.parse("2024-02-29").toEpochDay());
                    vector.setSafe(1, (int) LocalDate.parse("0001-01-01").toEpochDay());
                }));
        long instant = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() * 1_000_000;
        assertEquals(
                List.of("2024-01-01T00:00:00.000Z", "2024-01-01T00:00:00.123456Z", "1969-12-31T23:59:59.999Z"),
                this.<TimeStampMicroTZVector>texts(
                        new ArrowType.Timestamp(TimeUnit.MICROSECOND, "Europe/Berlin"), 3, vector -> {
                            vector.setSafe(0, instant);
                            vector.setSafe(1, instant + 123_456);
                            vector.setSafe(2, -1000);
                        }));
        assertEquals(
                List.of("2024-01-01T00:00:00.000"),
                this.<TimeStampMicroVector>texts(
                        new ArrowType.Timestamp(TimeUnit.MICROSECOND, null), 1, vector -> vector.setSafe(0, instant)));
    }

    @Test
    void intervalsAreInTheVendorsForm() {
        assertEquals(
                List.of("1 02:03:04.500000000", "-0 00:00:01.000000000"),
                this.<DurationVector>texts(new ArrowType.Duration(TimeUnit.MICROSECOND), 2, vector -> {
                    vector.setSafe(0, Duration.parse("P1DT2H3M4.5S").toNanos() / 1000);
                    vector.setSafe(1, -1_000_000);
                }));
        assertEquals(
                List.of("1-2", "-0-1"),
                this.<IntervalYearVector>texts(new ArrowType.Interval(IntervalUnit.YEAR_MONTH), 2, vector -> {
                    vector.setSafe(0, 14);
                    vector.setSafe(1, -1);
                }));
    }

    @Test
    void binaryIsBase64() {
        assertEquals(
                List.of("AP8="),
                this.<VarBinaryVector>texts(
                        ArrowType.Binary.INSTANCE, 1, vector -> vector.setSafe(0, new byte[] {0, (byte) 0xff})));
    }

    @Test
    void nothingIsNull() {
        try (NullVector vector = new NullVector("c", 1)) {
            assertEquals(null, ValueText.of(vector, 0));
        }
    }

    @Test
    void arraysAreJson() {
        Field item = new Field("element", FieldType.nullable(new ArrowType.Int(32, true)), null);
        Field field = new Field("c", FieldType.nullable(ArrowType.List.INSTANCE), List.of(item));
        assertEquals(List.of("[1,null,3]", "[]"), this.<ListVector>texts(field, 2, vector -> {
            UnionListWriter writer = vector.getWriter();
            writer.setPosition(0);
            writer.startList();
            writer.integer().writeInt(1);
            writer.writeNull();
            writer.integer().writeInt(3);
            writer.endList();
            writer.setPosition(1);
            writer.startList();
            writer.endList();
        }));
    }

    @Test
    void structsAndMapsAreJsonWithQuotedTextsAndWords() {
        Field text = new Field("a \"b\"", FieldType.nullable(ArrowType.Utf8.INSTANCE), null);
        Field number =
                new Field("n", FieldType.nullable(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)), null);
        Field struct = new Field("c", FieldType.nullable(ArrowType.Struct.INSTANCE), List.of(text, number));
        assertEquals(
                List.of("{\"a \\\"b\\\"\":\"x\\ny\",\"n\":\"NaN\"}", "{\"a \\\"b\\\"\":null,\"n\":2.5}"),
                this.<StructVector>texts(struct, 2, vector -> {
                    var texts = (org.apache.arrow.vector.VarCharVector) vector.getChildByOrdinal(0);
                    var numbers = (Float8Vector) vector.getChildByOrdinal(1);
                    texts.setSafe(0, "x\ny".getBytes(StandardCharsets.UTF_8));
                    numbers.setSafe(0, Double.NaN);
                    numbers.setSafe(1, 2.5);
                    vector.setIndexDefined(0);
                    vector.setIndexDefined(1);
                }));
        Field key = new Field("key", FieldType.notNullable(new ArrowType.Int(64, true)), null);
        Field value = new Field("value", FieldType.nullable(new ArrowType.Int(32, true)), null);
        Field entries = new Field("entries", FieldType.notNullable(ArrowType.Struct.INSTANCE), List.of(key, value));
        Field map = new Field("c", FieldType.nullable(new ArrowType.Map(false)), List.of(entries));
        assertEquals(List.of("{\"1\":10,\"2\":null}"), this.<MapVector>texts(map, 1, vector -> {
            UnionMapWriter writer = vector.getWriter();
            writer.setPosition(0);
            writer.startMap();
            for (Map.Entry<Long, Integer> entry : List.of(Map.entry(1L, 10), Map.entry(2L, -1))) {
                writer.startEntry();
                writer.key().bigInt().writeBigInt(entry.getKey());
                if (entry.getValue() >= 0) {
                    writer.value().integer().writeInt(entry.getValue());
                }
                writer.endEntry();
            }
            writer.endMap();
        }));
    }
}
