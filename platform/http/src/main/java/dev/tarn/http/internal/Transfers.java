package dev.tarn.http.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for bodies that are read or written while they travel. They are apart from those of short requests, so that slow clients cannot
 * take the server from the others; when all are busy, the next transfer is refused.
 */
public final class Transfers implements Executor, AutoCloseable {
    private static final int MOST = 512;
    private static final long IDLE_SECONDS = 30;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "transfer-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @throws java.util.concurrent.RejectedExecutionException if every thread is busy
     */
    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
