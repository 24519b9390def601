package dev.tarn.files;

import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import dev.tarn.storage.FilePath;
import dev.tarn.storage.FileStore;
import dev.tarn.storage.FileStores;
import dev.tarn.storage.FileWrite;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files and folders in volumes and in the workspace's DBFS root. Volumes take READ VOLUME or WRITE VOLUME, asked anew by every use
 * case; the DBFS root belongs to everybody in the workspace, as the vendor's does.
 */
public final class Files {
    /** Characters that mean the same in a URI and in a file's name. */
    private static final Pattern IN_A_URI = Pattern.compile("[\\p{L}\\p{N}\\p{M}._~!$&'()*+,;=:@-]+");

    private final FilesConfig config;
    private final FileStores stores;
    private final VolumeAccess volumes;

    Files(FilesConfig config, FileStores stores, VolumeAccess volumes) {
        this.config = config;
        this.stores = stores;
        this.volumes = volumes;
    }

    /** What the path leads to. */
    public FileInfo stat(Caller caller, RemotePath path) {
        return store(caller, path, false).stat(path.path()).orElseThrow(() -> FilesErrors.notFound(path));
    }

    /** What the path leads to, if anything. */
    Optional<FileInfo> find(Caller caller, RemotePath path, boolean write) {
        return store(caller, path, write).stat(path.path());
    }

    /** The folder; a file of that name does not count. */
    public FileInfo folder(Caller caller, RemotePath path) {
        return folder(store(caller, path, false), path);
    }

    /** What lies directly in a folder, by name. */
    public Page<FileInfo> list(Caller caller, RemotePath path, PageRequest page) {
        FileStore store = store(caller, path, false);
        folder(store, path);
        return store.list(path.path(), page);
    }

    /** Opens a file for reading; to be closed. */
    public FileContent open(Caller caller, RemotePath path) {
        FileStore store = store(caller, path, false);
        file(store, path);
        return store.open(path.path());
    }

    /**
     * Writes a file, whole or not at all; missing folders are made.
     *
     * @param overwrite whether a file that is there is replaced
     * @param ifMatch the etag that it must have then
     */
    public FileInfo write(
            Caller caller, RemotePath path, InputStream content, boolean overwrite, Optional<String> ifMatch) {
        FileStore store = store(caller, path, true);
        requireWritable(store, path, overwrite);
        return store.put(path.path(), content, new FileWrite(overwrite, ifMatch, config.maxFileBytes()));
    }

    /** Whether the caller could write the file now; for uploads that come in parts. */
    void requireWritable(Caller caller, RemotePath path, boolean overwrite) {
        requireWritable(store(caller, path, true), path, overwrite);
    }

    /** Deletes a file. */
    public void delete(Caller caller, RemotePath path) {
        FileStore store = store(caller, path, true);
        file(store, path);
        store.delete(path.path());
    }

    /** Makes a folder and those above it; one that is there is fine. */
    public void makeFolder(Caller caller, RemotePath path) {
        FileStore store = store(caller, path, true);
        requireNoFileAbove(store, path, path.path());
        store.makeFolder(path.path());
    }

    /** Deletes an empty folder. */
    public void deleteFolder(Caller caller, RemotePath path) {
        FileStore store = store(caller, path, true);
        folder(store, path);
        store.deleteFolder(path.path());
    }

    /** Deletes a file, or a folder with everything in it. */
    public void deleteTree(Caller caller, RemotePath path) {
        FileStore store = store(caller, path, true);
        if (store.stat(path.path())
                .orElseThrow(() -> FilesErrors.notFound(path))
                .folder()) {
            store.deleteTree(path.path());
        } else {
            store.delete(path.path());
        }
    }

    /** Moves a file or folder to a name that is free, within one volume or within the DBFS root. */
    public void move(Caller caller, RemotePath from, RemotePath to) {
        if (!from.volume().equals(to.volume())) {
            throw FilesErrors.differentRoots(from, to);
        }
        FileStore store = store(caller, from, true);
        if (store.stat(from.path()).isEmpty()) {
            throw FilesErrors.notFound(from);
        }
        if (store.stat(to.path()).isPresent()) {
            throw FilesErrors.exists(to);
        }
        store.move(from.path(), to.path());
    }

    /** Where the workspace's DBFS root lies on this machine. */
    Path dbfsRoot(Caller caller) {
        return config.folder().resolve("dbfs").resolve(caller.workspace().toString());
    }

    /**
     * The place of a path, for engines that read and write files themselves.
     *
     * @return URI of the place
     */
    public String place(Caller caller, RemotePath path, boolean write) {
        String root = root(caller, path, write);
        if (!path.path().segments().stream()
                .allMatch(name -> IN_A_URI.matcher(name).matches())) {
            throw FilesErrors.notForSql(path);
        }
        return path.path().isRoot() ? root : root + "/" + path.path();
    }

    private FileStore store(Caller caller, RemotePath path, boolean write) {
        return stores.at(root(caller, path, write));
    }

    private String root(Caller caller, RemotePath path, boolean write) {
        if (path.volume().isPresent()) {
            return volumes.location(caller, path.volume().get(), write);
        }
        if (!config.dbfsRoot()) {
            throw FilesErrors.noDbfsRoot();
        }
        return "file:" + dbfsRoot(caller);
    }

    private static void requireWritable(FileStore store, RemotePath path, boolean overwrite) {
        Optional<FileInfo> present = store.stat(path.path());
        if (present.isPresent() && present.get().folder()) {
            throw FilesErrors.notAFile(path);
        }
        if (present.isPresent() && !overwrite) {
            throw FilesErrors.exists(path);
        }
        if (present.isEmpty()) {
            requireNoFileAbove(store, path, path.path().parent().orElse(FilePath.ROOT));
        }
    }

    /** Refuses a folder that cannot be there because a file is. */
    private static void requireNoFileAbove(FileStore store, RemotePath path, FilePath folder) {
        Optional<FilePath> above = Optional.of(folder);
        while (above.isPresent()) {
            Optional<FileInfo> present = store.stat(above.get());
            if (present.isPresent()) {
                if (!present.get().folder()) {
                    throw FilesErrors.notADirectory(path.with(above.get()));
                }
                return;
            }
            above = above.get().parent();
        }
    }

    private static FileInfo file(FileStore store, RemotePath path) {
        return store.stat(path.path()).filter(info -> !info.folder()).orElseThrow(() -> FilesErrors.notFound(path));
    }

    private static FileInfo folder(FileStore store, RemotePath path) {
        return store.stat(path.path()).filter(FileInfo::folder).orElseThrow(() -> FilesErrors.notFound(path));
    }
}
