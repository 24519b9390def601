package dev.tarn.storage.internal;

import dev.tarn.storage.FileStore;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/** What the stores on this machine's disk share: the locks of names that are being replaced, and windows on large folders. */
public final class LocalFiles {
    private static final int LOCKS = 1024;

    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];
    private final LocalListing listing = new LocalListing();

    public LocalFiles() {
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    public FileStore below(Path root) {
        return new LocalStore(root, this);
    }

    LocalListing listing() {
        return listing;
    }

    /** Serialises the last step of writers of one name; two names may share a lock. */
    ReentrantLock lock(Path file) {
        return locks[Math.floorMod(file.hashCode(), LOCKS)];
    }
}
