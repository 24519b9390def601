package dev.tarn.access;

import dev.tarn.access.internal.ObjectStore;
import dev.tarn.access.internal.ObjectStore.Entry;
import dev.tarn.access.internal.ObjectStore.Node;
import dev.tarn.core.Caller;
import dev.tarn.core.Principal;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The access control lists of workspace objects, as the Permissions API shows and changes them. Reading needs any level on the
 * object, changing CAN_MANAGE, handing it over ownership or the workspace administrator. The group {@code admins} always appears
 * with an inherited CAN_MANAGE, and an owner, where the type has one, always with IS_OWNER.
 */
public final class ObjectPermissions {
    private static final String ADMINS = "admins";

    /** A level that somebody is to have. */
    public record Change(PrincipalKind kind, String name, PermissionLevel level) {}

    /**
     * A level that somebody has.
     *
     * @param inheritedFrom the object that it comes from; empty if it is given on the object itself
     */
    public record Held(PermissionLevel level, Optional<String> inheritedFrom) {}

    /** One principal's levels, given and inherited. */
    public record Line(Principal principal, String displayName, List<Held> levels) {}

    /** An object's list. */
    public record AccessList(String objectId, ObjectType type, List<Line> lines) {}

    private record Ref(ObjectType objectType, String objectId) implements ControlledObject {}

    private final Database db;
    private final ObjectAcls acls;
    private final ObjectStore store;
    private final PrincipalDirectory principals;
    private final Audit audit;

    ObjectPermissions(Database db, ObjectAcls acls, ObjectStore store, PrincipalDirectory principals, Audit audit) {
        this.db = db;
        this.acls = acls;
        this.store = store;
        this.principals = principals;
        this.audit = audit;
    }

    /** The levels that an object can have, from the least to the most. */
    public List<ObjectType.Level> levels(Caller caller, String typePath, String id) {
        ObjectType type = acls.type(typePath);
        db.read(tx -> authorize(tx, caller, type, id, type.lowest()));
        return type.levels();
    }

    public AccessList get(Caller caller, String typePath, String id) {
        ObjectType type = acls.type(typePath);
        return db.read(tx -> {
            authorize(tx, caller, type, id, type.lowest());
            return list(tx, caller, type, id);
        });
    }

    /** Adds levels, or changes those that principals have; all of them or, if one is wrong, none. */
    public AccessList update(Caller caller, String typePath, String id, List<Change> changes) {
        return change(caller, typePath, id, changes, false);
    }

    /** Replaces the list, except for the owner, who stays if no other is named. */
    public AccessList set(Caller caller, String typePath, String id, List<Change> changes) {
        return change(caller, typePath, id, changes, true);
    }

    private AccessList change(Caller caller, String typePath, String id, List<Change> changes, boolean replace) {
        ObjectType type = acls.type(typePath);
        AccessList changed = db.write(tx -> {
            Ref object = authorize(tx, caller, type, id, PermissionLevel.CAN_MANAGE);
            Map<Principal, PermissionLevel> wanted = wanted(tx, caller, type, changes);
            Optional<String> owner = acls.ownerId(tx, caller, object);
            Optional<String> newOwner = newOwner(type, wanted);
            if (newOwner.isPresent() && !newOwner.equals(owner)) {
                if (!ObjectAcls.seesAll(caller)
                        && !owner.equals(Optional.of(caller.principal().id()))) {
                    throw ObjectErrors.ownerChange(caller);
                }
            }
            String key = type.objectId(id);
            if (replace) {
                store.clear(tx, caller.workspace(), key);
            }
            String keeps = newOwner.or(() -> owner).orElse("");
            owner.filter(former -> !former.equals(keeps) && !replace)
                    .ifPresent(former ->
                            store.put(tx, caller.workspace(), new Entry(key, former, PermissionLevel.CAN_MANAGE)));
            wanted.forEach(
                    (principal, level) -> store.put(tx, caller.workspace(), new Entry(key, principal.id(), level)));
            if (type.owned() && !keeps.isEmpty()) {
                store.put(tx, caller.workspace(), new Entry(key, keeps, PermissionLevel.IS_OWNER));
            }
            return list(tx, caller, type, id);
        });
        Map<String, String> audited = new LinkedHashMap<>();
        changes.forEach(change -> audited.put(change.name(), change.level().name()));
        audit.record(
                caller, type.name(), replace ? "setPermissions" : "updatePermissions", changed.objectId(), audited, "");
        return changed;
    }

