package dev.tarn.sql.internal;

import dev.tarn.core.AppException;
import dev.tarn.core.Clocks;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The statements of this process that clients can still ask for. Safe for use by many threads. */
public final class Executions {
    private final ConcurrentMap<String, Execution> byId = new ConcurrentHashMap<>();
    private final WarehouseQueues queues;
    private final QueryWriter history;
    private final Clocks clocks;

    public Executions(WarehouseQueues queues, QueryWriter history, Clocks clocks) {
        this.queues = queues;
        this.history = history;
        this.clocks = clocks;
    }

    public void add(Execution execution) {
        byId.put(execution.id(), execution);
    }

    public Optional<Execution> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Execution> all() {
        return List.copyOf(byId.values());
    }

    /** Forgets a statement and frees its result. */
    public void remove(Execution execution) {
        byId.remove(execution.id());
        execution.close();
    }

    /** Ends a statement as cancelled and stops its work; nothing happens to one that has ended. */
    public void cancel(Execution execution, AppException reason) {
        if (execution.cancel(reason, clocks.now(execution.caller()))) {
            stopped(execution);
        }
    }

    /** Ends a statement as failed and stops its work; nothing happens to one that has ended. */
    public void fail(Execution execution, AppException reason) {
        if (execution.fail(reason, clocks.now(execution.caller()))) {
            stopped(execution);
        }
    }

    /** Cancels everything that runs or waits on a warehouse. */
    public void cancelAll(String warehouseId, AppException reason) {
        queues.of(warehouseId).forEach(execution -> cancel(execution, reason));
    }

    private void stopped(Execution execution) {
        queues.forget(execution);
        execution.record().ifPresent(history::record);
        execution.stopWork();
    }
}
