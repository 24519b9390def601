package dev.tarn.sql;

import dev.tarn.engine.StatementProgress;
import java.time.Duration;
import java.util.Optional;

/**
 * How a statement fares at this moment.
 *
 * @param phase what is being done for it
 * @param queuePosition how many wait before it, from 1, while it waits itself
 * @param work what the engine has done so far
 * @param rows of the result, once it is there
 */
public record StatementStatus(
        String id,
        StatementState state,
        Phase phase,
        Optional<Integer> queuePosition,
        Elapsed elapsed,
        StatementProgress work,
        Optional<Long> rows,
        Optional<StatementInfo.Failure> error) {
    /** What is being done. */
    public enum Phase {
        QUEUED,
        EXECUTING,
        FETCHING,
        DONE
    }

    /** Time that went by, by the workspace's clock. */
    public record Elapsed(Duration total, Duration queued) {}
}