    private Ref authorize(Tx tx, Caller caller, ObjectType type, String id, PermissionLevel level) {
        Optional<Ref> found =
                store.path(tx, caller.workspace(), type.objectId(id)).isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Ref(type, id));
        return acls.require(tx, caller, level, found, () -> ObjectErrors.notFound(type, id))
                .value();
    }

    private Map<Principal, PermissionLevel> wanted(Tx tx, Caller caller, ObjectType type, List<Change> changes) {
        Map<Principal, PermissionLevel> wanted = new LinkedHashMap<>();
        for (Change change : changes) {
            if (!type.has(change.level())) {
                throw ObjectErrors.notALevel(change.level().name(), type);
            }
            if (change.kind() == PrincipalKind.GROUP && change.name().equalsIgnoreCase(ADMINS)) {
                if (change.level() != PermissionLevel.CAN_MANAGE) {
                    throw ObjectErrors.adminsAreFixed();
                }
                continue;
            }
            Principal principal = principals
                    .find(tx, caller.metastore(), change.name())
                    .filter(found -> found.kind() == change.kind())
                    .orElseThrow(() -> ObjectErrors.principalNotFound(
                            change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), change.name()));
            wanted.merge(
                    principal,
                    change.level(),
                    (one, other) -> type.stronger(Optional.of(one), other).orElse(one));
        }
        return wanted;
    }

    private static Optional<String> newOwner(ObjectType type, Map<Principal, PermissionLevel> wanted) {
        List<Principal> owners = wanted.entrySet().stream()
                .filter(entry -> entry.getValue() == PermissionLevel.IS_OWNER)
                .map(Map.Entry::getKey)
                .toList();
        if (owners.size() > 1 || owners.stream().anyMatch(owner -> owner.kind() == PrincipalKind.GROUP)) {
            throw ObjectErrors.oneOwner(type);
        }
        return owners.stream().map(Principal::id).findFirst();
    }

    private AccessList list(Tx tx, Caller caller, ObjectType type, String id) {
        List<Node> path = store.path(tx, caller.workspace(), type.objectId(id));
        List<Entry> entries = store.entries(
                tx, caller.workspace(), path.stream().map(Node::objectId).toList());
        List<String> ids = entries.stream().map(Entry::principal).distinct().toList();
        Map<String, Principal> known = principals.byIds(tx, ids);
        Map<String, String> names = principals.displayNames(tx, ids);
        Map<Principal, List<Held>> lines = new LinkedHashMap<>();
        for (int depth = 0; depth < path.size(); depth++) {
            Node node = path.get(depth);
            for (Entry entry : entries) {
                Principal principal = known.get(entry.principal());
                PermissionLevel level = depth == 0 ? entry.level() : ObjectAcls.inherited(entry.level());
                if (principal != null && entry.objectId().equals(node.objectId()) && type.has(level)) {
                    lines.computeIfAbsent(principal, any -> new ArrayList<>())
                            .add(new Held(level, depth == 0 ? Optional.empty() : Optional.of(node.objectId())));
                }
            }
        }
        List<Line> all = new ArrayList<>();
        lines.forEach((principal, levels) ->
                all.add(new Line(principal, names.getOrDefault(principal.id(), principal.name()), levels)));
        all.add(new Line(
                new Principal("", ADMINS, PrincipalKind.GROUP),
                ADMINS,
                List.of(new Held(PermissionLevel.CAN_MANAGE, Optional.of(type.root())))));
        return new AccessList(type.objectId(id), type, all);
    }
}
