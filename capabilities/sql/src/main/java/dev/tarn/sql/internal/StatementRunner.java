package dev.tarn.sql.internal;

import dev.tarn.core.AppException;
import dev.tarn.core.Clocks;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.ResultStream;
import dev.tarn.engine.SqlEngine;
import dev.tarn.sql.SqlErrors;
import dev.tarn.sql.StatementRequest;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one statement from its turn to its end, in the calling thread, in a session of its own. */
public final class StatementRunner {
    private static final Logger log = LoggerFactory.getLogger(StatementRunner.class);

    private final SqlEngine engine;
    private final ResultSpool spool;
    private final QueryWriter history;
    private final Clocks clocks;

    public StatementRunner(SqlEngine engine, ResultSpool spool, QueryWriter history, Clocks clocks) {
        this.engine = engine;
        this.spool = spool;
        this.history = history;
        this.clocks = clocks;
    }

    /** Never throws: whatever goes wrong becomes the statement's end. */
    public void run(Execution execution) {
        execution.request().filter(any -> !execution.state().terminal()).ifPresent(request -> run(execution, request));
        execution.record().ifPresent(history::record);
    }

    private void run(Execution execution, StatementRequest request) {
        try (EngineSession session = engine.open(execution.caller(), request.session())) {
            try {
                if (execution.begin(session, now(execution))) {
                    execution.record().ifPresent(history::record);
                    execute(execution, request, session);
                }
            } finally {
                execution.detach();
            }
        } catch (AppException e) {
            execution.fail(e, now(execution));
        } catch (Exception | Error e) { // engines throw checked exceptions that they do not declare
            log.error("Statement {} failed", execution.id(), e);
            execution.fail(SqlErrors.internal(execution.id(), e), now(execution));
        }
    }

    private void execute(Execution execution, StatementRequest request, EngineSession session) {
        try (ResultStream stream = session.execute(request.statement())) {
            execution.executed(now(execution));
            StoredResult result = spool.drain(
                    execution.id(),
                    stream,
                    request.result(),
                    () -> execution.state().terminal());
            profile(execution, session);
            execution.succeed(result, stream.metrics(), now(execution));
        } catch (RuntimeException | Error e) {
            profile(execution, session);
            throw e;
        }
    }

    /** Before the statement's end is seen, so that whoever sees the end finds the profile; its failure is nobody's. */
    private void profile(Execution execution, EngineSession session) {
        try {
            session.profile()
                    .flatMap(made -> execution.profiled(made, now(execution)))
                    .ifPresent(history::profile);
        } catch (Exception e) { // engines throw checked exceptions that they do not declare
            log.warn("Statement {} has no profile", execution.id(), e);
        }
    }

    private Instant now(Execution execution) {
        return clocks.now(execution.caller());
    }
}
