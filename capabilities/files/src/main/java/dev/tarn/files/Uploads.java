package dev.tarn.files;

import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.db.Database;
import dev.tarn.files.internal.Spool;
import dev.tarn.files.internal.UploadStore;
import dev.tarn.files.internal.UploadStore.Kind;
import dev.tarn.files.internal.UploadStore.Upload;
import dev.tarn.storage.FileInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Uploads that come in pieces: numbered parts (multipart), or block after block (DBFS). The file appears when the upload is completed;
 * nobody but its beginner can add to it, and one that takes longer than a day is forgotten. The right to write is asked when it begins
 * and again when it ends.
 */
public final class Uploads {
    private static final int MOST_PARTS = 10_000;
    private static final int LARGEST_BLOCK = 1024 * 1024;

    /** A part as its uploader knows it. */
    public record Part(int number, String etag) {}

    private final Database db;
    private final Clocks clocks;
    private final Files files;
    private final FilesConfig config;
    private final UploadStore store = new UploadStore();
    private final Spool spool;

    Uploads(Database db, Clocks clocks, Files files, FilesConfig config) {
        this.db = db;
        this.clocks = clocks;
        this.files = files;
        this.config = config;
        this.spool = new Spool(config.folder().resolve("uploads"));
    }

    /**
     * Begins an upload in parts.
     *
     * @return its token
     */
    public String begin(Caller caller, RemotePath path, boolean overwrite) {
        return begin(caller, path, overwrite, Kind.PARTS, Ids.secret(24));
    }

    /**
     * Takes a part.
     *
     * @return its etag, to be named when the upload is completed
     */
    public String part(Caller caller, String token, RemotePath path, long number, InputStream content) {
        Upload upload = require(caller, token, Kind.PARTS, Optional.of(path));
        if (number < 1 || number > MOST_PARTS) {
            throw FilesErrors.badPartNumber(number);
        }
        return spool.part(upload.id(), (int) number, content, config.maxFileBytes());
    }

    /** Makes the file out of the parts that are listed. */
    public FileInfo complete(Caller caller, String token, RemotePath path, List<Part> parts) {
        Upload upload = require(caller, token, Kind.PARTS, Optional.of(path));
        int last = 0;
        for (Part part : parts) {
            if (part.number() <= last) {
                throw FilesErrors.partsOutOfOrder();
            }
            last = part.number();
        }
        List<Spool.Part> spooled = parts.stream()
                .map(part -> new Spool.Part(part.number(), part.etag()))
                .toList();
        return finish(caller, upload, id -> spool.parts(id, spooled));
    }

    /** Forgets an upload in parts. */
    public void abort(Caller caller, String token, RemotePath path) {
        forget(require(caller, token, Kind.PARTS, Optional.of(path)).id());
    }

    /** Refuses what is not the caller's running upload of that path. */
    public void require(Caller caller, String token, RemotePath path) {
        require(caller, token, Kind.PARTS, Optional.of(path));
    }

    /**
     * Begins an upload block by block.
     *
     * @return its handle
     */
    public long create(Caller caller, RemotePath path, boolean overwrite) {
        return Long.parseLong(begin(caller, path, overwrite, Kind.BLOCKS, Long.toString(Ids.numeric())));
    }

    /** Adds a block. */
    public void addBlock(Caller caller, long handle, byte[] block) {
        if (block.length > LARGEST_BLOCK) {
            throw FilesErrors.blockTooLarge();
        }
        Upload upload = require(caller, Long.toString(handle), Kind.BLOCKS, Optional.empty());
        spool.append(upload.id(), block, config.maxFileBytes());
    }

    /** Makes the file out of the blocks. */
    public void close(Caller caller, long handle) {
        Upload upload = require(caller, Long.toString(handle), Kind.BLOCKS, Optional.empty());
        finish(caller, upload, spool::blocks);
    }

    /** Deletes what an earlier process left and nobody can complete. */
    void start() {
        spool.keepOnly(db.read(store::ids));
    }

    UploadStore store() {
        return store;
    }

    private String begin(Caller caller, RemotePath path, boolean overwrite, Kind kind, String id) {
        files.requireWritable(caller, path, overwrite);
        Instant now = clocks.now(caller);
        List<String> expired = db.write(tx -> {
            List<String> over = store.expired(tx, caller.workspace(), now);
            over.forEach(each -> store.delete(tx, each));
            store.insert(
                    tx,
                    new Upload(
                            id,
                            caller.workspace(),
                            caller.principal().id(),
                            path.text(),
                            kind,
                            overwrite,
                            now.plus(config.uploadLifetime())));
            return over;
        });
        expired.forEach(spool::delete);
        return id;
    }

    private Upload require(Caller caller, String id, Kind kind, Optional<RemotePath> path) {
        return db.read(tx -> store.find(tx, id))
                .filter(upload -> upload.kind() == kind
                        && upload.workspace().equals(caller.workspace())
                        && upload.principal().equals(caller.principal().id())
                        && path.map(RemotePath::text).orElse(upload.path()).equals(upload.path())
                        && clocks.now(caller).isBefore(upload.expiresAt()))
                .orElseThrow(FilesErrors::uploadNotFound);
    }

    private FileInfo finish(Caller caller, Upload upload, Function<String, InputStream> content) {
        try (InputStream in = content.apply(upload.id())) {
            FileInfo info =
                    files.write(caller, RemotePath.parse(upload.path()), in, upload.overwrite(), Optional.empty());
            forget(upload.id());
            return info;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String id) {
        db.write(tx -> store.delete(tx, id));
        spool.delete(id);
    }
}
