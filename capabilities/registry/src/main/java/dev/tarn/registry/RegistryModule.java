package dev.tarn.registry;

import dev.tarn.access.Audit;
import dev.tarn.access.ObjectAcls;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.registry.internal.RegistryStore;
import dev.tarn.registry.internal.TrackedFiles;
import dev.tarn.tracking.TrackingModule;

/** Wires the room. */
public final class RegistryModule {
    private final RegisteredModels models;
    private final ModelVersions versions;

    public RegistryModule(Database db, ObjectAcls acls, Audit audit, Clocks clocks, TrackingModule tracking) {
        acls.serve(RegisteredModel.TYPE);
        RegistryStore store = new RegistryStore();
        VersionFiles files = new TrackedFiles(tracking.artifacts());
        models = new RegisteredModels(db, acls, audit, clocks, store, files);
        versions = new ModelVersions(db, acls, audit, clocks, models, store, files);
        tracking.artifacts().keepModels(models::authorizeFiles);
    }

    public RegisteredModels models() {
        return models;
    }

    public ModelVersions versions() {
        return versions;
    }
}
