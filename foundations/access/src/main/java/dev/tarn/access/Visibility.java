package dev.tarn.access;

import java.util.HashMap;
import java.util.Map;
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

    private Visibility(Extent extent, Set<String> principalIds) {
        this.extent = extent;
        this.principalIds = principalIds;
    }

    static Visibility all() {
        return new Visibility(Extent.ALL, Set.of());
    }

    static Visibility ownOrGranted(Set<String> principalIds) {
        return new Visibility(Extent.OWN_OR_GRANTED, principalIds);
    }

    static Visibility ownOrBrowse(Set<String> principalIds) {
        return new Visibility(Extent.OWN_OR_BROWSE, principalIds);
    }

    /**
     * A condition on the column that holds the securable's id, for a WHERE clause.
     *
     * @param idColumn qualified column of the store's own query; never text from outside
     */
    public String condition(String idColumn) {
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
        return all;
    }
}
