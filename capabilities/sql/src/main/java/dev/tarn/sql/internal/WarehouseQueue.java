package dev.tarn.sql.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The statements of one warehouse: so many run, the others wait in the order in which they came. Waiting ones hold no thread.
 * Safe for use by many threads.
 */
final class WarehouseQueue {
    private final Executor threads;
    private final Consumer<Execution> runner;
    private final Deque<Execution> waiting = new ArrayDeque<>();
    private final Set<Execution> running = new HashSet<>();
    private int slots;
    private Instant lastActivity;

    WarehouseQueue(Executor threads, Consumer<Execution> runner, Instant now) {
        this.threads = threads;
        this.runner = runner;
        this.lastActivity = now;
    }

    /** Takes a statement; false if too many wait already. */
    synchronized boolean submit(Execution execution, int slotLimit, int queueLimit, Instant now) {
        slots = slotLimit;
        lastActivity = now;
        if (running.size() >= slots && waiting.size() >= queueLimit) {
            return false;
        }
        waiting.add(execution);
        startNext();
        return true;
    }

    /** More or fewer may run from now on. */
    synchronized void resize(int slotLimit) {
        slots = slotLimit;
        startNext();
    }

    /** The statement will not run any more; one that runs keeps its slot until its thread is through. */
    synchronized void forget(Execution execution) {
        waiting.remove(execution);
    }

    synchronized void touch(Instant now) {
        lastActivity = now;
    }

    synchronized Instant lastActivity() {
        return lastActivity;
    }

    synchronized int waitingCount() {
        return waiting.size();
    }

    /** Where a statement stands among those that wait, from 1; 0 if it does not. */
    synchronized int position(Execution execution) {
        int position = 0;
        for (Execution other : waiting) {
            position++;
            if (other == execution) {
                return position;
            }
        }
        return 0;
    }

    synchronized int runningCount() {
        return running.size();
    }

    synchronized List<Execution> all() {
        List<Execution> all = new ArrayList<>(running);
        all.addAll(waiting);
        return all;
    }

    private void startNext() {
        while (running.size() < slots && !waiting.isEmpty()) {
            Execution next = waiting.remove();
            running.add(next);
            threads.execute(() -> run(next));
        }
    }

    private void run(Execution execution) {
        try {
            runner.accept(execution);
        } finally {
            finished(execution);
        }
    }

    private synchronized void finished(Execution execution) {
        running.remove(execution);
        execution.endedAt().filter(end -> end.isAfter(lastActivity)).ifPresent(end -> lastActivity = end);
        startNext();
    }
}
