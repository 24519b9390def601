package dev.tarn.engine.spark.session;

import dev.tarn.engine.ResultSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.ArrowUtils;

/** The columns of a Spark result, as the door names their types. */
final class ResultSchemas {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("tinyint", "BYTE"),
            Map.entry("smallint", "SHORT"),
            Map.entry("int", "INT"),
            Map.entry("bigint", "LONG"),
            Map.entry("void", "NULL"),
            Map.entry("varchar", "STRING"));

    private ResultSchemas() {}

    static ResultSchema of(StructType schema, String timeZone) {
        List<ResultSchema.Column> columns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            DataType type = field.dataType();
            Optional<DecimalType> decimal = type instanceof DecimalType exact ? Optional.of(exact) : Optional.empty();
            columns.add(new ResultSchema.Column(
                    field.name(),
                    type.sql(),
                    name(type),
                    decimal.map(DecimalType::precision),
                    decimal.map(DecimalType::scale),
                    field.nullable()));
        }
        return new ResultSchema(columns, message(ArrowUtils.toArrowSchema(schema, timeZone, false, false)));
    }

    private static String name(DataType type) {
        String simple = type.typeName().toLowerCase(Locale.ROOT);
        String word = simple.startsWith("interval") ? "interval" : simple.split("[( <]", 2)[0];
        String sql = type.catalogString().split("[( <]", 2)[0];
        return NAMES.getOrDefault(sql, word.toUpperCase(Locale.ROOT));
    }

    private static byte[] message(Schema schema) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WriteChannel channel = new WriteChannel(Channels.newChannel(bytes))) {
            MessageSerializer.serialize(channel, schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
