package dev.tarn.sql.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tarn.engine.ArrowBatch;
import dev.tarn.engine.ResultSchema;
import dev.tarn.sql.ResultFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The three formats of the statement API. */
final class ChunkFormats {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private ChunkFormats() {}

    static ChunkFormat of(ResultFormat format, ResultSchema schema, ArrowRows rows) {
        return switch (format) {
            case JSON_ARRAY -> new JsonChunks(rows);
            case CSV -> new CsvChunks(rows, schema);
            case ARROW_STREAM -> new ArrowChunks(schema);
        };
    }

    private static final class JsonChunks implements ChunkFormat {
        private final ArrowRows arrow;
        private @Nullable JsonGenerator json;

        JsonChunks(ArrowRows arrow) {
            this.arrow = arrow;
        }

        @Override
        public void begin(OutputStream out, boolean firstChunk) throws IOException {
            json = JSON.createGenerator(out);
            json.writeStartArray();
        }

        @Override
        public void write(OutputStream out, ArrowBatch batch) throws IOException {
            JsonGenerator open = Objects.requireNonNull(json);
            for (List<@Nullable String> row : arrow.read(batch)) {
                open.writeStartArray();
                for (String value : row) {
                    open.writeString(value);
                }
                open.writeEndArray();
            }
        }

        @Override
        public void end(OutputStream out) throws IOException {
            JsonGenerator open = Objects.requireNonNull(json);
            open.writeEndArray();
            open.close();
        }
    }

    /** Null is the word {@code null}; a text that is that word is quoted. */
    private static final class CsvChunks implements ChunkFormat {
        private final ArrowRows arrow;
        private final ResultSchema schema;

        CsvChunks(ArrowRows arrow, ResultSchema schema) {
            this.arrow = arrow;
            this.schema = schema;
        }

        @Override
        public void begin(OutputStream out, boolean firstChunk) throws IOException {
            if (firstChunk) {
                line(
                        out,
                        schema.columns().stream().map(ResultSchema.Column::name).toList());
            }
        }

        @Override
        public void write(OutputStream out, ArrowBatch batch) throws IOException {
            for (List<@Nullable String> row : arrow.read(batch)) {
                line(out, row);
            }
        }

        @Override
        public void end(OutputStream out) {}

        private static void line(OutputStream out, List<? extends @Nullable String> values) throws IOException {
            String line = values.stream().map(CsvChunks::field).collect(Collectors.joining(",", "", "\r\n"));
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }

        private static String field(@Nullable String value) {
            if (value == null) {
                return "null";
            }
            boolean plain = !value.equals("null")
                    && value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
        }
    }

    private static final class ArrowChunks implements ChunkFormat {
        private final ResultSchema schema;

        ArrowChunks(ResultSchema schema) {
            this.schema = schema;
        }

        @Override
        public void begin(OutputStream out, boolean firstChunk) throws IOException {
            out.write(schema.arrowSchema());
        }

        @Override
        public void write(OutputStream out, ArrowBatch batch) throws IOException {
            out.write(batch.message());
        }

        @Override
        public void end(OutputStream out) throws IOException {
            out.write(ArrowMessages.END_OF_STREAM);
        }
    }
}
