package dev.tarn.registry;

import dev.tarn.access.Audit;
import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectAcls;
import dev.tarn.access.PermissionLevel;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import dev.tarn.registry.RegisteredModel.Alias;
import dev.tarn.registry.internal.RegistrySearch;
import dev.tarn.registry.internal.RegistryStore;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.SearchRequest;
import dev.tarn.tracking.search.FilterParser;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Registered models. Every principal of a workspace may create one and then manages it; everything else goes by its access control
 * list. What a caller has no level on does not exist for them.
 */
public final class RegisteredModels {
    static final String AUDIT = "modelRegistry";
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_TAG = 100_000;
    private static final Pattern ALIAS = Pattern.compile("[\\w\\-]{1,255}");
    private static final Pattern RESERVED = Pattern.compile("(?i)latest|v\\d+");

    private final Database db;
    private final ObjectAcls acls;
    private final Audit audit;
    private final Clocks clocks;
    private final RegistryStore store;
    private final VersionFiles files;

    RegisteredModels(
            Database db, ObjectAcls acls, Audit audit, Clocks clocks, RegistryStore store, VersionFiles files) {
        this.db = db;
        this.acls = acls;
        this.audit = audit;
        this.clocks = clocks;
        this.store = store;
        this.files = files;
    }

    /**
     * Creates a model; the caller manages it.
     *
     * @throws dev.tarn.core.AppException RESOURCE_ALREADY_EXISTS for a name in use
     */
    public RegisteredModel create(Caller caller, String name, String description, List<KeyValue> tags) {
        checkName(name);
        tags.forEach(RegisteredModels::checkTag);
        Instant now = clocks.now(caller);
        RegisteredModel created = db.write(tx -> {
            refuseTaken(tx, caller, name);
            RegisteredModel model = new RegisteredModel(
                    Ids.numeric(),
                    caller.workspace(),
                    Ids.uuid().replace("-", ""),
                    name,
                    description,
                    caller.principal().name(),
                    0,
                    now,
                    now,
                    tags,
                    List.of(),
                    List.of());
            store.insert(tx, model);
            acls.register(tx, caller, model, name);
            return model;
        });
        audit.record(caller, AUDIT, "createRegisteredModel", name, Map.of(), "");
        return created;
    }

    public RegisteredModel get(Caller caller, String name) {
        return db.read(tx -> store.filled(
                tx, authorized(tx, caller, PermissionLevel.CAN_READ, name).value()));
    }

    /** The caller's level on a model, for answers that show it. */
    public Optional<PermissionLevel> level(Caller caller, RegisteredModel model) {
        return db.read(tx -> acls.level(tx, caller, model));
    }

    public Page<RegisteredModel> search(Caller caller, SearchRequest request) {
        RegistrySearch.Wanted wanted = new RegistrySearch.Wanted(
                caller.workspace(),
                acls.visible(caller, RegisteredModel.TYPE),
                FilterParser.filter(RegistrySearch.MODELS, request.filter()),
                FilterParser.orders(RegistrySearch.MODELS, request.orderBy()),
                request.offset(),
                request.size() + 1);
        return db.read(tx -> request.page(new RegistrySearch(store).models(tx, wanted)));
    }

    public RegisteredModel describe(Caller caller, String name, String description) {
        return db.write(tx -> {
            RegisteredModel model =
                    authorized(tx, caller, PermissionLevel.CAN_EDIT, name).value();
            store.update(tx, model.number(), name, description, model.lastVersion(), clocks.now(caller));
            return store.filled(tx, store.find(tx, caller.workspace(), name).orElseThrow());
        });
    }

    public RegisteredModel rename(Caller caller, String name, String newName) {
        checkName(newName);
        RegisteredModel renamed = db.write(tx -> {
            Authorized<RegisteredModel> model = authorized(tx, caller, PermissionLevel.CAN_MANAGE, name);
            if (!name.equals(newName)) {
                refuseTaken(tx, caller, newName);
            }
            store.update(
                    tx,
                    model.value().number(),
                    newName,
                    model.value().description(),
                    model.value().lastVersion(),
                    clocks.now(caller));
            acls.renamed(tx, caller, model, newName);
            return store.filled(tx, store.find(tx, caller.workspace(), newName).orElseThrow());
        });
        audit.record(caller, AUDIT, "renameRegisteredModel", name, Map.of("newName", newName), "");
        return renamed;
    }

    /** Deletes a model with its versions and their files. */
    public void delete(Caller caller, String name) {
        RegisteredModel deleted = db.write(tx -> {
            Authorized<RegisteredModel> model = authorized(tx, caller, PermissionLevel.CAN_MANAGE, name);
            boolean used = store.versions(tx, model.value()).stream()
                    .anyMatch(version -> version.stage() == Stage.STAGING || version.stage() == Stage.PRODUCTION);
            if (used) {
                throw RegistryErrors.inUse(name);
            }
            for (Alias alias : store.aliases(tx, model.value().number())) {
                end(tx, caller, model.value(), alias.alias());
            }
            store.delete(tx, model.value().number());
            acls.unregister(tx, caller, model);
            return model.value();
        });
        files.delete(caller, folder(deleted.id()));
        audit.record(caller, AUDIT, "deleteRegisteredModel", name, Map.of(), "");
    }

