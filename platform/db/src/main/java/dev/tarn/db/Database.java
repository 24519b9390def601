package dev.tarn.db;

import dev.tarn.db.internal.Backend;
import dev.tarn.db.internal.PostgresBackend;
import dev.tarn.db.internal.SqliteBackend;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The store. Readers run side by side; on SQLite writers run one after the other in the order in which they came, and several
 * waiting writers share one commit; on PostgreSQL every transaction is serializable. When {@link #write} returns, the change
 * survives {@code kill -9} and power loss. Only doors call this; nesting is refused. Work must not call the engine, do I/O or
 * keep state: on PostgreSQL it may run again after a conflict.
 */
public final class Database implements AutoCloseable {
    private final Backend backend;
    private final Set<Thread> inside = ConcurrentHashMap.newKeySet();
    private volatile Runnable onEmit = () -> {};

    private Database(Backend backend) {
        this.backend = backend;
    }

    /**
     * Opens the store and brings every room's tables up to date.
     *
     * @param rooms the rooms that keep tables; the migrations of each lie in the resource folder {@code db/<room>}
     */
    public static Database open(DatabaseConfig config, List<String> rooms) {
        Backend backend = config.isSqlite() ? new SqliteBackend(config) : new PostgresBackend(config);
        try {
            Migrations.apply(backend, rooms);
            return new Database(backend);
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    /** Runs work on one consistent snapshot; it may not change anything. */
    public <T> T read(Function<Tx, T> work) {
        if (inside.contains(Thread.currentThread())) {
            throw nested();
        }
        return backend.read(handle -> guarded(handle, false, work));
    }

    /** Runs work and commits what it did, or, when it throws, nothing. */
    public <T> T write(Function<Tx, T> work) {
        if (inside.contains(Thread.currentThread())) {
            throw nested();
        }
        boolean[] emitted = new boolean[1];
        T result;
        try {
            result = backend.write(handle -> guarded(handle, true, tx -> {
                T value = work.apply(tx);
                emitted[0] = tx.emitted();
                return value;
            }));
        } catch (RuntimeException e) {
            throw Faults.isDiskFull(e) ? Faults.diskFull(e) : e;
        }
        if (emitted[0]) {
            onEmit.run();
        }
        return result;
    }

    /** {@link #write} for work without a result. */
    public void change(Consumer<Tx> work) {
        write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** How many transactions wait for their turn, at this moment. */
    public int waiting() {
        return backend.waiting();
    }

    void onEmit(Runnable listener) {
        onEmit = listener;
    }

    @Override
    public void close() {
        backend.close();
    }

    private <T> T guarded(Handle handle, boolean writable, Function<Tx, T> work) {
        if (!inside.add(Thread.currentThread())) {
            throw nested();
        }
        try {
            return work.apply(new Tx(handle, writable));
        } finally {
            inside.remove(Thread.currentThread());
        }
    }

    private static IllegalStateException nested() {
        return new IllegalStateException("A transaction is open already: pass its Tx instead of opening another");
    }
}
