package dev.tarn.sql.internal;

import dev.tarn.db.Database;
import dev.tarn.sql.QueryRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the query history within a quarter of a second, many statements in one commit, so that a short statement does not
 * wait for the disk. Of several states of one statement only the last is written. A crash loses what still waits.
 */
public final class QueryWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(QueryWriter.class);
    private static final int BATCH = 500;
    private static final int MOST_WAITING = 20_000;

    private final Database db;
    private final QueryStore store;
    private final ProfileStore profiles;
    private final List<ProfileStore.Kept> waitingProfiles = new ArrayList<>();
    private final Map<String, QueryRecord> waiting = new LinkedHashMap<>();
    private final Thread writer = new Thread(this::run, "query-history-writer");
    private final Map<QueryRecord.Status, LongAdder> ended = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public QueryWriter(Database db, QueryStore store, ProfileStore profiles) {
        this.db = db;
        this.store = store;
        this.profiles = profiles;
        writer.setDaemon(true);
        writer.start();
    }

    /** Takes a statement's present state; blocks only if the store cannot keep up. */
    public void record(QueryRecord record) {
        if (record.status().last()) {
            ended.computeIfAbsent(record.status(), any -> new LongAdder()).increment();
        }
        boolean full;
        synchronized (waiting) {
            waiting.put(record.id(), record);
            full = waiting.size() > MOST_WAITING;
        }
        if (full) {
            flush();
        }
    }

    /** How many statements ended in a state since the start of this process. */
    public long ended(QueryRecord.Status status) {
        LongAdder count = ended.get(status);
        return count == null ? 0 : count.sum();
    }

    /** Takes a statement's profile; if the store cannot keep up, the oldest that wait are forgotten. */
    public void profile(ProfileStore.Kept profile) {
        synchronized (waitingProfiles) {
            waitingProfiles.add(profile);
            if (waitingProfiles.size() > BATCH) {
                waitingProfiles.remove(0);
            }
        }
    }

    /** Writes everything that waits, in the calling thread. */
    public synchronized void flush() {
        flushProfiles();
        List<QueryRecord> batch = take();
        while (!batch.isEmpty()) {
            List<QueryRecord> records = batch;
            try {
                db.change(tx -> store.save(tx, records));
            } catch (RuntimeException e) {
                putBack(records);
                throw e;
            }
            batch = take();
        }
    }

    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        flush();
    }

    private void flushProfiles() {
        List<ProfileStore.Kept> batch;
        synchronized (waitingProfiles) {
            batch = List.copyOf(waitingProfiles);
            waitingProfiles.clear();
        }
        if (!batch.isEmpty()) {
            db.change(tx -> profiles.save(tx, batch));
        }
    }

    private List<QueryRecord> take() {
        synchronized (waiting) {
            List<QueryRecord> batch = waiting.values().stream().limit(BATCH).toList();
            batch.forEach(record -> waiting.remove(record.id()));
            return batch;
        }
    }

    private void putBack(List<QueryRecord> records) {
        synchronized (waiting) {
            records.forEach(record -> waiting.putIfAbsent(record.id(), record));
        }
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
                    log.error("The query history could not be written; trying again", e);
                }
            }
        }
    }
}
