package dev.tarn.sql;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.db.Database;
import dev.tarn.engine.QueryProfile;
import dev.tarn.engine.StatementProgress;
import dev.tarn.engine.StatementProgress.Done;
import dev.tarn.sql.internal.Execution;
import dev.tarn.sql.internal.WarehouseQueues;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is being done, and was done, for a statement: while it waits and runs, and for seven days. Only for whoever submitted it; for
 * all others it does not exist.
 */
public final class StatementProfiles {
    private final Database db;
    private final Clocks clocks;
    private final Statements statements;
    private final Statements.History history;
    private final WarehouseQueues queues;

    StatementProfiles(
            Database db, Clocks clocks, Statements statements, Statements.History history, WarehouseQueues queues) {
        this.db = db;
        this.clocks = clocks;
        this.statements = statements;
        this.history = history;
        this.queues = queues;
    }

    /** How a statement fares at this moment, or how it ended. */
    public StatementStatus progress(Caller caller, String id) {
        Optional<Execution> live = statements.find(caller, id);
        if (live.isPresent()) {
            Execution execution = live.get();
            return execution.status(queues.position(execution), clocks.now(caller));
        }
        return ended(past(caller, id));
    }

    /**
     * The operators that a statement ran, with rows and times: so far, if it still runs.
     *
     * @throws AppException NOT_FOUND if the statement does not exist for the caller, or has no profile (any more)
     */
    public QueryProfile profile(Caller caller, String id) {
        Optional<Execution> live = statements.find(caller, id);
        Optional<QueryProfile> known = live.flatMap(Execution::profile);
        if (known.isPresent()) {
            return known.get();
        }
        if (live.isEmpty()) {
            past(caller, id);
        }
        history.writer().flush();
        return db.read(tx -> history.profiles().find(tx, caller.workspace(), id))
                .orElseThrow(() -> SqlErrors.noProfile(id));
    }

    private QueryRecord past(Caller caller, String id) {
        history.writer().flush();
        return db.read(tx -> history.store().find(tx, caller.workspace(), id))
                .filter(found -> found.user().id().equals(caller.principal().id()))
                .orElseThrow(() -> SqlErrors.noStatement(id));
    }

    private static StatementStatus ended(QueryRecord query) {
        QueryRecord.Times times = query.times();
        Instant end = times.ended().orElse(times.submitted());
        StatementState state = switch (query.status()) {
            case FAILED -> StatementState.FAILED;
            case CANCELED -> StatementState.CANCELED;
            default -> StatementState.CLOSED;
        };
        return new StatementStatus(
                query.id(),
                state,
                StatementStatus.Phase.DONE,
                Optional.empty(),
                new StatementStatus.Elapsed(
                        Duration.between(times.submitted(), end),
                        Duration.between(times.submitted(), times.started().orElse(end))),
                new StatementProgress(query.work().rowsRead(), query.work().bytesRead(), Done.NOTHING, Done.NOTHING),
                Optional.of(query.work().rowsProduced()),
                query.error());
    }
}
