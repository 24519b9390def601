package dev.tarn.access;

import dev.tarn.core.Principal;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What this room asks about principals; identity answers. */
public interface PrincipalDirectory {
    /** A user, service principal or group of the metastore by its name, ignoring case. */
    Optional<Principal> find(Tx tx, String metastore, String name);

    /** Principals by id; deleted ones are absent. */
    Map<String, Principal> byIds(Tx tx, Collection<String> ids);

    /** Whether the workspace is attached to the metastore, for bindings to it. */
    default boolean hasWorkspace(Tx tx, String metastore, WorkspaceId workspace) {
        return false;
    }

    /** What people call the principals, by id; absent where that is the name itself. */
    default Map<String, String> displayNames(Tx tx, Collection<String> ids) {
        return Map.of();
    }
}
