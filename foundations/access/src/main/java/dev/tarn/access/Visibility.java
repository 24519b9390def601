package dev.tarn.access;

import dev.tarn.core.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects inside one container the caller may see, as a condition that a store adds to its own query, so that lists are
 * filtered and paged by the database.
 */
public final class Visibility {
    private enum Extent {
        ALL,
        OWN_OR_GRANTED,
        OWN_OR_BROWSE
    }

    private final Extent extent;
    private final Set<String> principalIds;
    private final Optional<WorkspaceId> confined;

    private Visibility(Extent extent, Set<String> principalIds, Optional<WorkspaceId> confined) {
        this.extent = extent;
        this.principalIds = principalIds;
        this.confined = confined;
    }

    /** @param confined for objects that can be isolated, the workspace in which they are wanted */
    static Visibility all(Optional<WorkspaceId> confined) {
        return new Visibility(Extent.ALL, Set.of(), confined);
    }

    static Visibility ownOrGranted(Set<String> principalIds, Optional<WorkspaceId> confined) {
        return new Visibility(Extent.OWN_OR_GRANTED, principalIds, confined);
    }

    static Visibility ownOrBrowse(Set<String> principalIds, Optional<WorkspaceId> confined) {
        return new Visibility(Extent.OWN_OR_BROWSE, principalIds, confined);
    }

    /**
     * A condition on the column that holds the securable's id, for a WHERE clause.
     *
     * @param idColumn qualified column of the store's own query; never text from outside
     */
    public String condition(String idColumn) {
        String bound = confined.isEmpty() ? "" : """
                 AND NOT EXISTS (SELECT 1 FROM access_securable x WHERE x.id = %1$s AND x.isolated = 1
                   AND NOT EXISTS (SELECT 1 FROM access_binding b WHERE b.securable_id = x.id AND b.workspace = :visibleIn))""".formatted(idColumn);
        return extent(idColumn) + " " + bound;
    }

    private String extent(String idColumn) {
        return switch (extent) {
            case ALL -> "1 = 1";
            case OWN_OR_GRANTED -> """
                (EXISTS (SELECT 1 FROM access_grant g WHERE g.securable_id = %1$s AND g.principal IN (<visibleTo>))
                 OR EXISTS (SELECT 1 FROM access_securable s WHERE s.id = %1$s AND s.owner IN (<visibleTo>)))""".formatted(idColumn);
            case OWN_OR_BROWSE -> """
                (EXISTS (SELECT 1 FROM access_grant g WHERE g.securable_id = %1$s AND g.principal IN (<visibleTo>) AND g.privilege = 'BROWSE')
                 OR EXISTS (SELECT 1 FROM access_securable s WHERE s.id = %1$s AND s.owner IN (<visibleTo>)))""".formatted(idColumn);
        };
    }

    /** The store's own values plus those of {@link #condition}. */
    public Map<String, Object> bind(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        if (extent != Extent.ALL) {
            all.put("visibleTo", principalIds);
        }
        confined.ifPresent(workspace -> all.put("visibleIn", workspace.value()));
        return all;
    }
}
