package dev.tarn.engine.spark.session;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Holds the Arrow batches of one partition: the first megabytes in memory, what is more in a file, so that a partition of any size
 * takes little heap. Runs in Spark's tasks; the file is read where the result is, so this is for engines of one machine.
 *
 * @param folder of the result, made when it is first needed; whoever reads the result deletes it
 */
public record Spill(String folder, long memoryBytes) implements FlatMapFunction<Iterator<byte[]>, Spill.Part> {
    private static final long serialVersionUID = 1L;

    /** A partition's batches. @param file empty where memory was enough */
    record Part(ArrayList<byte[]> held, String file) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Batches as they are read. */
    interface Batches extends AutoCloseable {
        Optional<byte[]> next();

        @Override
        void close();
    }

    static Path root(Path scratch) {
        return scratch.resolve("spill");
    }

    /** Deletes what an earlier process left behind; before the engine starts. */
    public static void clear(Path scratch) {
        delete(root(scratch));
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Iterator<Part> call(Iterator<byte[]> batches) throws IOException {
        ArrayList<byte[]> held = new ArrayList<>();
        long bytes = 0;
        while (batches.hasNext()) {
            byte[] batch = batches.next();
            if (bytes + batch.length > memoryBytes) {
                return List.of(new Part(held, written(batch, batches))).iterator();
            }
            held.add(batch);
            bytes += batch.length;
        }
        return List.of(new Part(held, "")).iterator();
    }

    private String written(byte[] first, Iterator<byte[]> rest) throws IOException {
        Path file = Files.createDirectories(Path.of(folder)).resolve(UUID.randomUUID() + ".batches");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            write(out, first);
            while (rest.hasNext()) {
                write(out, rest.next());
            }
        }
        return file.toString();
    }

    private static void write(DataOutputStream out, byte[] batch) throws IOException {
        out.writeInt(batch.length);
        out.write(batch);
    }

    /** Reads a partition's batches in order; its file is deleted at the end. */
    static Batches read(Part part) {
        return new PartReader(part);
    }

    private static final class PartReader implements Batches {
        private final Iterator<byte[]> held;
        private final Optional<Path> file;
        private Optional<DataInputStream> in = Optional.empty();

        PartReader(Part part) {
            held = part.held().iterator();
            file = part.file().isEmpty() ? Optional.empty() : Optional.of(Path.of(part.file()));
        }

        @Override
        public Optional<byte[]> next() {
            if (held.hasNext()) {
                byte[] batch = held.next();
                held.remove();
                return Optional.of(batch);
            }
            if (file.isEmpty()) {
                return Optional.empty();
            }
            try {
                if (in.isEmpty()) {
                    in = Optional.of(
                            new DataInputStream(new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16)));
                }
                DataInputStream open = in.get();
                byte[] batch = new byte[open.readInt()];
                open.readFully(batch);
                return Optional.of(batch);
            } catch (EOFException end) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                if (in.isPresent()) {
                    in.get().close();
                }
                if (file.isPresent()) {
                    Files.deleteIfExists(file.get());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
