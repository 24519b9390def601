package dev.tarn.sql.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The queues of all warehouses, and the threads that run statements. Safe for use by many threads. */
public final class WarehouseQueues implements AutoCloseable {
    private final Consumer<Execution> runner;
    private final ConcurrentMap<String, WarehouseQueue> queues = new ConcurrentHashMap<>();
    private final AtomicLong threadNumber = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sql-statement-" + threadNumber.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    public WarehouseQueues(Consumer<Execution> runner) {
        this.runner = runner;
    }

    /** Takes a statement; false if too many wait already. */
    public boolean submit(Execution execution, int slots, int queueLimit, Instant now) {
        return queue(execution.warehouseId(), now).submit(execution, slots, queueLimit, now);
    }

    public void resize(String warehouseId, int slots) {
        find(warehouseId).ifPresent(queue -> queue.resize(slots));
    }

    /** A statement that ended while it waited. */
    public void forget(Execution execution) {
        find(execution.warehouseId()).ifPresent(queue -> queue.forget(execution));
    }

    /** The warehouse was started, or is met for the first time: its idle time begins. */
    public void touch(String warehouseId, Instant now) {
        queue(warehouseId, now).touch(now);
    }

    /** When a statement last came or ended; for a warehouse that this process meets for the first time, now. */
    public Instant lastActivity(String warehouseId, Instant now) {
        return queue(warehouseId, now).lastActivity();
    }

    /** Where a statement stands among those that wait, from 1; empty if it does not. */
    public Optional<Integer> position(Execution execution) {
        return find(execution.warehouseId())
                .map(queue -> queue.position(execution))
                .filter(position -> position > 0);
    }

    public int waitingCount(String warehouseId) {
        return find(warehouseId).map(WarehouseQueue::waitingCount).orElse(0);
    }

    public int runningCount(String warehouseId) {
        return find(warehouseId).map(WarehouseQueue::runningCount).orElse(0);
    }

    /** How many wait, on all warehouses. */
    public long waitingCount() {
        return queues.values().stream().mapToLong(WarehouseQueue::waitingCount).sum();
    }

    /** How many run, on all warehouses. */
    public long runningCount() {
        return queues.values().stream().mapToLong(WarehouseQueue::runningCount).sum();
    }

    /** Statements that run or wait. */
    public List<Execution> of(String warehouseId) {
        return find(warehouseId).map(WarehouseQueue::all).orElse(List.of());
    }

    public void remove(String warehouseId) {
        queues.remove(warehouseId);
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private WarehouseQueue queue(String warehouseId, Instant now) {
        return queues.computeIfAbsent(warehouseId, any -> new WarehouseQueue(threads, runner, now));
    }

    private Optional<WarehouseQueue> find(String warehouseId) {
        return Optional.ofNullable(queues.get(warehouseId));
    }
}
