package dev.tarn.access.internal;

import dev.tarn.access.Action;
import dev.tarn.access.Privilege;
import dev.tarn.access.Rule;
import dev.tarn.access.SecurableType;
import dev.tarn.access.internal.AccessStore.Grant;
import dev.tarn.access.internal.AccessStore.Node;
import dev.tarn.access.internal.AccessStore.Reach;
import dev.tarn.core.Caller;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a caller stands to one object: what they own on its path and what they hold there. Pure: rows in, decisions out. */
public final class Standing {
    private final List<Node> path;
    private final boolean system;
    private final Set<String> principals;
    private final Map<String, Set<Privilege>> heldAt = new HashMap<>();

    public Standing(Caller caller, List<Node> path, List<Grant> grants) {
        this.path = path;
        this.system = caller.isSystem();
        this.principals = caller.principalIds();
        Map<String, SecurableType> types = new HashMap<>();
        path.forEach(node -> types.put(node.id(), node.type()));
        for (Grant grant : grants) {
            SecurableType type = types.get(grant.securableId());
            if (type == null || !principals.contains(grant.principal())) {
                continue;
            }
            Set<Privilege> held = heldAt.computeIfAbsent(grant.securableId(), any -> EnumSet.noneOf(Privilege.class));
            held.add(grant.privilege());
            if (grant.privilege() == Privilege.ALL_PRIVILEGES) {
                held.addAll(Privilege.expansion(type));
            }
        }
    }

    public boolean allows(Action action) {
        Rule rule = action.rule();
        if (system) {
            return true;
        }
        if (!action.fromAnyWorkspace() && (!isBound() || boundForReading(action).isPresent())) {
            return false;
        }
        if (rule.visible()) {
            return seesAnywhere();
        }
        if (rule.manager() && managesFromAbove()) {
            return true;
        }
        if (closedGate().isPresent() || (rule.inside() && !entersObject())) {
            return false;
        }
        return (rule.owner() && ownsObject())
                || (rule.manager() && holds(Privilege.MANAGE))
                || rule.anyOf().stream().anyMatch(this::holds);
    }

    /** Whether the caller may know that the object exists. */
    public boolean sees() {
        return isBound() && seesAnywhere();
    }

    /** Whether the caller's workspace may use everything on the path. */
    private boolean isBound() {
        return system || path.stream().noneMatch(node -> node.reach() == Reach.UNBOUND);
    }

    /** What on the path the caller's workspace may only read, if the action does more than that. */
    public Optional<Node> boundForReading(Action action) {
        return system || action.fromAnyWorkspace() || action.rule().reads()
                ? Optional.empty()
                : path.stream().filter(node -> node.reach() == Reach.READ_ONLY).findFirst();
    }

    private boolean seesAnywhere() {
        if (system || ownsObject() || managesFromAbove() || holds(Privilege.BROWSE)) {
            return true;
        }
        if (closedGate().isPresent()) {
            return false;
        }
        Set<Privilege> relevant = Privilege.grantable(object().type());
        return path.stream().anyMatch(node -> held(node).stream().anyMatch(relevant::contains));
    }

    /** The nearest container above the object that the caller may not enter. */
    public Optional<Node> closedGate() {
        if (system) {
            return Optional.empty();
        }
        for (int i = path.size() - 1; i >= 1; i--) {
            Node container = path.get(i);
            Optional<Privilege> gate = container.type().gate();
            if (gate.isPresent() && !passes(i, gate.get())) {
                return Optional.of(container);
            }
        }
        return Optional.empty();
    }

    /** Whether the caller could also reach what lies inside this object. */
    public boolean entersObject() {
        return system
                || (closedGate().isEmpty()
                        && object().type().gate().map(gate -> passes(0, gate)).orElse(true));
    }

    public boolean holds(Privilege privilege) {
        return path.stream().anyMatch(node -> held(node).contains(privilege));
    }

    /** Whether the caller holds, on the object or above, any privilege that means something for the given type. */
    public boolean holdsAnyFor(SecurableType type) {
        Set<Privilege> relevant = Privilege.grantable(type);
        return path.stream().anyMatch(node -> held(node).stream().anyMatch(relevant::contains));
    }

    /** Whether the caller owns the object, something above it, or administers the metastore. */
    public boolean ownsPath() {
        return system || path.stream().anyMatch(node -> principals.contains(node.owner()));
    }

    public boolean ownsObject() {
        return system || principals.contains(object().owner());
    }

    public Node object() {
        return path.get(0);
    }

    private boolean managesFromAbove() {
        return path.stream().skip(1).anyMatch(node -> principals.contains(node.owner()))
                || (object().type() == SecurableType.METASTORE && ownsObject());
    }

    private boolean passes(int index, Privilege gate) {
        for (int i = index; i < path.size(); i++) {
            if (principals.contains(path.get(i).owner()) || held(path.get(i)).contains(gate)) {
                return true;
            }
        }
        return false;
    }

    private Set<Privilege> held(Node node) {
        return heldAt.getOrDefault(node.id(), Set.of());
    }

    /** For explanations: where each privilege that the caller holds comes from. */
    public Map<Privilege, Node> origins() {
        Map<Privilege, Node> origins = new EnumMap<>(Privilege.class);
        path.forEach(node -> held(node).forEach(privilege -> origins.putIfAbsent(privilege, node)));
        return origins;
    }
}