    public void setTag(Caller caller, String name, KeyValue tag) {
        checkTag(tag);
        db.change(tx -> store.putTag(
                tx,
                authorized(tx, caller, PermissionLevel.CAN_EDIT, name).value().number(),
                0,
                tag));
    }

    public void deleteTag(Caller caller, String name, String key) {
        db.change(tx -> store.deleteTag(
                tx,
                authorized(tx, caller, PermissionLevel.CAN_EDIT, name).value().number(),
                0,
                key));
    }

    /** Lets an alias name a version from now on. Needs CAN_MANAGE_PRODUCTION_VERSIONS: aliases say what is in use. */
    public void setAlias(Caller caller, String name, String alias, int version) {
        checkAlias(alias);
        db.change(tx -> {
            RegisteredModel model = authorized(tx, caller, PermissionLevel.CAN_MANAGE_PRODUCTION_VERSIONS, name)
                    .value();
            if (store.version(tx, model, version).isEmpty()) {
                throw RegistryErrors.noVersion(name, version);
            }
            boolean already = store.aliases(tx, model.number()).contains(new Alias(alias, version));
            if (!already) {
                store.putAlias(tx, model.number(), new Alias(alias, version));
                store.history(
                        tx, model, new Alias(alias, version), caller.principal().name(), clocks.now(caller));
            }
        });
        audit.record(
                caller,
                AUDIT,
                "setRegisteredModelAlias",
                name,
                Map.of("alias", alias, "version", String.valueOf(version)),
                "");
    }

    public void deleteAlias(Caller caller, String name, String alias) {
        db.change(tx -> end(
                tx,
                caller,
                authorized(tx, caller, PermissionLevel.CAN_MANAGE_PRODUCTION_VERSIONS, name)
                        .value(),
                alias));
        audit.record(caller, AUDIT, "deleteRegisteredModelAlias", name, Map.of("alias", alias), "");
    }

    public ModelVersion byAlias(Caller caller, String name, String alias) {
        return db.read(tx -> {
            RegisteredModel model =
                    authorized(tx, caller, PermissionLevel.CAN_READ, name).value();
            return store.aliases(tx, model.number()).stream()
                    .filter(known -> known.alias().equals(alias))
                    .findFirst()
                    .flatMap(known -> store.version(tx, model, known.version()))
                    .orElseThrow(() -> RegistryErrors.noAlias(name, alias));
        });
    }

    /** Which versions the aliases of the models that the caller may see named, from when to when, and who said so. */
    public List<AliasPeriod> history(Caller caller) {
        return db.read(tx -> {
            RegistrySearch.Wanted all = new RegistrySearch.Wanted(
                    caller.workspace(),
                    acls.visible(caller, RegisteredModel.TYPE),
                    List.of(),
                    List.of(),
                    0,
                    Integer.MAX_VALUE);
            List<String> ids = new RegistrySearch(store)
                    .models(tx, all).stream().map(RegisteredModel::id).toList();
            return store.history(tx, caller.workspace(), ids);
        });
    }

    /** Deletes everything that this room keeps of a workspace, in the transaction that deletes it. */
    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        store.deleteWorkspace(tx, workspace);
    }

    /** Whether the caller may read the files of a model, given by its id. */
    public void authorizeFiles(Caller caller, String id) {
        db.read(tx -> acls.require(
                tx,
                caller,
                PermissionLevel.CAN_READ,
                store.findId(tx, caller.workspace(), id),
                () -> RegistryErrors.noModel(id)));
    }

    Authorized<RegisteredModel> authorized(Tx tx, Caller caller, PermissionLevel level, String name) {
        return acls.require(
                tx, caller, level, store.find(tx, caller.workspace(), name), () -> RegistryErrors.noModel(name));
    }

    static String folder(String modelId) {
        return "models/" + modelId;
    }

    static void checkTag(KeyValue tag) {
        if (tag.key().length() > 250) {
            throw RegistryErrors.tooLong("key", 250);
        }
        if (tag.value().length() > LONGEST_TAG) {
            throw RegistryErrors.tooLong("value", LONGEST_TAG);
        }
    }

    private void end(Tx tx, Caller caller, RegisteredModel model, String alias) {
        store.deleteAlias(tx, model.number(), alias);
        store.history(tx, model, new Alias(alias, 0), caller.principal().name(), clocks.now(caller));
    }

    private void refuseTaken(Tx tx, Caller caller, String name) {
        if (store.find(tx, caller.workspace(), name).isPresent()) {
            throw RegistryErrors.modelExists(name);
        }
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.contains("/") || name.contains(":")) {
            throw RegistryErrors.badName(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
        }
    }

    private static void checkAlias(String alias) {
        if (!ALIAS.matcher(alias).matches()) {
            throw RegistryErrors.badAlias(alias.length() > 300 ? alias.substring(0, 300) : alias);
        }
        if (RESERVED.matcher(alias.toLowerCase(Locale.ROOT)).matches()) {
            throw RegistryErrors.reservedAlias(alias);
        }
    }
}
