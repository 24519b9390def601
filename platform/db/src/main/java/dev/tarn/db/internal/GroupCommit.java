package dev.tarn.db.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The single writer of a SQLite store. Work waits in one fair queue; what is waiting when a transaction begins joins it, each
 * in a savepoint of its own, so that one fsync acknowledges many. A piece of work that fails undoes only itself.
 */
final class GroupCommit implements AutoCloseable {
    private static final int LARGEST_GROUP = 64;

    private static final class Work<T> {
        final Function<Handle, T> function;
        final CompletableFuture<T> done = new CompletableFuture<>();

        @Nullable T result;

        @Nullable Throwable failure;

        Work(Function<Handle, T> function) {
            this.function = function;
        }

        void run(Handle handle) {
            handle.savepoint("work");
            try {
                result = function.apply(handle);
                handle.release("work");
            } catch (Throwable thrown) {
                failure = thrown;
                handle.rollbackToSavepoint("work");
            }
        }

        @SuppressWarnings("NullAway") // a result may be null where the caller's type says so
        void finish() {
            if (failure == null) {
                done.complete(result);
            } else {
                done.completeExceptionally(failure);
            }
        }
    }

    private final Jdbi jdbi;
    private final BlockingQueue<Work<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::serve, "sqlite-writer");
    private volatile boolean closed;

    GroupCommit(Jdbi jdbi) {
        this.jdbi = jdbi;
        thread.setDaemon(true);
        thread.start();
    }

    int waiting() {
        return queue.size();
    }

    <T> T submit(Function<Handle, T> function) {
        Work<T> work = new Work<>(function);
        queue.add(work);
        if (closed && queue.remove(work)) {
            throw new IllegalStateException("The store is closed");
        }
        try {
            return work.done.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        @Nullable Handle handle = null;
        try {
            while (true) {
                Work<?> first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closed) {
                        return;
                    }
                    continue;
                }
                if (handle == null) {
                    handle = openOrFail(first);
                }
                if (handle != null) {
                    commitGroup(handle, first);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (handle != null) {
                handle.close();
            }
        }
    }

    private @Nullable Handle openOrFail(Work<?> work) {
        try {
            return jdbi.open();
        } catch (RuntimeException e) {
            work.done.completeExceptionally(e);
            return null;
        }
    }

    private void commitGroup(Handle handle, Work<?> first) {
        List<Work<?>> group = new ArrayList<>();
        group.add(first);
        try {
            handle.begin();
            first.run(handle);
            while (group.size() < LARGEST_GROUP) {
                Work<?> next = queue.poll();
                if (next == null) {
                    break;
                }
                group.add(next);
                next.run(handle);
            }
            handle.commit();
            group.forEach(Work::finish);
        } catch (RuntimeException | Error e) {
            // The transaction as a whole is lost (a full disk, say): nobody is told that their work was done.
            rollback(handle);
            group.forEach(work -> work.done.completeExceptionally(work.failure == null ? e : work.failure));
        }
    }

    private static void rollback(Handle handle) {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            // SQLite has rolled back by itself
        }
    }
}
