package dev.tarn.engine.spark;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.Authentication;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.core.WorkspaceId;
import dev.tarn.engine.ArrowBatch;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.ResultStream;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.SqlEngine;
import dev.tarn.engine.Statement;
import dev.tarn.engine.command.CommandResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;

/** One engine for all tests of this JVM, over a small lakehouse in memory. */
final class EngineRig {
    static final Path FOLDER = temporary();
    static final MemoryLakehouse LAKEHOUSE = new MemoryLakehouse(FOLDER);
    static final SqlEngine ENGINE = new SparkEngine(
            new SparkEngineConfig(FOLDER.resolve("spark"), "local[2]", 2),
            LAKEHOUSE,
            (caller, command) -> new CommandResult(command.columns(), List.of()));

    private EngineRig() {}

    static Caller caller(String name) {
        return new Caller(
                new Principal(name, name, PrincipalKind.USER),
                Set.of(),
                new WorkspaceId(1),
                "m",
                false,
                new Authentication(Authentication.Method.TOKEN, ""),
                RequestInfo.INTERNAL);
    }

    static EngineSession session(String name) {
        return ENGINE.open(caller(name), SessionOptions.DEFAULT);
    }

    /** Runs a statement and returns its rows, values as text. */
    static List<List<String>> rows(EngineSession session, String sql) {
        return rows(session, Statement.of(sql));
    }

    static List<List<String>> rows(EngineSession session, Statement statement) {
        List<List<String>> rows = new ArrayList<>();
        try (ResultStream result = session.execute(statement);
                RootAllocator allocator = new RootAllocator()) {
            for (Optional<ArrowBatch> batch = result.next(); batch.isPresent(); batch = result.next()) {
                read(allocator, result.schema().arrowSchema(), batch.get().message(), rows);
            }
        }
        return rows;
    }

    private static void read(RootAllocator allocator, byte[] schema, byte[] message, List<List<String>> rows) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(schema);
        stream.writeBytes(message);
        try (ArrowStreamReader reader =
                new ArrowStreamReader(new ByteArrayInputStream(stream.toByteArray()), allocator)) {
            reader.loadNextBatch();
            var root = reader.getVectorSchemaRoot();
            for (int i = 0; i < root.getRowCount(); i++) {
                List<String> row = new ArrayList<>();
                for (FieldVector vector : root.getFieldVectors()) {
                    row.add(String.valueOf(vector.getObject(i)));
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The error that a statement ends with. */
    static AppException failure(EngineSession session, String sql) {
        try {
            List<List<String>> rows = rows(session, sql);
            throw new AssertionError("must fail, but answered " + rows + ": " + sql);
        } catch (AppException e) {
            return e;
        }
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("tarn-engine-").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // a temporary folder that is left behind harms nobody
        }
    }
}
