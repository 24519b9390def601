package dev.tarn.access;

import dev.tarn.core.Caller;
import java.util.HashMap;
import java.util.Map;

/**
 * Which workspace objects of a type the caller may see, as a condition that a store adds to its own query, so that lists are
 * filtered and paged by the database.
 */
public final class ObjectVisibility {
    private final Caller caller;
    private final String root;

    ObjectVisibility(Caller caller, String root) {
        this.caller = caller;
        this.root = root;
    }

    /**
     * A condition on the column that holds the object's id, for a WHERE clause.
     *
     * @param idColumn qualified column of the store's own query; never text from outside
     */
    public String condition(String idColumn) {
        if (everything()) {
            return "1 = 1";
        }
        return """
            (:objectRoot || %s) IN (
              WITH RECURSIVE seen(object_id) AS (
                SELECT a.object_id FROM access_object_acl a
                WHERE a.workspace = :objectWorkspace AND a.principal IN (<visibleTo>)
                UNION
                SELECT o.object_id FROM access_object o JOIN seen ON o.parent_id = seen.object_id
                WHERE o.workspace = :objectWorkspace)
              SELECT object_id FROM seen)""".formatted(idColumn);
    }

    /** The store's own values plus those of {@link #condition}. */
    public Map<String, Object> bind(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        if (!everything()) {
            all.put("objectRoot", root);
            all.put("objectWorkspace", caller.workspace().value());
            all.put("visibleTo", caller.principalIds());
        }
        return all;
    }

    private boolean everything() {
        return caller.workspaceAdmin() || caller.isSystem();
    }
}
