package dev.tarn.sql.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tarn.core.Json;
import dev.tarn.sql.ResultManifest;
import dev.tarn.sql.SqlErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A finished result: in memory if it is small and inline, else in files. Safe for use by many threads. */
public final class StoredResult {
    private static final TypeReference<List<List<@Nullable String>>> ROWS = new TypeReference<>() {};

    private final String statementId;
    private final ResultManifest manifest;
    private final Optional<List<List<@Nullable String>>> resident;
    private final ResultFiles files;
    private final Runnable release;
    private final AtomicBoolean released = new AtomicBoolean();

    StoredResult(
            String statementId,
            ResultManifest manifest,
            Optional<List<List<@Nullable String>>> resident,
            ResultFiles files,
            Runnable release) {
        this.statementId = statementId;
        this.manifest = manifest;
        this.resident = resident;
        this.files = files;
        this.release = release;
    }

    public ResultManifest manifest() {
        return manifest;
    }

    /** The values of a chunk of an inline result. */
    public List<List<@Nullable String>> rows(int chunk) {
        if (resident.isPresent()) {
            return resident.get();
        }
        try {
            return Json.read(Files.readString(file(chunk)), ROWS);
        } catch (NoSuchFileException e) {
            throw SqlErrors.closed(statementId);
        } catch (IOException e) {
            throw new UncheckedIOException("A result file cannot be read: " + file(chunk), e);
        }
    }

    /** The file of a chunk of a result that is not in memory. */
    public Path file(int chunk) {
        return files.file(statementId, chunk);
    }

    /** Frees memory and files; later calls do nothing. */
    public void release() {
        if (released.compareAndSet(false, true)) {
            release.run();
        }
    }
}
