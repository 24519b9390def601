package dev.tarn.registry;

import dev.tarn.access.Audit;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Page;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.registry.ModelVersion.Status;
import dev.tarn.registry.RegisteredModel.Alias;
import dev.tarn.registry.internal.RegistrySearch;
import dev.tarn.registry.internal.RegistryStore;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.SearchRequest;
import dev.tarn.tracking.search.FilterParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of registered models. The files of a version are copied when it is made, so that it can be read by who may read the model,
 * and stays when its run goes.
 */
public final class ModelVersions {
    private static final Pattern VERSION = Pattern.compile("models:/([^/]+)/(\\d{1,9})");

    private final Database db;
    private final ObjectAcls acls;
    private final Audit audit;
    private final Clocks clocks;
    private final RegisteredModels models;
    private final RegistryStore store;
    private final VersionFiles files;

    ModelVersions(
            Database db,
            ObjectAcls acls,
            Audit audit,
            Clocks clocks,
            RegisteredModels models,
            RegistryStore store,
            VersionFiles files) {
        this.db = db;
        this.acls = acls;
        this.audit = audit;
        this.clocks = clocks;
        this.models = models;
        this.store = store;
        this.files = files;
    }

    /** What a new version is. */
    public record Draft(
            String name,
            String source,
            String runId,
            String runLink,
            String loggedModel,
            String description,
            List<KeyValue> tags) {}

    /** Adds a version; needs CAN_EDIT on the model and the right to read the source. */
    public ModelVersion create(Caller caller, Draft draft) {
        draft.tags().forEach(RegisteredModels::checkTag);
        Instant now = clocks.now(caller);
        record Begun(RegisteredModel model, ModelVersion version) {}
        Begun begun = db.write(tx -> {
            RegisteredModel model = models.authorized(tx, caller, PermissionLevel.CAN_EDIT, draft.name())
                    .value();
            int number = model.lastVersion() + 1;
            ModelVersion version = new ModelVersion(
                    draft.name(),
                    number,
                    draft.description(),
                    draft.source(),
                    draft.source(),
                    draft.runId(),
                    draft.runLink(),
                    draft.loggedModel(),
                    Status.PENDING_REGISTRATION,
                    "",
                    Stage.NONE,
                    caller.principal().name(),
                    now,
                    now,
                    draft.tags(),
                    List.of());
            store.insert(tx, model.number(), version);
            store.update(tx, model.number(), model.name(), model.description(), number, now);
            return new Begun(model, version);
        });
        String folder = RegisteredModels.folder(begun.model().id()) + "/"
                + begun.version().version();
        ModelVersion finished;
        try {
            String location = files.keep(caller, resolved(caller, draft.source()), draft.loggedModel(), folder);
            finished = changed(begun.version(), begun.version().description(), location, Status.READY, "", Stage.NONE);
        } catch (AppException e) {
            db.change(tx -> store.deleteVersion(
                    tx, begun.model().number(), begun.version().version()));
            throw e;
        }
        db.change(tx -> store.update(tx, begun.model().number(), finished, clocks.now(caller)));
        audit.record(
                caller,
                RegisteredModels.AUDIT,
                "createModelVersion",
                draft.name(),
                Map.of("version", String.valueOf(finished.version())),
                "");
        return finished;
    }

    public ModelVersion get(Caller caller, String name, int version) {
        return db.read(tx -> found(tx, caller, PermissionLevel.CAN_READ, name, version));
    }

    public Page<ModelVersion> search(Caller caller, SearchRequest request) {
        RegistrySearch.Wanted wanted = new RegistrySearch.Wanted(
                caller.workspace(),
                acls.visible(caller, RegisteredModel.TYPE),
                FilterParser.filter(RegistrySearch.VERSIONS, request.filter()),
                FilterParser.orders(RegistrySearch.VERSIONS, request.orderBy()),
                request.offset(),
                request.size() + 1);
        return db.read(tx -> request.page(new RegistrySearch(store).versions(tx, wanted)));
    }

    public ModelVersion describe(Caller caller, String name, int version, String description) {
        return db.write(tx -> {
            RegisteredModel model = models.authorized(tx, caller, PermissionLevel.CAN_EDIT, name)
                    .value();
            ModelVersion old = found(tx, model, version);
            store.update(
                    tx,
                    model.number(),
                    changed(old, description, old.location(), old.status(), old.statusMessage(), old.stage()),
                    clocks.now(caller));
            return found(tx, model, version);
        });
    }

