package dev.tarn.registry.internal;

import dev.tarn.core.Caller;
import dev.tarn.registry.VersionFiles;
import dev.tarn.tracking.Artifacts;

/** Files of versions among tracking's artifacts. */
public final class TrackedFiles implements VersionFiles {
    private final Artifacts artifacts;

    public TrackedFiles(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public String keep(Caller caller, String source, String loggedModel, String folder) {
        return artifacts.keepModel(caller, source, loggedModel, folder);
    }

    @Override
    public void delete(Caller caller, String folder) {
        artifacts.deleteModel(caller, folder);
    }
}
