package dev.tarn.sql.internal;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.QueryProfile;
import dev.tarn.engine.StatementMetrics;
import dev.tarn.engine.StatementProgress;
import dev.tarn.sql.QueryRecord;
import dev.tarn.sql.StatementInfo.Failure;
import dev.tarn.sql.StatementRequest;
import dev.tarn.sql.StatementState;
import dev.tarn.sql.StatementStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One statement on its way: PENDING, RUNNING, then one end that nothing changes any more, except that a SUCCEEDED one becomes
 * CLOSED. The thread that runs it may lag behind: after a cancellation the client sees the end at once, the warehouse's slot
 * is free when {@link #detach} was called. Safe for use by many threads.
 */
public final class Execution {
    private static final int HISTORY_TEXT = 100_000;

    private final String id;
    private final Caller caller;
    private final String warehouseId;
    private final Instant submitted;
    private final Runnable textReleased;
    private final CountDownLatch ended = new CountDownLatch(1);

    private @Nullable StatementRequest request;
    private StatementState state = StatementState.PENDING;
    private @Nullable Instant startedAt;
    private @Nullable Instant executedAt;
    private @Nullable Instant endedAt;
    private @Nullable Failure failure;
    private @Nullable StoredResult result;
    private @Nullable EngineSession session;
    private QueryRecord.Work work = QueryRecord.Work.NONE;
    private @Nullable QueryProfile profile;

    /** @param textReleased runs once, when the statement's text is no longer held */
    public Execution(String id, Caller caller, StatementRequest request, Instant submitted, Runnable textReleased) {
        this.id = id;
        this.caller = caller;
        this.request = request;
        this.warehouseId = request.warehouseId();
        this.submitted = submitted;
        this.textReleased = textReleased;
    }

    public String id() {
        return id;
    }

    public Caller caller() {
        return caller;
    }

    public String warehouseId() {
        return warehouseId;
    }

    /** What was submitted; empty after the end was recorded. */
    synchronized Optional<StatementRequest> request() {
        return Optional.ofNullable(request);
    }

    public Instant submitted() {
        return submitted;
    }

    public synchronized StatementState state() {
        return state;
    }

    public synchronized Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public synchronized Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public synchronized Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** The result, while there is one. */
    public synchronized Optional<StoredResult> result() {
        return Optional.ofNullable(result);
    }

    /** Waits for the end, in real time; false if it did not come. */
    public boolean awaitEnd(Duration timeout) {
        try {
            return ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its turn has come and it has a session; false if it has ended meanwhile. */
    synchronized boolean begin(EngineSession ownSession, Instant now) {
        if (state != StatementState.PENDING) {
            return false;
        }
        session = ownSession;
        state = StatementState.RUNNING;
        startedAt = now;
        return true;
    }

    /** The engine has done the work; rows begin to flow. */
    synchronized void executed(Instant now) {
        executedAt = now;
    }

    /** What the engine did for it; small ones stay here, others are for the store. */
    Optional<ProfileStore.Kept> profiled(QueryProfile made, Instant now) {
        if (made.size() >= ProfileStore.SMALLEST) {
            return Optional.of(new ProfileStore.Kept(id, caller.workspace(), now, made));
        }
        synchronized (this) {
            profile = made;
        }
        return Optional.empty();
    }

    /** What the engine has done so far, or did, if that is not in the store. */
    public Optional<QueryProfile> profile() {
        EngineSession running;
        synchronized (this) {
            running = session;
            if (running == null || profile != null) {
                return Optional.ofNullable(profile);
            }
        }
        return running.profile();
    }

    /** How it fares; {@code queuePosition} is for the queue to say. */
    public StatementStatus status(Optional<Integer> queuePosition, Instant now) {
        EngineSession running;
        synchronized (this) {
            running = state.terminal() ? null : session;
        }
        StatementProgress live = running == null ? StatementProgress.NONE : running.progress();
        synchronized (this) {
            Instant end = endedAt == null ? now : endedAt;
            Duration queued = Duration.between(submitted, startedAt == null ? end : startedAt);
            StatementProgress done = new StatementProgress(
                    Math.max(work.rowsRead(), live.rowsRead()),
                    Math.max(work.bytesRead(), live.bytesRead()),
                    live.stages(),
                    live.tasks());
            return new StatementStatus(
                    id,
                    state,
                    phase(),
                    queuePosition,
                    new StatementStatus.Elapsed(Duration.between(submitted, end), queued),
                    done,
                    Optional.ofNullable(result).map(stored -> stored.manifest().rows()),
                    Optional.ofNullable(failure));
        }
    }

    private StatementStatus.Phase phase() {
        if (state.terminal()) {
            return StatementStatus.Phase.DONE;
        }
        if (state == StatementState.PENDING) {
            return StatementStatus.Phase.QUEUED;
        }
        return executedAt == null ? StatementStatus.Phase.EXECUTING : StatementStatus.Phase.FETCHING;
    }

    /** The thread that ran it is through. */
    synchronized void detach() {
        session = null;
    }

    /** Ends well, or frees the result if it has ended otherwise meanwhile. */
    void succeed(StoredResult stored, StatementMetrics metrics, Instant now) {
        synchronized (this) {
            if (!state.terminal()) {
                result = stored;
                work = new QueryRecord.Work(
                        metrics.statementType(),
                        stored.manifest().rows(),
                        stored.manifest().bytes(),
                        metrics.rowsRead(),
                        metrics.bytesRead());
                end(StatementState.SUCCEEDED, now);
                return;
            }
        }
        stored.release();
    }

    /** Ends with an error; false if it has ended before. */
    public synchronized boolean fail(AppException error, Instant now) {
        if (state.terminal()) {
            return false;
        }
        failure = Failures.of(error);
        end(StatementState.FAILED, now);
        return true;
    }

    /** Ends as cancelled; false if it has ended before. */
    public synchronized boolean cancel(AppException reason, Instant now) {
        if (state.terminal()) {
            return false;
        }
        failure = Failures.of(reason);
        end(StatementState.CANCELED, now);
        return true;
    }

    /** Stops the engine's work if the statement has ended and its thread has not; harmless if called again. */
    public void stopWork() {
        EngineSession running;
        synchronized (this) {
            running = state.terminal() ? session : null;
        }
        if (running != null) {
            running.cancel();
        }
    }

    /** Frees the result; the statement is CLOSED if it had SUCCEEDED. */
    public void close() {
        StoredResult freed;
        synchronized (this) {
            freed = result;
            result = null;
            if (state == StatementState.SUCCEEDED) {
                state = StatementState.CLOSED;
            }
        }
        if (freed != null) {
            freed.release();
        }
    }

    /**
     * The statement as the history is to keep it now. Of an ended one this is had once, by whoever comes first: its text, up to
     * 16 MiB, is let go then.
     */
    public Optional<QueryRecord> record() {
        QueryRecord record;
        boolean last;
        synchronized (this) {
            if (request == null) {
                return Optional.empty();
            }
            record = recorded(request.statement().sql());
            last = state.terminal();
            request = last ? null : request;
        }
        if (last) {
            textReleased.run();
        }
        return Optional.of(record);
    }

    private QueryRecord recorded(String text) {
        return new QueryRecord(
                id,
                caller.workspace(),
                warehouseId,
                new QueryRecord.User(caller.principal().id(), caller.principal().name()),
                text.length() > HISTORY_TEXT ? text.substring(0, HISTORY_TEXT) : text,
                caller.request().userAgent(),
                status(),
                new QueryRecord.Times(
                        submitted,
                        Optional.ofNullable(startedAt),
                        Optional.ofNullable(executedAt),
                        Optional.ofNullable(endedAt)),
                work,
                Optional.ofNullable(failure));
    }

    private QueryRecord.Status status() {
        return switch (state) {
            case PENDING -> QueryRecord.Status.QUEUED;
            case RUNNING -> QueryRecord.Status.RUNNING;
            case SUCCEEDED, CLOSED -> QueryRecord.Status.FINISHED;
            case FAILED -> QueryRecord.Status.FAILED;
            case CANCELED -> QueryRecord.Status.CANCELED;
        };
    }

    private void end(StatementState last, Instant now) {
        state = last;
        endedAt = now;
        ended.countDown();
    }
}
