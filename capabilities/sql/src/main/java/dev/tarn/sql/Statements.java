package dev.tarn.sql;

import dev.tarn.access.Audit;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.db.Database;
import dev.tarn.sql.StatementInfo.Failure;
import dev.tarn.sql.internal.Execution;
import dev.tarn.sql.internal.Executions;
import dev.tarn.sql.internal.LinkSigner;
import dev.tarn.sql.internal.ProfileStore;
import dev.tarn.sql.internal.QueryStore;
import dev.tarn.sql.internal.QueryWriter;
import dev.tarn.sql.internal.StoredResult;
import dev.tarn.sql.internal.WarehouseQueues;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Statements: submit one, ask for it, fetch its result, cancel it. Only whoever submitted a statement may do any of this; for
 * all others it does not exist. Finished ones can be asked for until {@link SqlConfig#resultRetention} has passed. Results do
 * not outlive the process: after a restart, statements that had SUCCEEDED are CLOSED.
 */
public final class Statements {
    private static final String AUDIT = "databrickssql";
    /** Where the server answers signed links; the statement's id and the chunk's number follow. */
    public static final String RESULT_PATH = "/api/2.0/sql/statement-results/";

    /** Texts of all statements that run or wait, in bytes of memory. */
    private static final long MOST_TEXT = 512L * 1024 * 1024;

    /** What this room runs on. */
    record Running(WarehouseQueues queues, Executions executions, LinkSigner signer) {}

    /** The history, to which every state of a statement goes. */
    record History(QueryStore store, ProfileStore profiles, QueryWriter writer) {}

    private final Database db;
    private final Audit audit;
    private final Clocks clocks;
    private final SqlConfig config;
    private final Warehouses warehouses;
    private final Running running;
    private final History history;
    private final AtomicLong textBytes = new AtomicLong();

    Statements(
            Database db,
            Audit audit,
            Clocks clocks,
            SqlConfig config,
            Warehouses warehouses,
            Running running,
            History history) {
        this.db = db;
        this.audit = audit;
        this.clocks = clocks;
        this.config = config;
        this.warehouses = warehouses;
        this.running = running;
        this.history = history;
    }

    /**
     * Submits a statement and waits for its end as long as the request says. A statement that goes wrong is no error of this
     * call: the answer says FAILED and why.
     *
     * @throws AppException NOT_FOUND for a warehouse that the caller may not use; RESOURCE_EXHAUSTED if too many wait already
     */
    public StatementInfo execute(Caller caller, StatementRequest request) {
        Warehouses.Slots slots = warehouses.use(caller, request.warehouseId());
        long bytes = 2L * request.statement().sql().length();
        if (textBytes.addAndGet(bytes) > MOST_TEXT) {
            textBytes.addAndGet(-bytes);
            throw SqlErrors.tooMuchText(MOST_TEXT);
        }
        Execution execution =
                new Execution(Ids.uuid(), caller, request, clocks.now(caller), () -> textBytes.addAndGet(-bytes));
        running.executions().add(execution);
        execution.record().ifPresent(history.writer()::record);
        if (!running.queues().submit(execution, slots.count(), config.queuedStatements(), clocks.now(caller))) {
            AppException full = SqlErrors.queueFull(slots.warehouseName(), config.queuedStatements());
            running.executions().fail(execution, full);
            throw full;
        }
        audit.record(
                caller, AUDIT, "executeStatement", request.warehouseId(), Map.of("statement_id", execution.id()), "");
        StatementRequest.Waiting waiting = request.waiting();
        if (!waiting.timeout().isZero()
                && !execution.awaitEnd(waiting.timeout())
                && waiting.onTimeout() == StatementRequest.OnTimeout.CANCEL) {
            running.executions()
                    .cancel(
                            execution,
                            SqlErrors.cancelled("The statement did not end within %ds, as its client demanded."
                                    .formatted(waiting.timeout().toSeconds())));
        }
        return info(execution);
    }

    public StatementInfo get(Caller caller, String id) {
        Optional<Execution> live = find(caller, id);
        return live.map(this::info).orElseGet(() -> past(caller, id));
    }

    /** Cancels a statement; one that has ended stays as it is. */
    public void cancel(Caller caller, String id) {
        Execution execution = find(caller, id).orElse(null);
        if (execution == null) {
            past(caller, id);
            return;
        }
        running.executions().cancel(execution, SqlErrors.cancelled("The statement was cancelled by its client."));
        audit.record(caller, AUDIT, "cancelStatement", execution.warehouseId(), Map.of("statement_id", id), "");
    }

    /** Frees a statement's result before its time; one that still runs is cancelled. */
    public void close(Caller caller, String id) {
        Execution execution = find(caller, id).orElseThrow(() -> SqlErrors.noStatement(id));
        running.executions().cancel(execution, SqlErrors.cancelled("The statement was closed by its client."));
        execution.close();
    }

    /**
     * A chunk of the result, in any order, as often as wanted: its values, or a new signed link.
     *
     * @throws AppException NOT_FOUND if the result is gone; INVALID_STATE if there is none yet; INVALID_PARAMETER_VALUE for a
     *     number beyond the last chunk
     */
    public ResultChunk chunk(Caller caller, String id, long index) {
        Execution execution = find(caller, id).orElseThrow(() -> SqlErrors.noStatement(id));
        StoredResult result = execution.result().orElseThrow(() -> {
            StatementState state = execution.state();
            return state == StatementState.CLOSED ? SqlErrors.closed(id) : SqlErrors.noResult(id, state);
        });
        int chunks = result.manifest().chunks().size();
        if (index < 0 || index >= chunks) {
            throw SqlErrors.noChunk(id, index, chunks);
        }
        return chunk(execution, result, (int) index);
    }

    /**
     * The file behind a signed link. Needs no caller: the link is the right.
     *
     * @throws AppException PERMISSION_DENIED for a link that was changed or has expired; NOT_FOUND if the result is gone
     */
    public ResultFile file(String id, int chunk, Instant expires, String signature) {
        if (!running.signer().verify(id, chunk, expires, signature)) {
            throw SqlErrors.badLink();
        }
        Execution execution = running.executions().find(id).orElseThrow(() -> SqlErrors.closed(id));
        if (!clocks.now(execution.caller()).isBefore(expires)) {
            throw SqlErrors.badLink();
        }
        StoredResult result = execution.result().orElseThrow(() -> SqlErrors.closed(id));
        return new ResultFile(
                result.file(chunk),
                result.manifest().format(),
                result.manifest().chunks().get(chunk).bytes());
    }

    /**
     * Ends statements that waited or ran too long, stops work that outlived its statement, and forgets statements whose time is
     * over. Called every second.
     */
    public void sweep() {
        for (Execution execution : running.executions().all()) {
            Instant now = clocks.now(execution.caller());
            switch (execution.state()) {
                case PENDING -> endIfOverdue(execution, now);
                case RUNNING -> endIfTooLong(execution, now);
                default -> {
                    execution.stopWork();
                    if (expired(execution)) {
                        running.executions().remove(execution);
                    }
                }
            }
        }
    }

    /** Statements that an earlier process left unfinished have failed; called once at start. */
    void recover(Instant now) {
        Failure failure = new Failure(
                "ABORTED",
                "The server stopped while the statement ran. Submit it again if it has not taken effect.",
                "57P01");
        db.change(tx -> history.store().failUnfinished(tx, now, failure));
    }

    /** Cancels everything; called once at the end. */
    void shutDown() {
        AppException reason = SqlErrors.cancelled("The server is shutting down.");
        running.executions().all().forEach(execution -> running.executions().cancel(execution, reason));
    }

    private void endIfOverdue(Execution execution, Instant now) {
        if (!now.isBefore(execution.submitted().plus(config.queueTimeout()))) {
            running.executions()
                    .fail(
                            execution,
                            SqlErrors.timedOut(
                                    "The statement waited for its turn for longer than %d s. Raise the warehouse's max_num_clusters, or submit fewer statements at once."
                                            .formatted(config.queueTimeout().toSeconds())));
        }
    }

    private void endIfTooLong(Execution execution, Instant now) {
        if (execution
                .startedAt()
                .filter(started -> !now.isBefore(started.plus(config.statementTimeout())))
                .isPresent()) {
            running.executions()
                    .fail(
                            execution,
                            SqlErrors.timedOut("The statement ran for longer than the STATEMENT_TIMEOUT of %d s."
                                    .formatted(config.statementTimeout().toSeconds())));
        }
    }

    Optional<Execution> find(Caller caller, String id) {
        return running.executions().find(id).filter(execution -> owns(caller, execution) && !expired(execution));
    }

    private static boolean owns(Caller caller, Execution execution) {
        return execution.caller().workspace().equals(caller.workspace())
                && execution.caller().principal().id().equals(caller.principal().id());
    }

    private boolean expired(Execution execution) {
        Instant now = clocks.now(execution.caller());
        return execution
                .endedAt()
                .filter(ended -> !now.isBefore(ended.plus(config.resultRetention())))
                .isPresent();
    }

    /** A statement of an earlier process, as the history knows it. */
    private StatementInfo past(Caller caller, String id) {
        Instant oldest = clocks.now(caller).minus(config.resultRetention());
        QueryRecord query = db.read(tx -> history.store().find(tx, caller.workspace(), id))
                .filter(found -> found.user().id().equals(caller.principal().id()))
                .filter(found -> found.times().ended().filter(oldest::isBefore).isPresent())
                .orElseThrow(() -> SqlErrors.noStatement(id));
        StatementState state = switch (query.status()) {
            case FAILED -> StatementState.FAILED;
            case CANCELED -> StatementState.CANCELED;
            default -> StatementState.CLOSED;
        };
        return new StatementInfo(id, state, query.error(), Optional.empty(), Optional.empty());
    }

    private StatementInfo info(Execution execution) {
        Optional<StoredResult> result = execution.result();
        return new StatementInfo(
                execution.id(),
                execution.state(),
                execution.failure(),
                result.map(StoredResult::manifest),
                result.filter(stored -> !stored.manifest().chunks().isEmpty())
                        .map(stored -> chunk(execution, stored, 0)));
    }

    private ResultChunk chunk(Execution execution, StoredResult result, int index) {
        ResultManifest manifest = result.manifest();
        Optional<Integer> next = index + 1 < manifest.chunks().size() ? Optional.of(index + 1) : Optional.empty();
        boolean inline = manifest.disposition() == Disposition.INLINE;
        return new ResultChunk(
                execution.id(),
                manifest.chunks().get(index),
                next,
                inline ? Optional.of(result.rows(index)) : Optional.empty(),
                inline ? Optional.empty() : Optional.of(link(execution, index)));
    }

    private ResultChunk.Link link(Execution execution, int index) {
        Instant expires = Instant.ofEpochMilli(
                clocks.now(execution.caller()).plus(config.linkLifetime()).toEpochMilli());
        String signature = running.signer().sign(execution.id(), index, expires);
        return new ResultChunk.Link(
                RESULT_PATH + execution.id() + "/" + index + "?expires=" + expires.toEpochMilli() + "&signature="
                        + signature,
                expires);
    }
}
