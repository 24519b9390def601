package dev.tarn.registry;

import dev.tarn.core.Caller;

/** What this room asks about files of versions; tracking's artifacts answer. */
public interface VersionFiles {
    /**
     * Copies what a version is made of, so that it stays when the run goes, and returns where it lies now. A source in a store that
     * clients reach themselves stays where it is.
     *
     * @param source as the client gave it; the caller must be able to read it
     * @param folder of the new version
     */
    String keep(Caller caller, String source, String loggedModel, String folder);

    /** Deletes the files of a version or a model. */
    void delete(Caller caller, String folder);
}
