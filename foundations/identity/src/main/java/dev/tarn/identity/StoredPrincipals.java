package dev.tarn.identity;

import dev.tarn.access.PrincipalDirectory;
import dev.tarn.core.Principal;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import dev.tarn.identity.internal.PrincipalStore;
import dev.tarn.identity.internal.PrincipalStore.Stored;
import dev.tarn.identity.internal.WorkspaceStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the access room asks about principals. Stateless, so that it can be made before either room. */
public final class StoredPrincipals implements PrincipalDirectory {
    private final PrincipalStore store = new PrincipalStore();
    private final WorkspaceStore workspaces = new WorkspaceStore();

    @Override
    public Optional<Principal> find(Tx tx, String metastore, String name) {
        return store.byName(tx, metastore, name).map(Stored::principal);
    }

    @Override
    public Map<String, Principal> byIds(Tx tx, Collection<String> ids) {
        Map<String, Principal> found = new HashMap<>();
        store.byIds(tx, ids).forEach(stored -> found.put(stored.id(), stored.principal()));
        return found;
    }

    @Override
    public boolean hasWorkspace(Tx tx, String metastore, WorkspaceId workspace) {
        return workspaces
                .byId(tx, workspace)
                .filter(found -> found.metastore().equals(metastore))
                .isPresent();
    }

    @Override
    public Map<String, String> displayNames(Tx tx, Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        store.byIds(tx, ids)
                .forEach(stored -> names.put(stored.id(), stored.profile().displayName()));
        return names;
    }
}
