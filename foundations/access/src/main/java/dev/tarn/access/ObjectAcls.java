package dev.tarn.access;

import dev.tarn.access.internal.ObjectStore;
import dev.tarn.access.internal.ObjectStore.Entry;
import dev.tarn.access.internal.ObjectStore.Node;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Who may do what with a workspace's objects: warehouses, jobs, notebooks and the like. Levels are inherited from the objects
 * that an object lies in; workspace administrators manage everything. What does not exist and what the caller has no level on
 * look alike; too low a level is PERMISSION_DENIED. Refusals are audited with their true reason. Rooms call this in their own
 * transactions; {@link ObjectPermissions} has the use cases of the Permissions API.
 */
public final class ObjectAcls {
    private final ObjectStore store;
    private final Audit audit;
    private final ConcurrentMap<String, ObjectType> types = new ConcurrentHashMap<>();

    ObjectAcls(ObjectStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Makes a room's type of objects known to the Permissions API; at start. */
    public void serve(ObjectType type) {
        types.put(type.path(), type);
        type.aliases().forEach(alias -> types.put(alias, type));
    }

    /**
     * The entity, if the caller has the level on it, directly, through a group, or through what it lies in.
     *
     * @param entity as its store found it, in this transaction
     * @param notFound the room's error for a missing entity, also thrown for one on which the caller has no level at all
     * @throws AppException {@code notFound}, or PERMISSION_DENIED if the caller's level is too low
     */
    public <T extends ControlledObject> Authorized<T> require(
            Tx tx, Caller caller, PermissionLevel level, Optional<T> entity, Supplier<AppException> notFound) {
        T found = entity.orElseThrow(notFound);
        ObjectType type = found.objectType();
        List<Node> path = store.path(tx, caller.workspace(), type.objectId(found.objectId()));
        if (path.isEmpty()) {
            throw new IllegalStateException("No object row for " + type.objectId(found.objectId()));
        }
        if (seesAll(caller)) {
            return new Authorized<>(found);
        }
        Optional<PermissionLevel> held = held(tx, caller, type, path);
        if (held.filter(has -> type.includes(has, level)).isPresent()) {
            return new Authorized<>(found);
        }
        AppException denial =
                ObjectErrors.denied(caller, level, type, path.get(0).name());
        audit.record(
                caller,
                type.name(),
                "require",
                path.get(0).objectId(),
                Map.of("level", level.name()),
                denial.message());
        throw held.isPresent() ? denial : notFound.get();
    }

    /** The caller's level on an object, for answers such as "what may I do here"; without audit. */
    public Optional<PermissionLevel> level(Tx tx, Caller caller, ControlledObject object) {
        ObjectType type = object.objectType();
        List<Node> path = store.path(tx, caller.workspace(), type.objectId(object.objectId()));
        Optional<PermissionLevel> held = path.isEmpty() ? Optional.empty() : held(tx, caller, type, path);
        return seesAll(caller) && !path.isEmpty() ? type.stronger(held, PermissionLevel.CAN_MANAGE) : held;
    }

    /** Whether the object was registered in the workspace; for lists that a room writes down at first use. */
    public boolean known(Tx tx, WorkspaceId workspace, ControlledObject object) {
        return !store.path(tx, workspace, key(object)).isEmpty();
    }

    /** Which objects of a type the caller may see: those on which they have any level. */
    public ObjectVisibility visible(Caller caller, ObjectType type) {
        return new ObjectVisibility(caller, type.root());
    }

    /** The same for objects of several types, where the store's column holds the whole key: {@code /notebooks/12}. */
    public ObjectVisibility visible(Caller caller) {
        return new ObjectVisibility(caller, "");
    }

    /** Registers a new object; the caller owns it. In the creating transaction. */
    public void register(Tx tx, Caller caller, ControlledObject created, String name) {
        register(tx, caller, created, name, Optional.empty());
    }

    /**
     * Registers a new object that lies in another and inherits its permissions.
     *
     * @param parent registered before, of the same workspace
     */
    public void register(
            Tx tx, Caller caller, ControlledObject created, String name, Optional<? extends ControlledObject> parent) {
        ObjectType type = created.objectType();
        String id = type.objectId(created.objectId());
        store.insert(tx, caller.workspace(), new Node(id, type.path(), name, parent.map(ObjectAcls::key)));
        if (!caller.isSystem()) {
            store.put(tx, caller.workspace(), new Entry(id, caller.principal().id(), type.creatorLevel()));
        }
    }

    /** The object has another name now, for messages. */
    public void renamed(Tx tx, Caller caller, Authorized<? extends ControlledObject> object, String name) {
        store.rename(tx, caller.workspace(), key(object.value()), name);
    }

    /** The object lies somewhere else now and inherits from there. */
    public void moved(
            Tx tx,
            Caller caller,
            Authorized<? extends ControlledObject> object,
            Optional<? extends ControlledObject> parent) {
        store.move(tx, caller.workspace(), key(object.value()), parent.map(ObjectAcls::key));
    }

    /** The object is gone for good, and its list with it. */
    public void unregister(Tx tx, Caller caller, Authorized<? extends ControlledObject> object) {
        store.delete(tx, caller.workspace(), key(object.value()));
    }

    /** Everything of a workspace is gone. */
    public void workspaceDropped(Tx tx, WorkspaceId workspace) {
        store.deleteAll(tx, workspace);
    }

    /** Gives a principal a level, for what a room sets up itself (sample objects that every user may use, say). */
    public void grant(Tx tx, Caller caller, ControlledObject object, String principalId, PermissionLevel level) {
        if (!object.objectType().has(level)) {
            throw ObjectErrors.notALevel(level.name(), object.objectType());
        }
        store.put(tx, caller.workspace(), new Entry(key(object), principalId, level));
    }

    /** Takes a principal's level away, for rooms whose API has lists of its own form. @return whether it had one */
    public boolean revoke(Tx tx, Caller caller, Authorized<? extends ControlledObject> object, String principalId) {
        return store.remove(tx, caller.workspace(), key(object.value()), principalId);
    }

    /** The levels that are given on the object itself, by principal id. */
    public Map<String, PermissionLevel> levels(Tx tx, Caller caller, Authorized<? extends ControlledObject> object) {
        Map<String, PermissionLevel> levels = new LinkedHashMap<>();
        store.entries(tx, caller.workspace(), List.of(key(object.value())))
                .forEach(entry -> levels.put(entry.principal(), entry.level()));
        return levels;
    }

    /** Id of the owning principal, of types that have one. */
    public Optional<String> ownerId(Tx tx, Caller caller, ControlledObject object) {
        return store.entries(tx, caller.workspace(), List.of(key(object))).stream()
                .filter(entry -> entry.level() == PermissionLevel.IS_OWNER)
                .map(Entry::principal)
                .findFirst();
    }

    ObjectType type(String path) {
        ObjectType type = types.get(path);
        if (type == null) {
            throw ObjectErrors.unknownType(path, types.keySet());
        }
        return type;
    }

    private Optional<PermissionLevel> held(Tx tx, Caller caller, ObjectType type, List<Node> path) {
        var mine = caller.principalIds();
        Optional<PermissionLevel> held = Optional.empty();
        List<String> ids = new ArrayList<>();
        path.forEach(node -> ids.add(node.objectId()));
        for (Entry entry : store.entries(tx, caller.workspace(), ids)) {
            boolean own = entry.objectId().equals(ids.get(0));
            if (mine.contains(entry.principal())) {
                held = type.stronger(held, own ? entry.level() : inherited(entry.level()));
            }
        }
        return held;
    }

    /** Owning the folder is managing what lies in it. */
    static PermissionLevel inherited(PermissionLevel level) {
        return level == PermissionLevel.IS_OWNER ? PermissionLevel.CAN_MANAGE : level;
    }

    static boolean seesAll(Caller caller) {
        return caller.workspaceAdmin() || caller.isSystem();
    }

    private static String key(ControlledObject object) {
        return object.objectType().objectId(object.objectId());
    }
}
