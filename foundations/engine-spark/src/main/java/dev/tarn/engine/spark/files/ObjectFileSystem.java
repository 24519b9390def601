package dev.tarn.engine.spark.files;

import dev.tarn.core.Ids;
import dev.tarn.engine.files.ObjectFiles;
import dev.tarn.engine.files.ObjectFiles.Entry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * {@code s3://metastore@bucket/...} over {@link ObjectFiles}. Neither keys nor endpoints are in any configuration, so that nothing in SQL
 * can show or change them. A file that is made without {@code overwrite} is made by a conditional write, which is what Delta's log needs
 * of a store with several writers. Folders are not made: they are there when something is in them.
 */
public final class ObjectFileSystem extends FileSystem {
    private static final String KEY = "fs.s3.tarn.files";
    private static final int BLOCK_BYTES = 64 << 20;

    /** Hadoop makes file systems by class name; the configuration that leads here is the server's own. */
    private static final Map<String, ObjectFiles> BY_ID = new ConcurrentHashMap<>();

    private ObjectFiles files = NoFiles.INSTANCE;
    private URI uri = URI.create("s3:///");
    private Path working = new Path("s3:///");

    /** The settings of Spark that let it find the files. */
    public static Map<String, String> settings(ObjectFiles files) {
        String id = Ids.uuid();
        BY_ID.put(id, files);
        return Map.of(
                "spark.hadoop." + KEY,
                id,
                "spark.hadoop.fs.s3.impl",
                ObjectFileSystem.class.getName(),
                "spark.delta.logStore.s3.impl",
                ObjectLogStore.class.getName());
    }

    @Override
    public void initialize(URI name, Configuration conf) throws IOException {
        super.initialize(name, conf);
        setConf(conf);
        uri = URI.create("s3://" + name.getAuthority());
        working = new Path(uri + "/");
        files = BY_ID.getOrDefault(conf.get(KEY, ""), NoFiles.INSTANCE);
    }

    @Override
    public String getScheme() {
        return "s3";
    }

    @Override
    public URI getUri() {
        return uri;
    }

    private URI place(Path path) {
        return makeQualified(path).toUri();
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        FileStatus status = getFileStatus(path);
        if (status.isDirectory()) {
            throw new FileNotFoundException(path + " is a folder");
        }
        return new FSDataInputStream(new ObjectInput(files, place(path), status.getLen()));
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        if (!overwrite && files.stat(place(path)).isPresent()) {
            throw new FileAlreadyExistsException(path.toString());
        }
        return new FSDataOutputStream(files.create(place(path), overwrite), statistics);
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
        throw new UnsupportedOperationException("Objects cannot be appended to");
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        Optional<Entry> source = files.stat(place(from));
        if (source.isEmpty() || files.stat(place(to)).filter(e -> !e.folder()).isPresent()) {
            return false;
        }
        Path target = getFolder(to) ? new Path(to, from.getName()) : to;
        move(source.get(), place(target));
        return true;
    }

    private boolean getFolder(Path path) throws IOException {
        return files.stat(place(path)).filter(Entry::folder).isPresent();
    }

    private void move(Entry from, URI to) throws IOException {
        if (!from.folder()) {
            files.copy(from.place(), to);
            files.delete(from.place());
            return;
        }
        for (Entry inside : files.list(from.place())) {
            String name = new Path(inside.place()).getName();
            move(inside, new Path(new Path(to), name).toUri());
        }
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        Optional<Entry> entry = files.stat(place(path));
        if (entry.isEmpty()) {
            return false;
        }
        delete(entry.get(), recursive);
        return true;
    }

    private void delete(Entry entry, boolean recursive) throws IOException {
        if (!entry.folder()) {
            files.delete(entry.place());
            return;
        }
        List<Entry> inside = files.list(entry.place());
        if (!recursive && !inside.isEmpty()) {
            throw new IOException(entry.place().getPath() + " is not empty");
        }
        for (Entry child : inside) {
            delete(child, true);
        }
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        FileStatus self = getFileStatus(path);
        if (!self.isDirectory()) {
            return new FileStatus[] {self};
        }
        List<FileStatus> all = new ArrayList<>();
        for (Entry entry : files.list(place(path))) {
            all.add(status(entry));
        }
        return all.toArray(FileStatus[]::new);
    }

    @Override
    public void setWorkingDirectory(Path path) {
        working = path;
    }

    @Override
    public Path getWorkingDirectory() {
        return working;
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) {
        return true;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return status(files.stat(place(path)).orElseThrow(() -> new FileNotFoundException(path.toString())));
    }

    private FileStatus status(Entry entry) {
        return new FileStatus(
                entry.bytes(),
                entry.folder(),
                1,
                BLOCK_BYTES,
                entry.modifiedAt().toEpochMilli(),
                makeQualified(new Path(entry.place())));
    }
}
