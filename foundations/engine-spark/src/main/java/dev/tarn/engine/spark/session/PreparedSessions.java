package dev.tarn.engine.spark.session;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.spark.sql.classic.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * New Spark sessions, a few of them made ahead: building a session's parser, analyser and optimiser takes longer than a small
 * statement. Each is given away once and never comes back; until it is bound to a caller it may do nothing.
 */
public final class PreparedSessions implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PreparedSessions.class);
    private static final int AHEAD = 4;

    private final SparkSession base;
    private final BlockingQueue<SparkSession> ready = new ArrayBlockingQueue<>(AHEAD);
    private final ExecutorService maker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "spark-sessions");
        thread.setDaemon(true);
        return thread;
    });

    /** @param base whose settings and extensions the sessions have */
    public PreparedSessions(SparkSession base) {
        this.base = base;
        for (int i = 0; i < AHEAD; i++) {
            makeAnother();
        }
    }

    /** A session that nobody else has had. */
    SparkSession take() {
        SparkSession session = ready.poll();
        makeAnother();
        return session != null ? session : base.newSession();
    }

    private void makeAnother() {
        try {
            maker.execute(() -> {
                try {
                    if (ready.remainingCapacity() > 0) {
                        ready.offer(made());
                    }
                } catch (RuntimeException e) {
                    log.warn("No session could be made ahead; the next statement makes its own", e);
                }
            });
        } catch (RejectedExecutionException e) {
            log.debug("The engine is closing");
        }
    }

    private SparkSession made() {
        SparkSession session = base.newSession();
        var state = session.sessionState();
        state.sqlParser();
        state.analyzer();
        state.optimizer();
        state.planner();
        return session;
    }

    @Override
    public void close() {
        maker.shutdownNow();
    }
}
