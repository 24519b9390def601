package dev.tarn.engine.spark;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.SqlEngine;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.command.SqlCommands;
import dev.tarn.engine.spark.session.PreparedSessions;
import dev.tarn.engine.spark.session.SparkEngineSession;
import dev.tarn.engine.spark.session.Spill;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.classic.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spark and Delta behind the engine's door. Spark comes up on a thread of its own, at {@link #start} or when it is first needed. */
public final class SparkEngine implements SqlEngine {
    private static final Logger log = LoggerFactory.getLogger(SparkEngine.class);

    private final LakehouseCatalog lakehouse;
    private final SqlCommands commands;
    private final ExecutorService starter = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "spark-start");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<SparkSession> started = new CompletableFuture<>();
    private final CompletableFuture<PreparedSessions> sessions = started.thenApply(PreparedSessions::new);
    private final AtomicBoolean starting = new AtomicBoolean();
    private final SparkEngineConfig config;

    /**
     * Spark is not started yet.
     *
     * @param lakehouse answers every question about tables and permissions
     * @param commands carries out the statements that Spark lacks
     */
    public SparkEngine(SparkEngineConfig config, LakehouseCatalog lakehouse, SqlCommands commands) {
        this.config = config;
        this.lakehouse = lakehouse;
        this.commands = commands;
    }

    /** Begins to start Spark; returns at once. Calling it again does nothing. */
    public void start() {
        if (starting.compareAndSet(false, true)) {
            starter.execute(() -> {
                try {
                    started.complete(start(config));
                } catch (RuntimeException | Error e) {
                    started.completeExceptionally(e);
                }
            });
        }
    }

    @Override
    public EngineSession open(Caller caller, SessionOptions options) {
        return SparkEngineSession.open(sessions(), caller, options, lakehouse, commands);
    }

    @Override
    public boolean ready() {
        return started.isDone() && !started.isCompletedExceptionally();
    }

    @Override
    public String version() {
        return "Apache Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION();
    }

    @Override
    public void close() {
        if (!starting.get()) {
            starter.shutdown();
            return;
        }
        // Waited for on this thread: what is chained to the start runs on the starting thread, where waiting would
        // never end.
        try {
            SparkSession spark = started.join();
            try {
                sessions.join().close();
            } finally {
                spark.stop();
            }
        } catch (CompletionException e) {
            log.debug("There is no engine to stop; the reason was logged when it did not start", e);
        }
        starter.shutdown();
    }

    private PreparedSessions sessions() {
        start();
        try {
            return sessions.join();
        } catch (CompletionException e) {
            throw new AppException(
                    ErrorKind.UNAVAILABLE,
                    "TEMPORARILY_UNAVAILABLE",
                    "The SQL engine could not be started. The server's log says why.");
        }
    }

    private static SparkSession start(SparkEngineConfig config) {
        try {
            long start = System.nanoTime();
            SparkSession.Builder builder =
                    SparkSession.builder().appName("tarn").master(config.master());
            SparkSettings.of(config).forEach(builder::config);
            Spill.clear(config.directory());
            SparkSession spark = builder.getOrCreate();
            SparkSession.clearActiveSession();
            // tasks of Delta's REORG look for the default session: this one belongs to nobody, so the policy refuses it
            // every plan
            SparkSession.setDefaultSession(spark);
            log.info("Spark is up after {} ms", (System.nanoTime() - start) / 1_000_000);
            return spark;
        } catch (RuntimeException | Error e) {
            log.error("Spark could not be started", e);
            throw e;
        }
    }
}
