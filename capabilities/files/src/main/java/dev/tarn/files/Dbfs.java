package dev.tarn.files;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.storage.FileContent;
import dev.tarn.storage.FileInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The same files as the older DBFS API has them: its codes, its habits. */
public final class Dbfs {
    private static final int MOST_LISTED = 100_000;
    private static final int LARGEST_READ = 1024 * 1024;
    private static final int USUAL_READ = 512 * 1024;

    private final Files files;
    private final Uploads uploads;

    Dbfs(Files files, Uploads uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    public FileInfo status(Caller caller, RemotePath path) {
        return inItsCodes(() -> files.stat(caller, path));
    }

    /** What lies in a folder, or the file itself. */
    public List<FileInfo> list(Caller caller, RemotePath path) {
        FileInfo present = status(caller, path);
        if (!present.folder()) {
            return List.of(present);
        }
        return inItsCodes(() -> {
            List<FileInfo> all = new ArrayList<>();
            PageRequest request = PageRequest.first(PageRequest.MAXIMUM);
            while (true) {
                Page<FileInfo> page = files.list(caller, path, request);
                all.addAll(page.items());
                if (all.size() > MOST_LISTED) {
                    throw FilesErrors.tooManyEntries(path, MOST_LISTED);
                }
                if (page.next().isEmpty()) {
                    return all;
                }
                request = new PageRequest(PageRequest.MAXIMUM, page.next());
            }
        });
    }

    /**
     * A stretch of a file.
     *
     * @param length at most 1 MiB; half of it if absent
     */
    public byte[] read(Caller caller, RemotePath path, Optional<Long> offset, Optional<Long> length) {
        long wanted = length.orElse((long) USUAL_READ);
        if (wanted > LARGEST_READ) {
            throw FilesErrors.readTooLarge();
        }
        if (wanted < 0 || offset.orElse(0L) < 0) {
            throw AppException.invalid("'offset' and 'length' are 0 or greater.");
        }
        if (status(caller, path).folder()) {
            throw AppException.invalid("'%s' is a directory, which cannot be read.".formatted(path));
        }
        return inItsCodes(() -> {
            try (FileContent content = files.open(caller, path);
                    InputStream in = content.read(offset.orElse(0L), wanted)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public void put(Caller caller, RemotePath path, InputStream content, boolean overwrite) {
        inItsCodes(() -> files.write(caller, path, content, overwrite, Optional.empty()));
    }

    /** Begins a file that comes block by block; it appears when it is closed. */
    public long create(Caller caller, RemotePath path, boolean overwrite) {
        return inItsCodes(() -> uploads.create(caller, path, overwrite));
    }

    public void addBlock(Caller caller, long handle, byte[] block) {
        inItsCodes(() -> {
            uploads.addBlock(caller, handle, block);
            return handle;
        });
    }

    public void close(Caller caller, long handle) {
        inItsCodes(() -> {
            uploads.close(caller, handle);
            return handle;
        });
    }

    public void makeFolders(Caller caller, RemotePath path) {
        inItsCodes(() -> {
            files.makeFolder(caller, path);
            return path;
        });
    }

    public void move(Caller caller, RemotePath from, RemotePath to) {
        inItsCodes(() -> {
            files.move(caller, from, to);
            return to;
        });
    }

    /** Deletes a file or folder; what is not there is deleted already. */
    public void delete(Caller caller, RemotePath path, boolean recursive) {
        inItsCodes(() -> {
            Optional<FileInfo> present = files.find(caller, path, true);
            if (present.isPresent() && present.get().folder() && !recursive) {
                files.deleteFolder(caller, path);
            } else if (present.isPresent()) {
                files.deleteTree(caller, path);
            }
            return path;
        });
    }

    private static <T> T inItsCodes(Supplier<T> work) {
        try {
            return work.get();
        } catch (AppException e) {
            throw new AppException(e.kind(), code(e), e.message(), e.details(), e);
        }
    }

    private static String code(AppException refusal) {
        if (refusal.kind() == ErrorKind.NOT_FOUND) {
            return "RESOURCE_DOES_NOT_EXIST";
        }
        if (refusal.kind() == ErrorKind.ALREADY_EXISTS) {
            return "RESOURCE_ALREADY_EXISTS";
        }
        return refusal.code().equals("DIRECTORY_NOT_EMPTY") ? "IO_ERROR" : refusal.code();
    }
}
