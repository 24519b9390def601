package dev.tarn.engine.spark.files;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log in an object store. A commit is one conditional write, so that of two writers, wherever they are, one finds the name
 * taken; listings are what the store says, as stores are consistent today.
 */
public final class ObjectLogStore extends HadoopFileSystemLogStore {
    /** Delta makes it by name. */
    public ObjectLogStore(Configuration conf) {
        super(conf);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration conf) throws IOException {
        FileSystem files = path.getFileSystem(conf);
        if (!overwrite && files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        StringBuilder commit = new StringBuilder();
        actions.forEachRemaining(action -> commit.append(action).append('\n'));
        try (FSDataOutputStream out = files.create(path, overwrite)) {
            out.write(commit.toString().getBytes(StandardCharsets.UTF_8));
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            // Delta tries again after Java's exception of this name alone
            throw (FileAlreadyExistsException) new FileAlreadyExistsException(path.toString()).initCause(e);
        }
    }

    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration conf) {
        return false;
    }
}