    /** Deletes a version with its files; aliases that named it name nothing. */
    public void delete(Caller caller, String name, int version) {
        RegisteredModel model = db.write(tx -> {
            RegisteredModel of = models.authorized(tx, caller, PermissionLevel.CAN_MANAGE, name)
                    .value();
            ModelVersion old = found(tx, of, version);
            for (String alias : old.aliases()) {
                store.history(tx, of, new Alias(alias, 0), caller.principal().name(), clocks.now(caller));
            }
            store.deleteVersion(tx, of.number(), version);
            return of;
        });
        files.delete(caller, RegisteredModels.folder(model.id()) + "/" + version);
        audit.record(
                caller,
                RegisteredModels.AUDIT,
                "deleteModelVersion",
                name,
                Map.of("version", String.valueOf(version)),
                "");
    }

    public void setTag(Caller caller, String name, int version, KeyValue tag) {
        RegisteredModels.checkTag(tag);
        db.change(tx -> {
            RegisteredModel model = models.authorized(tx, caller, PermissionLevel.CAN_EDIT, name)
                    .value();
            store.putTag(tx, model.number(), found(tx, model, version).version(), tag);
        });
    }

    public void deleteTag(Caller caller, String name, int version, String key) {
        db.change(tx -> {
            RegisteredModel model = models.authorized(tx, caller, PermissionLevel.CAN_EDIT, name)
                    .value();
            store.deleteTag(tx, model.number(), found(tx, model, version).version(), key);
        });
    }

    /**
     * Moves a version to a stage. Needs CAN_MANAGE_PRODUCTION_VERSIONS if it goes to or comes from Production, else
     * CAN_MANAGE_STAGING_VERSIONS.
     *
     * @param archiveExisting whether the versions that are in that stage are archived
     */
    public ModelVersion transition(Caller caller, String name, int version, Stage stage, boolean archiveExisting) {
        ModelVersion moved = db.write(tx -> {
            RegisteredModel model = models.authorized(tx, caller, PermissionLevel.CAN_READ, name)
                    .value();
            ModelVersion old = found(tx, model, version);
            boolean production = stage == Stage.PRODUCTION || old.stage() == Stage.PRODUCTION;
            models.authorized(
                    tx,
                    caller,
                    production
                            ? PermissionLevel.CAN_MANAGE_PRODUCTION_VERSIONS
                            : PermissionLevel.CAN_MANAGE_STAGING_VERSIONS,
                    name);
            if (archiveExisting) {
                for (ModelVersion other : store.versions(tx, model)) {
                    if (other.stage() == stage && other.version() != version && stage != Stage.NONE) {
                        stage(tx, caller, model, other, Stage.ARCHIVED);
                    }
                }
            }
            stage(tx, caller, model, old, stage);
            return found(tx, model, version);
        });
        audit.record(
                caller,
                RegisteredModels.AUDIT,
                "transitionModelVersionStage",
                name,
                Map.of("version", String.valueOf(version), "stage", stage.word()),
                "");
        return moved;
    }

    /** A version as a source, {@code models:/NAME/VERSION}, is where its files are: so versions are copied from model to model. */
    private String resolved(Caller caller, String source) {
        Matcher version = VERSION.matcher(source);
        return version.matches()
                ? get(caller, version.group(1), Integer.parseInt(version.group(2)))
                        .location()
                : source;
    }

    private void stage(Tx tx, Caller caller, RegisteredModel model, ModelVersion old, Stage stage) {
        store.update(
                tx,
                model.number(),
                changed(old, old.description(), old.location(), old.status(), old.statusMessage(), stage),
                clocks.now(caller));
    }

    private ModelVersion found(Tx tx, Caller caller, PermissionLevel level, String name, int version) {
        return found(tx, models.authorized(tx, caller, level, name).value(), version);
    }

    private ModelVersion found(Tx tx, RegisteredModel model, int version) {
        return store.version(tx, model, version).orElseThrow(() -> RegistryErrors.noVersion(model.name(), version));
    }

    private static ModelVersion changed(
            ModelVersion v, String description, String location, Status status, String message, Stage stage) {
        return new ModelVersion(
                v.name(),
                v.version(),
                description,
                v.source(),
                location,
                v.runId(),
                v.runLink(),
                v.loggedModel(),
                status,
                message,
                stage,
                v.userId(),
                v.createdAt(),
                v.updatedAt(),
                v.tags(),
                v.aliases());
    }
}
