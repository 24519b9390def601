package dev.tarn.access;

import dev.tarn.access.internal.AuditStore;
import dev.tarn.core.Caller;
import dev.tarn.core.Clocks;
import dev.tarn.core.Ids;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.Database;
import dev.tarn.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail. What a committed change did is written in the change's own transaction; reads and refusals follow within a
 * second, in batches. Parameters never hold secrets.
 */
public final class Audit implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Audit.class);
    private static final int BATCH = 500;
    /** Refusals that wait to be written; when full, the newest wait for room rather than being lost. */
    private static final int QUEUE = 50_000;

    /**
     * One audited event.
     *
     * @param service the vendor's service name, such as {@code unityCatalog} or {@code accounts}
     * @param target full name of the object, empty if there is none
     * @param reason why it was refused, empty if it was allowed
     */
    public record Entry(
            String id,
            String metastore,
            long workspace,
            Instant time,
            String service,
            String action,
            String principalId,
            String principalName,
            String sourceAddress,
            String userAgent,
            String requestId,
            String targetType,
            String target,
            Map<String, String> parameters,
            boolean allowed,
            String reason) {}

    private final Database db;
    private final AuditStore store;
    private final Clocks clocks;
    private final BlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(QUEUE);
    private final Thread writer = new Thread(this::run, "audit-writer");
    private volatile boolean closed;

    Audit(Database db, AuditStore store, Clocks clocks) {
        this.db = db;
        this.store = store;
        this.clocks = clocks;
        writer.setDaemon(true);
        writer.start();
    }

    /** Records what a room decided or did outside the {@link Guard}: sign-ins, tokens, statements. */
    public void record(
            Caller caller,
            String service,
            String action,
            String target,
            Map<String, String> parameters,
            String refusal) {
        enqueue(entry(caller, service, action, "", target, parameters, refusal.isEmpty(), refusal));
    }

    void decision(
            Tx tx, Caller caller, Action action, SecurableType type, String name, boolean allowed, String reason) {
        Entry entry = entry(caller, "unityCatalog", action.auditName(), type.name(), name, Map.of(), allowed, reason);
        if (allowed && tx.writable()) {
            store.insert(tx, List.of(entry));
        } else {
            enqueue(entry);
        }
    }

    /** Events of the caller's metastore, newest first. Needs the workspace administrator. */
    public Page<Entry> list(Caller caller, PageRequest page) {
        if (!caller.workspaceAdmin()) {
            throw dev.tarn.core.AppException.denied(
                    caller.principal().name() + " may not read the audit trail: only workspace administrators may.");
        }
        flush();
        return db.read(tx ->
                Page.of(store.list(tx, caller.metastore(), page.after(), page.size() + 1), page, AuditStore::sortKey));
    }

    /** Writes everything that waits, in the calling thread. */
    public synchronized void flush() {
        List<Entry> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            List<Entry> entries = List.copyOf(batch);
            db.change(tx -> store.insert(tx, entries));
            batch.clear();
        }
    }

    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        flush();
    }

    private void run() {
        while (!closed) {
            try {
                TimeUnit.MILLISECONDS.sleep(250);
                flush();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    log.error("The audit trail could not be written; trying again", e);
                }
            }
        }
    }

    private void enqueue(Entry entry) {
        try {
            waiting.put(entry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.error("Interrupted while recording {} by {}", entry.action(), entry.principalName());
        }
    }

    private Entry entry(
            Caller caller,
            String service,
            String action,
            String targetType,
            String target,
            Map<String, String> parameters,
            boolean allowed,
            String reason) {
        return new Entry(
                Ids.uuid(),
                caller.metastore(),
                caller.workspace().value(),
                clocks.now(caller),
                service,
                action,
                caller.principal().id(),
                caller.principal().name(),
                caller.request().sourceAddress(),
                caller.request().userAgent(),
                caller.request().id(),
                targetType,
                target,
                parameters,
                allowed,
                reason);
    }
}
