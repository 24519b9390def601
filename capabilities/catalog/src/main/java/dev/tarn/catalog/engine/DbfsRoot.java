package dev.tarn.catalog.engine;

import dev.tarn.core.Caller;

/** What this room asks about {@code dbfs:/} paths outside of volumes; the room that keeps the files answers. */
@FunctionalInterface
public interface DbfsRoot {
    /**
     * @return URI of the place
     * @throws dev.tarn.core.AppException if the caller may not use it, or it is no path
     */
    String place(Caller caller, String path, boolean write);
}
