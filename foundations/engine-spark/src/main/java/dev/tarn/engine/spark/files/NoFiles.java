package dev.tarn.engine.spark.files;

import dev.tarn.engine.files.ObjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;

/** Stands where no object stores are served: everything is refused. */
final class NoFiles implements ObjectFiles {
    static final NoFiles INSTANCE = new NoFiles();

    private NoFiles() {}

    @Override
    public Optional<Entry> stat(URI place) throws IOException {
        throw refusal(place);
    }

    @Override
    public List<Entry> list(URI folder) throws IOException {
        throw refusal(folder);
    }

    @Override
    public InputStream open(URI file, long offset) throws IOException {
        throw refusal(file);
    }

    @Override
    public OutputStream create(URI file, boolean overwrite) throws IOException {
        throw refusal(file);
    }

    @Override
    public void copy(URI from, URI to) throws IOException {
        throw refusal(from);
    }

    @Override
    public void delete(URI file) throws IOException {
        throw refusal(file);
    }

    private static IOException refusal(URI place) {
        return new AccessDeniedException(place.getPath(), null, "object stores are not served");
    }
}
