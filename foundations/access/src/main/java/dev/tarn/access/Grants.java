package dev.tarn.access;

import dev.tarn.access.internal.AccessStore;
import dev.tarn.access.internal.AccessStore.Grant;
import dev.tarn.access.internal.AccessStore.Node;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Principal;
import dev.tarn.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Giving and taking privileges and ownership. Rooms find and authorize the object (an action with
 * {@link Rule#manages()}) in their own transaction and pass it on; this class knows the tree only.
 */
public final class Grants {
    /** What one principal is given or loses. */
    public record Change(String principal, Set<Privilege> add, Set<Privilege> remove) {}

    /** Privileges that one principal holds. */
    public record Assignment(Principal principal, Set<Privilege> privileges) {}

    /**
     * A privilege that reaches an object, and from where.
     *
     * @param inheritedFrom the container that it was granted on; empty if it was granted on the object itself
     */
    public record Effective(
            Principal principal,
            Privilege privilege,
            Optional<SecurableType> inheritedType,
            Optional<String> inheritedFrom) {}

    private final AccessStore store;
    private final PrincipalDirectory principals;
    private final Clocks clocks;

    Grants(AccessStore store, PrincipalDirectory principals, Clocks clocks) {
        this.store = store;
        this.principals = principals;
        this.clocks = clocks;
    }

    /** Applies all changes or, if one of them is wrong, none. */
    public void change(Tx tx, Caller caller, Authorized<? extends Securable> entity, List<Change> changes) {
        Securable securable = entity.value();
        for (Change change : changes) {
            Principal principal = principal(tx, caller, change.principal());
            for (Privilege privilege : change.add()) {
                if (!Privilege.grantable(securable.securableType()).contains(privilege)) {
                    throw AccessErrors.notGrantable(privilege, securable.securableType());
                }
                store.grant(
                        tx,
                        new Grant(securable.securableId(), principal.id(), privilege),
                        caller.principal().id(),
                        clocks.now(caller));
            }
            change.remove()
                    .forEach(privilege ->
                            store.revoke(tx, new Grant(securable.securableId(), principal.id(), privilege)));
        }
    }

    /** What is granted on the object itself, of one principal or of all. */
    public List<Assignment> list(
            Tx tx, Caller caller, Authorized<? extends Securable> entity, Optional<String> principal) {
        return assignments(tx, caller, store.grants(tx, List.of(entity.value().securableId())), principal);
    }

    /** What reaches the object, with where it was granted; ALL PRIVILEGES stays as it is written. */
    public List<Effective> effective(
            Tx tx, Caller caller, Authorized<? extends Securable> entity, Optional<String> principal) {
        Optional<Principal> only = principal.map(name -> principal(tx, caller, name));
        List<Node> path = store.path(tx, entity.value().securableId(), caller.workspace());
        Map<String, Node> nodes = new LinkedHashMap<>();
        path.forEach(node -> nodes.put(node.id(), node));
        List<Grant> grants = store.grants(tx, nodes.keySet());
        Map<String, Principal> known = principals.byIds(tx, principalIds(grants));
        List<Effective> effective = new ArrayList<>();
        for (Node node : nodes.values()) {
            for (Grant grant : grants) {
                Principal holder = known.get(grant.principal());
                if (!grant.securableId().equals(node.id())
                        || holder == null
                        || only.filter(p -> !p.equals(holder)).isPresent()) {
                    continue;
                }
                boolean own = node.depth() == 0;
                effective.add(new Effective(
                        holder,
                        grant.privilege(),
                        own ? Optional.empty() : Optional.of(node.type()),
                        own ? Optional.empty() : Optional.of(node.name())));
            }
        }
        return effective;
    }

    /** Hands the object over. */
    public void transfer(Tx tx, Caller caller, Authorized<? extends Securable> entity, String newOwner) {
        store.setOwner(
                tx,
                entity.value().securableId(),
                principal(tx, caller, newOwner).id());
    }

    /** The owners of objects, by securable id; owners that were deleted appear by their id. */
    public Map<String, String> ownerNames(Tx tx, Collection<? extends Securable> securables) {
        Map<String, String> owners =
                store.owners(tx, securables.stream().map(Securable::securableId).toList());
        Map<String, Principal> known = principals.byIds(tx, new LinkedHashSet<>(owners.values()));
        owners.replaceAll((id, owner) -> {
            Principal principal = owner.equals(Principal.SYSTEM.id()) ? Principal.SYSTEM : known.get(owner);
            return principal == null ? owner : principal.name();
        });
        return owners;
    }

    private List<Assignment> assignments(Tx tx, Caller caller, List<Grant> grants, Optional<String> principal) {
        Optional<Principal> only = principal.map(name -> principal(tx, caller, name));
        Map<String, Principal> known = principals.byIds(tx, principalIds(grants));
        Map<Principal, Set<Privilege>> byPrincipal = new LinkedHashMap<>();
        for (Grant grant : grants) {
            Principal holder = known.get(grant.principal());
            if (holder != null && only.filter(p -> !p.equals(holder)).isEmpty()) {
                byPrincipal
                        .computeIfAbsent(holder, any -> EnumSet.noneOf(Privilege.class))
                        .add(grant.privilege());
            }
        }
        return byPrincipal.entrySet().stream()
                .map(entry -> new Assignment(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Principal principal(Tx tx, Caller caller, String name) {
        return principals.find(tx, caller.metastore(), name).orElseThrow(() -> AccessErrors.principalNotFound(name));
    }

    private static Set<String> principalIds(List<Grant> grants) {
        Set<String> ids = new LinkedHashSet<>();
        grants.forEach(grant -> ids.add(grant.principal()));
        return ids;
    }
}
