package dev.tarn.identity.internal;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what was used, forgets what has expired and drops idle throwaway workspaces, every half minute. */
public final class Housekeeping implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final long PAUSE_SECONDS = 30;

    private final Runnable work;
    private final Thread thread = new Thread(this::run, "identity-housekeeping");
    private volatile boolean closed;

    public Housekeeping(Runnable work) {
        this.work = work;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
                work.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    log.warn("Housekeeping failed; trying again", e);
                }
            }
        }
    }
}
