package dev.tarn.tracking;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.tracking.internal.ExperimentStore;
import dev.tarn.tracking.internal.Numbers;
import dev.tarn.tracking.internal.Purge;
import dev.tarn.tracking.internal.RunStore;
import dev.tarn.tracking.search.FilterParser;
import dev.tarn.tracking.search.Grammar;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Experiments. Every principal of a workspace may create one and then manages it; everything else goes by its access control
 * list. What a caller has no level on does not exist for them. A deleted experiment keeps its name until it is purged.
 */
public final class Experiments {
    /** Announces, with the artifact folder as payload, that artifacts of what was purged can be deleted. */
    static final String PURGED = "tracking.purged";

    private static final String AUDIT = "mlflowExperiment";
    private static final String ARTIFACTS = "mlflow-artifacts:/";

    private final Database db;
    private final ObjectAcls acls;
    private final Audit audit;
    private final Clocks clocks;
    private final Stores stores;

    /** What this door writes to. */
    record Stores(ExperimentStore experiments, RunStore runs, Purge purge, Numbers numbers) {}

    Experiments(Database db, ObjectAcls acls, Audit audit, Clocks clocks, Stores stores) {
        this.db = db;
        this.acls = acls;
        this.audit = audit;
        this.clocks = clocks;
        this.stores = stores;
    }

    /**
     * Creates an experiment; the caller manages it.
     *
     * @param location where runs keep their artifacts; empty for this server
     * @return its id
     * @throws AppException RESOURCE_ALREADY_EXISTS for a name in use, by a deleted experiment, too
     */
    public String create(Caller caller, String name, Optional<String> location, List<KeyValue> tags) {
        Rules.experimentName(name);
        location.ifPresent(Rules::location);
        tags.forEach(Rules::experimentTag);
        Experiment created = db.write(tx -> {
            refuseTaken(tx, caller, name);
            return insert(tx, caller, Ids.numeric() + "", name, location, tags);
        });
        audit.record(caller, AUDIT, "createExperiment", created.id(), Map.of("name", name), "");
        return created.id();
    }

    /** Creates experiment 0, where runs without an experiment go, unless the workspace has it. */
    public void createDefault(Tx tx, Caller system) {
        if (stores.experiments()
                .find(tx, system.workspace(), Experiment.DEFAULT_ID)
                .isEmpty()) {
            insert(tx, system, Experiment.DEFAULT_ID, "Default", Optional.empty(), List.of());
        }
    }

    /** Creates experiment 0 of a workspace that is older than this room. */
    public void ensureDefault(Caller system) {
        if (db.read(tx -> stores.experiments().find(tx, system.workspace(), Experiment.DEFAULT_ID))
                .isEmpty()) {
            db.change(tx -> createDefault(tx, system));
        }
    }

