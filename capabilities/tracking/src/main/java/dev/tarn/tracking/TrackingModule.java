package dev.tarn.tracking;

import dev.tarn.access.Audit;
import dev.tarn.access.ObjectAcls;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.db.Outbox;
import dev.tarn.storage.FileStores;
import dev.tarn.tracking.internal.ExperimentStore;
import dev.tarn.tracking.internal.InputStore;
import dev.tarn.tracking.internal.MetricStore;
import dev.tarn.tracking.internal.ModelStore;
import dev.tarn.tracking.internal.Numbers;
import dev.tarn.tracking.internal.Purge;
import dev.tarn.tracking.internal.RunStore;
import dev.tarn.tracking.internal.ValueStore;
import java.nio.file.Path;

/** Wires the room. */
public final class TrackingModule {
    private final Experiments experiments;
    private final Runs runs;
    private final Metrics metrics;
    private final LoggedModels models;
    private final Artifacts artifacts;
    private final ArtifactLinks links;

    /** Where artifacts lie and through what they are reached. */
    public record ArtifactPlace(FileStores files, Path root) {}

    public TrackingModule(Database db, ObjectAcls acls, Audit audit, Clocks clocks, ArtifactPlace place) {
        acls.serve(Experiment.TYPE);
        Numbers numbers = new Numbers();
        RunStore runStore = new RunStore();
        MetricStore metricStore = new MetricStore(numbers);
        ModelStore modelStore = new ModelStore();
        Purge purge = new Purge();
        experiments = new Experiments(
                db, acls, audit, clocks, new Experiments.Stores(new ExperimentStore(), runStore, purge, numbers));
        runs = new Runs(
                db,
                audit,
                clocks,
                experiments,
                new Runs.Stores(
                        runStore, metricStore, new ValueStore(), new InputStore(numbers), modelStore, purge, numbers));
        metrics = new Metrics(db, runs, metricStore);
        models = new LoggedModels(db, clocks, experiments, modelStore, numbers);
        artifacts = new Artifacts(db, experiments, runs, models, place.files().at("file:" + place.root()));
        links = new ArtifactLinks(artifacts, clocks);
    }

    public Experiments experiments() {
        return experiments;
    }

    public Runs runs() {
        return runs;
    }

    public Metrics metrics() {
        return metrics;
    }

    public LoggedModels models() {
        return models;
    }

    public Artifacts artifacts() {
        return artifacts;
    }

    public ArtifactLinks links() {
        return links;
    }

    /** Handles what this room emitted; before the outbox starts. */
    public void listen(Outbox outbox) {
        outbox.on(Experiments.PURGED, event -> artifacts.deleteFolder(event.payload()));
    }
}
