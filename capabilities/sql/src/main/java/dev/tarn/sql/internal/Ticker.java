package dev.tarn.sql.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does recurring work in one thread; a failure is logged, and the work is tried again at its next time. */
public final class Ticker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ticker.class);

    /** Work, and the pause between its end and its next beginning. */
    public record Task(Duration pause, Runnable work) {}

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "sql-housekeeping");
        daemon.setDaemon(true);
        return daemon;
    });

    public void start(List<Task> tasks) {
        for (Task task : tasks) {
            long pause = task.pause().toMillis();
            var unused = thread.scheduleWithFixedDelay(() -> run(task.work()), pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Housekeeping failed; trying again", e);
        }
    }
}
