package dev.tarn.engine.spark.fs;

import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files without checksum files beside them and without a {@code chmod} process per file: four fifths of a small commit's
 * time went there. New files get the process's umask; the data directory itself is closed to others.
 */
public final class PlainLocalFileSystem extends LocalFileSystem {
    /** Hadoop makes it by name. */
    public PlainLocalFileSystem() {
        super(new Unforked());
        setWriteChecksum(false);
        setVerifyChecksum(false);
    }

    @Override
    public void setPermission(Path path, FsPermission permission) {
        // the umask decides
    }

    private static final class Unforked extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) {
            // the umask decides
        }
    }
}
