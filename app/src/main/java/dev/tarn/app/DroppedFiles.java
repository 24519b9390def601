package dev.tarn.app;

import dev.tarn.core.Caller;
import dev.tarn.storage.LocalDisk;
import dev.tarn.storage.ObjectStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Deletes what dropped tables left, on disk or in an object store. */
record DroppedFiles(ObjectStores objects) {
    /** Part of every managed table's location, and of nothing else: what lacks it is not ours to delete. */
    private static final String OURS = "/__tarn/";

    void delete(Caller system, String location) {
        if (!location.contains(OURS)) {
            return;
        }
        if (location.startsWith("file:")) {
            LocalDisk.delete(location);
            return;
        }
        try {
            objects.deleteTree(URI.create(ObjectStores.forEngine(system, location)));
        } catch (IOException e) {
            throw new UncheckedIOException("Files of a dropped table could not be deleted", e);
        }
    }
}
