package dev.tarn.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A condition for searches over everything at once: it keeps what the caller owns or holds something on, or that lies below such.
 * It leaves out only what the caller cannot see for sure; about what it keeps, {@link Guard#allows} decides.
 */
public final class Sieve {
    private final Set<String> principalIds;
    private final boolean open;

    Sieve(Set<String> principalIds, boolean open) {
        this.principalIds = principalIds;
        this.open = open;
    }

    /**
     * A condition on the columns that hold the ids of the object and of everything that it lies in, for a WHERE clause.
     *
     * @param idColumns qualified columns of the store's own query; never text from outside
     */
    public String condition(String... idColumns) {
        if (open) {
            return "1 = 1";
        }
        String ids = String.join(", ", Arrays.asList(idColumns));
        return """
                (EXISTS (SELECT 1 FROM access_grant g WHERE g.securable_id IN (%1$s) AND g.principal IN (<visibleTo>))
                 OR EXISTS (SELECT 1 FROM access_securable a WHERE a.id IN (%1$s) AND a.owner IN (<visibleTo>)))""".formatted(ids);
    }

    /** The store's own values plus those of {@link #condition}. */
    public Map<String, Object> bind(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        if (!open) {
            all.put("visibleTo", principalIds);
        }
        return all;
    }
}
