package dev.tarn.db;

import dev.tarn.core.Clocks;
import dev.tarn.core.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events after the commit of the transaction that emitted them: at least once, retried with growing pauses until
 * every handler of the topic has returned. A handler must bear to see an event twice.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Something that happened. */
    public record Event(String id, String topic, WorkspaceId workspace, String payload, int attempts) {}

    private final Database db;
    private final Clocks clocks;
    private final Map<String, List<Consumer<Event>>> handlers = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread worker = new Thread(this::run, "outbox");
    private volatile boolean closed;

    public Outbox(Database db, Clocks clocks) {
        this.db = db;
        this.clocks = clocks;
    }

    /** Registers a handler; call before {@link #start}. */
    public void on(String topic, Consumer<Event> handler) {
        handlers.computeIfAbsent(topic, any -> new CopyOnWriteArrayList<>()).add(handler);
    }

    /** Begins with what an earlier process left behind. */
    public void start() {
        db.onEmit(wake::release);
        worker.setDaemon(true);
        worker.start();
    }

    /** Handles everything that is due now, in the calling thread. */
    public void drain() {
        while (deliverBatch() > 0) {
            // each round handles one batch
        }
    }

    @Override
    public void close() {
        closed = true;
        worker.interrupt();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                drain();
                if (wake.tryAcquire(5, TimeUnit.SECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                log.warn("Events could not be read; trying again", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int deliverBatch() {
        List<Event> due = db.read(tx -> tx.list(
                """
                SELECT id, topic, workspace, payload, attempts FROM platform_outbox
                WHERE due_at <= :now ORDER BY emitted_at, id LIMIT :batch
                """,
                Map.of("now", clocks.machine(), "batch", BATCH),
                row -> new Event(
                        row.text("id"),
                        row.text("topic"),
                        new WorkspaceId(row.number("workspace")),
                        row.text("payload"),
                        row.integer("attempts"))));
        due.forEach(this::deliver);
        return due.size();
    }

    private void deliver(Event event) {
        try {
            handlers.getOrDefault(event.topic(), List.of()).forEach(handler -> handler.accept(event));
            db.change(tx -> tx.update("DELETE FROM platform_outbox WHERE id = :id", Map.of("id", event.id())));
        } catch (RuntimeException e) {
            Duration pause = Duration.ofSeconds(1L << Math.min(event.attempts(), 8));
            if (pause.compareTo(LONGEST_PAUSE) > 0) {
                pause = LONGEST_PAUSE;
            }
            log.warn("Event {} of {} failed; next attempt in {}", event.id(), event.topic(), pause, e);
            var due = clocks.machine().plus(pause);
            db.change(tx -> tx.update(
                    "UPDATE platform_outbox SET attempts = attempts + 1, due_at = :due WHERE id = :id",
                    Map.of("id", event.id(), "due", due)));
        }
    }
}
