package dev.tarn.access;

import dev.tarn.access.internal.AccessStore;
import dev.tarn.access.internal.AccessStore.Node;
import dev.tarn.access.internal.AccessStore.Reach;
import dev.tarn.access.internal.Standing;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides who may do what: the one place where permission on securables is checked, for every protocol. What does not exist and
 * what the caller may not see look alike; what they see but may not touch is PERMISSION_DENIED. Every decision but looking at
 * lists is audited with its true reason.
 */
public final class Guard {
    private final AccessStore store;
    private final Audit audit;
    private final Bindings bindings;

    Guard(AccessStore store, Audit audit, Bindings bindings) {
        this.store = store;
        this.audit = audit;
        this.bindings = bindings;
    }

    /**
     * The entity, if the caller may act on it.
     *
     * @param entity as its store found it, in this transaction
     * @param notFound the room's error for a missing entity, also thrown for one that the caller may not see
     * @throws AppException {@code notFound}, or PERMISSION_DENIED if the caller may see the entity but not do this
     */
    public <T extends Securable> Authorized<T> require(
            Tx tx, Caller caller, Action action, Optional<T> entity, Supplier<AppException> notFound) {
        T found = entity.orElseThrow(notFound);
        List<Node> path = store.path(tx, found.securableId(), caller.workspace());
        if (path.isEmpty()) {
            throw new IllegalStateException(
                    "No securable row for " + found.securableType() + " " + found.securableId());
        }
        Standing standing = standing(tx, caller, path);
        Node node = standing.object();
        if (standing.allows(action)) {
            audit.decision(tx, caller, action, node.type(), node.name(), true, "");
            return new Authorized<>(found);
        }
        boolean sees = standing.sees();
        AppException denial = standing.boundForReading(action)
                .map(bound -> AccessErrors.boundReadOnly(caller, bound.type(), bound.name()))
                .or(() -> standing.closedGate().map(gate -> AccessErrors.gateClosed(caller, gate.type(), gate.name())))
                .orElseGet(() -> AccessErrors.denied(caller, action.rule(), node.type(), node.name()));
        audit.decision(tx, caller, action, node.type(), node.name(), false, denial.message());
        throw sees ? denial : notFound.get();
    }

    /** Whether the caller could; without audit, for answers such as "what may I do here". */
    public boolean allows(Tx tx, Caller caller, Action action, Securable entity) {
        List<Node> path = store.path(tx, entity.securableId(), caller.workspace());
        return !path.isEmpty() && standing(tx, caller, path).allows(action);
    }

    /**
     * Which objects of a type inside a container the caller may see.
     *
     * @param container whose id is {@code containerId}: the catalog of schemas, the schema of tables, the metastore of the rest
     */
    public Visibility visible(Tx tx, Caller caller, String containerId, SecurableType type) {
        Standing standing = standing(tx, caller, store.path(tx, containerId, caller.workspace()));
        Optional<WorkspaceId> confined =
                Bindings.bindable(type) && !caller.isSystem() ? Optional.of(caller.workspace()) : Optional.empty();
        if (standing.ownsPath() || standing.holds(Privilege.BROWSE)) {
            return Visibility.all(confined);
        }
        if (!standing.entersObject()) {
            return Visibility.ownOrBrowse(caller.principalIds(), confined);
        }
        boolean inherited = standing.object().type() != SecurableType.METASTORE && standing.holdsAnyFor(type);
        return inherited ? Visibility.all(confined) : Visibility.ownOrGranted(caller.principalIds(), confined);
    }

    /** Leaves out of a search over everything what the caller cannot see for sure. */
    public Sieve sieve(Caller caller) {
        return new Sieve(caller.principalIds(), caller.isSystem());
    }

    /**
     * Registers a new securable; the caller owns it. In the creating transaction.
     *
     * @param name full name, for messages and the audit trail
     * @param parentId the container, empty for a metastore
     */
    public void register(Tx tx, Caller caller, Securable created, String name, Optional<String> parentId) {
        store.insert(
                tx,
                new Node(
                        created.securableId(),
                        created.securableType(),
                        name,
                        parentId,
                        caller.principal().id(),
                        0,
                        Reach.OPEN),
                caller.metastore());
    }

    /** The object has another full name now, and what lies inside it has with it. */
    public void renamed(Tx tx, Authorized<? extends Securable> entity, String name) {
        store.rename(tx, entity.value().securableId(), name);
    }

    /** The object is gone for good, and its grants with it. */
    public void unregister(Tx tx, Authorized<? extends Securable> entity) {
        store.delete(tx, entity.value().securableId());
    }

    /** An object that nobody can act on any more, such as a dropped one whose retention is over, is gone for good. */
    public void forget(Tx tx, String securableId) {
        store.delete(tx, securableId);
    }

    /** Everything inside a container is gone for good, and the grants with it; the container itself stays. */
    public void unregisterInside(Tx tx, Authorized<? extends Securable> container) {
        store.deleteBelow(tx, container.value().securableId());
    }

    /** Ids of the owners of securables, for the {@code owner} field of answers. */
    public Optional<String> ownerId(Tx tx, Authorized<? extends Securable> entity) {
        return Optional.ofNullable(store.owners(tx, List.of(entity.value().securableId()))
                .get(entity.value().securableId()));
    }

    /** Isolation of the securables, which this decides by. */
    public Bindings bindings() {
        return bindings;
    }

    private Standing standing(Tx tx, Caller caller, List<Node> path) {
        return new Standing(
                caller,
                path,
                caller.isSystem()
                        ? List.of()
                        : store.grants(tx, path.stream().map(Node::id).toList(), caller.principalIds()));
    }

    /** Every privilege that the caller holds on the object, and the name of the object it was granted on. */
    Map<Privilege, String> origins(Tx tx, Caller caller, String securableId) {
        Map<Privilege, String> origins = new java.util.EnumMap<>(Privilege.class);
        standing(tx, caller, store.path(tx, securableId, caller.workspace()))
                .origins()
                .forEach((privilege, node) -> origins.put(privilege, node.name()));
        return origins;
    }
}
