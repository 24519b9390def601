package dev.tarn.sql;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Which queries are wanted; an empty set filters nothing. */
public record QueryFilter(
        Set<String> userIds,
        Set<String> warehouseIds,
        Set<String> statementIds,
        Set<QueryRecord.Status> statuses,
        Optional<Instant> from,
        Optional<Instant> to) {
    public static final QueryFilter ALL =
            new QueryFilter(Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

    public QueryFilter {
        userIds = Set.copyOf(userIds);
        warehouseIds = Set.copyOf(warehouseIds);
        statementIds = Set.copyOf(statementIds);
        statuses = Set.copyOf(statuses);
    }
}
