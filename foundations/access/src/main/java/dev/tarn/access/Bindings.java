package dev.tarn.access;

import dev.tarn.access.internal.BindingStore;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which workspaces may use a catalog, an external location or a credential. An isolated one, and everything in it, looks like
 * what does not exist from a workspace that it is not bound to, whatever the caller owns or holds; a read-only binding refuses
 * everything but reading. The {@link Guard} enforces it. Follows the vendor's "Workspace-catalog binding".
 */
public final class Bindings {
    /** A workspace that may use the securable. */
    public record Binding(WorkspaceId workspace, boolean readOnly) {}

    private static final Set<SecurableType> BINDABLE =
            Set.of(SecurableType.CATALOG, SecurableType.EXTERNAL_LOCATION, SecurableType.STORAGE_CREDENTIAL);

    private final BindingStore store;
    private final PrincipalDirectory directory;

    Bindings(BindingStore store, PrincipalDirectory directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * Opens the securable to every workspace of its metastore, or confines it to those that it is bound to. Who confines it binds
     * their own workspace by that: else they would lose it in the same moment.
     */
    public void isolate(Tx tx, Caller caller, Authorized<? extends Securable> entity, boolean isolated) {
        requireBindable(entity.value());
        String id = entity.value().securableId();
        boolean before = store.isolated(tx, List.of(id)).contains(id);
        if (isolated && !before && store.list(tx, id).isEmpty()) {
            store.put(tx, id, new Binding(caller.workspace(), false));
        }
        store.isolate(tx, id, isolated);
    }

    /** Ids of those that are isolated. */
    public Set<String> isolated(Tx tx, Collection<? extends Securable> securables) {
        return store.isolated(
                tx, securables.stream().map(Securable::securableId).toList());
    }

    /** The workspaces that the securable is bound to, by id; they count only while it is isolated. */
    public List<Binding> list(Tx tx, Authorized<? extends Securable> entity) {
        requireBindable(entity.value());
        return store.list(tx, entity.value().securableId());
    }

    /**
     * Takes bindings away and adds others: all of them or, if a workspace is none of the metastore's, nothing.
     *
     * @param add replaces a binding of the same workspace
     */
    public void change(
            Tx tx,
            Caller caller,
            Authorized<? extends Securable> entity,
            Collection<Binding> add,
            Collection<WorkspaceId> remove) {
        requireBindable(entity.value());
        String id = entity.value().securableId();
        remove.forEach(workspace -> store.remove(tx, id, workspace));
        for (Binding binding : add) {
            if (!directory.hasWorkspace(tx, caller.metastore(), binding.workspace())) {
                throw AccessErrors.workspaceNotFound(binding.workspace());
            }
            store.put(tx, id, binding);
        }
    }

    /** Forgets a workspace that is going away. */
    public void dropWorkspace(Tx tx, WorkspaceId workspace) {
        store.removeAll(tx, workspace);
    }

    /** Whether objects of a type can be isolated. */
    static boolean bindable(SecurableType type) {
        return BINDABLE.contains(type);
    }

    private static void requireBindable(Securable securable) {
        if (!bindable(securable.securableType())) {
            throw AppException.invalid(
                    "A %s cannot be bound to workspaces: bind its catalog, an external location or a storage credential."
                            .formatted(securable.securableType().words()));
        }
    }
}