    /** Deletes everything that this room keeps of a workspace, in the transaction that deletes it. */
    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        stores.purge().workspace(tx, workspace);
        tx.emit(PURGED, workspace, Artifacts.folder(workspace, List.of()), clocks.now(workspace));
    }

    public Experiment get(Caller caller, String id) {
        return db.read(tx -> stores.experiments().withTags(tx, authorized(tx, caller, PermissionLevel.CAN_READ, id)));
    }

    public Experiment getByName(Caller caller, String name) {
        return db.read(tx -> stores.experiments()
                .withTags(
                        tx,
                        acls.require(
                                tx,
                                caller,
                                PermissionLevel.CAN_READ,
                                stores.experiments().named(tx, caller.workspace(), name),
                                () -> TrackingErrors.noExperimentNamed(name))));
    }

    /** The experiments that the caller may see and that match. */
    public Page<Experiment> search(Caller caller, SearchRequest request) {
        ExperimentStore.Wanted wanted = new ExperimentStore.Wanted(
                FilterParser.filter(Grammar.EXPERIMENTS, request.filter()),
                FilterParser.orders(Grammar.EXPERIMENTS, request.orderBy()),
                request.view(),
                request.offset(),
                request.size() + 1);
        return db.read(tx -> request.page(
                stores.experiments().search(tx, caller.workspace(), acls.visible(caller, Experiment.TYPE), wanted)));
    }

    public void rename(Caller caller, String id, String name) {
        Rules.experimentName(name);
        db.change(tx -> {
            Authorized<Experiment> authorized = authorized(tx, caller, PermissionLevel.CAN_EDIT, id);
            Experiment old = active(authorized.value());
            if (!old.name().equals(name)) {
                refuseTaken(tx, caller, name);
                stores.experiments().update(tx, changed(old, name, old.lifecycle(), clocks.now(caller)));
                acls.renamed(tx, caller, authorized, name);
            }
        });
    }

    public void setTag(Caller caller, String id, KeyValue tag) {
        Rules.experimentTag(tag);
        db.change(tx -> {
            Authorized<Experiment> authorized = authorized(tx, caller, PermissionLevel.CAN_EDIT, id);
            stores.experiments().putTag(tx, active(authorized.value()).number(), tag);
            stores.experiments().touch(tx, authorized, clocks.now(caller));
        });
    }

    public void deleteTag(Caller caller, String id, String key) {
        db.change(tx -> {
            Authorized<Experiment> authorized = authorized(tx, caller, PermissionLevel.CAN_EDIT, id);
            active(authorized.value());
            if (!stores.experiments().deleteTag(tx, authorized, key)) {
                throw TrackingErrors.noTag(key, "experiment with id " + id);
            }
        });
    }

    /** Deletes an experiment and its active runs, so that they can be restored together. Needs CAN_MANAGE. */
    public void delete(Caller caller, String id) {
        if (id.equals(Experiment.DEFAULT_ID)) {
            throw TrackingErrors.defaultExperiment();
        }
        setLifecycle(caller, id, Lifecycle.DELETED);
    }

    public void restore(Caller caller, String id) {
        setLifecycle(caller, id, Lifecycle.ACTIVE);
    }

    /** Deletes a deleted experiment for good, with its runs and their artifacts: nothing of it is left. Needs CAN_MANAGE. */
    public void purge(Caller caller, String id) {
        Experiment purged = db.write(tx -> {
            Authorized<Experiment> authorized = authorized(tx, caller, PermissionLevel.CAN_MANAGE, id);
            Experiment experiment = authorized.value();
            if (experiment.lifecycle() != Lifecycle.DELETED) {
                throw TrackingErrors.experimentState(experiment, Lifecycle.DELETED);
            }
            stores.purge().experiment(tx, experiment.number());
            stores.experiments().delete(tx, authorized);
            acls.unregister(tx, caller, authorized);
            tx.emit(
                    PURGED,
                    caller.workspace(),
                    Artifacts.folder(caller.workspace(), List.of(experiment.id())),
                    clocks.now(caller));
            return experiment;
        });
        audit.record(caller, AUDIT, "purgeExperiment", id, Map.of("name", purged.name()), "");
    }

    Authorized<Experiment> authorized(Tx tx, Caller caller, PermissionLevel level, String id) {
        return acls.require(
                tx,
                caller,
                level,
                stores.experiments().find(tx, caller.workspace(), id),
                () -> TrackingErrors.noExperiment(id));
    }

    /** The experiment that something lies in; {@code notFound} stands for the thing, which must not be told apart. */
    Authorized<Experiment> authorized(
            Tx tx,
            Caller caller,
            PermissionLevel level,
            long number,
            java.util.function.Supplier<AppException> notFound) {
        return acls.require(tx, caller, level, stores.experiments().findNumber(tx, number), notFound);
    }

    /** Those of the experiments that the caller may read, ids by number; the others are left out. */
    Map<Long, String> readable(Tx tx, Caller caller, Collection<String> ids) {
        Map<Long, String> readable = new LinkedHashMap<>();
        for (String id : new HashSet<>(ids)) {
            stores.experiments()
                    .find(tx, caller.workspace(), id)
                    .filter(found -> acls.level(tx, caller, found).isPresent())
                    .ifPresent(found -> readable.put(found.number(), found.id()));
        }
        return readable;
    }

    static Experiment active(Experiment experiment) {
        if (experiment.lifecycle() != Lifecycle.ACTIVE) {
            throw TrackingErrors.experimentState(experiment, Lifecycle.ACTIVE);
        }
        return experiment;
    }

    private void setLifecycle(Caller caller, String id, Lifecycle lifecycle) {
        db.change(tx -> {
            Experiment old =
                    authorized(tx, caller, PermissionLevel.CAN_MANAGE, id).value();
            if (old.lifecycle() == lifecycle) {
                throw TrackingErrors.experimentState(
                        old, lifecycle == Lifecycle.ACTIVE ? Lifecycle.DELETED : Lifecycle.ACTIVE);
            }
            Instant now = clocks.now(caller);
            stores.experiments().update(tx, changed(old, old.name(), lifecycle, now));
            stores.runs()
                    .setLifecycleOfAll(
                            tx,
                            old.number(),
                            lifecycle,
                            lifecycle == Lifecycle.DELETED ? Optional.of(now) : Optional.empty(),
                            old.updatedAt());
        });
        audit.record(
                caller,
                AUDIT,
                lifecycle == Lifecycle.DELETED ? "deleteExperiment" : "restoreExperiment",
                id,
                Map.of(),
                "");
    }

    private void refuseTaken(Tx tx, Caller caller, String name) {
        stores.experiments().named(tx, caller.workspace(), name).ifPresent(taken -> {
            throw TrackingErrors.experimentExists(name, taken.lifecycle() == Lifecycle.DELETED);
        });
    }

    private Experiment insert(
            Tx tx, Caller caller, String id, String name, Optional<String> location, List<KeyValue> tags) {
        Instant now = clocks.now(caller);
        Experiment created = new Experiment(
                stores.numbers().next(now),
                caller.workspace(),
                id,
                name,
                location.map(Experiments::withoutSlash).orElse(ARTIFACTS + id),
                Lifecycle.ACTIVE,
                now,
                now,
                tags);
        stores.experiments().insert(tx, created);
        acls.register(tx, caller, created, name);
        return created;
    }

    private static String withoutSlash(String location) {
        return location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
    }

    private static Experiment changed(Experiment old, String name, Lifecycle lifecycle, Instant now) {
        return new Experiment(
                old.number(),
                old.workspace(),
                old.id(),
                name,
                old.artifactLocation(),
                lifecycle,
                old.createdAt(),
                now,
                old.tags());
    }
}
