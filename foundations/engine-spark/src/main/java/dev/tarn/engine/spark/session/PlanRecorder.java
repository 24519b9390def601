package dev.tarn.engine.spark.session;

import dev.tarn.engine.QueryProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the plans that one session's statement has run: its own, and those that commands run within, which only Spark's events
 * tell of. Safe for use by many threads.
 */
final class PlanRecorder extends SparkListener implements AutoCloseable {
    private static final int MOST_PLANS = 20;
    /** Spark's events come a moment after what they tell of. */
    private static final long WAIT_MILLISECONDS = 50;

    /** One of Spark's executions. */
    record Run(String title, @Nullable QueryExecution execution, Optional<Long> milliseconds) {}

    private final SparkContext spark;
    private final String jobGroup;
    private final Map<Long, Run> runs = new LinkedHashMap<>();
    private @Nullable QueryExecution main;
    private boolean listening;

    PlanRecorder(SparkContext spark, String jobGroup) {
        this.spark = spark;
        this.jobGroup = jobGroup;
    }

    /** Another statement begins. */
    synchronized void restart() {
        runs.clear();
        main = null;
        if (!listening) {
            listening = true;
            spark.addSparkListener(this);
        }
    }

    /** The statement's own plan; a command has run by now. */
    synchronized void main(QueryExecution execution) {
        main = execution;
    }

    /** What has been done so far; of a command, what its events have told within a moment. */
    Optional<QueryProfile> profile() {
        QueryExecution own;
        synchronized (this) {
            own = main;
        }
        if (own != null && StatementKinds.mayChange(own.logical())) {
            awaitEvents();
        }
        List<Run> all;
        synchronized (this) {
            all = new ArrayList<>(runs.values());
        }
        return Profiles.of(own, all);
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
        if (event instanceof SparkListenerSQLExecutionStart start
                && start.jobGroupId().contains(jobGroup)) {
            begun(start);
        } else if (event instanceof SparkListenerSQLExecutionEnd end) {
            ended(end);
        }
    }

    @Override
    public void close() {
        boolean remove;
        synchronized (this) {
            remove = listening;
            listening = false;
        }
        if (remove) {
            spark.removeSparkListener(this);
        }
    }

    private synchronized void begun(SparkListenerSQLExecutionStart start) {
        if (runs.size() < MOST_PLANS) {
            QueryExecution execution = SQLExecution.getQueryExecution(start.executionId());
            runs.put(start.executionId(), new Run(start.description(), execution, Optional.empty()));
        }
    }

    private synchronized void ended(SparkListenerSQLExecutionEnd end) {
        runs.computeIfPresent(
                end.executionId(),
                (id, run) -> new Run(
                        run.title(),
                        end.qe() == null ? run.execution() : end.qe(),
                        Optional.of(end.duration() / 1_000_000)));
    }

    private void awaitEvents() {
        try {
            spark.listenerBus().waitUntilEmpty(WAIT_MILLISECONDS);
        } catch (TimeoutException e) {
            // the server is busy: a profile that lacks a plan is better than a late answer
        }
    }
}
