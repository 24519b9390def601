package dev.tarn.app;

import dev.tarn.catalog.engine.SystemRelations;
import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.sql.QueryHistory;
import java.util.Optional;

/** Shows the sql room's history as {@code system.query.history}. */
record QueryHistoryRelation(QueryHistory history) implements SystemRelations.Source {
    @Override
    public String schema() {
        return "query";
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Optional<Relation> relation(Caller caller, String catalog) {
        return Optional.of(history.rows(caller));
    }
}
