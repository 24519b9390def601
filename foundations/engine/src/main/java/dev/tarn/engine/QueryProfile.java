package dev.tarn.engine;

import java.util.List;
import java.util.Optional;

/**
 * What the engine did for a statement, operator by operator. Counts and times are sums over all tasks, so times can pass the time
 * that went by.
 *
 * @param plans the statement's own plan first, then what the engine ran on its behalf, such as reads of a table's log
 */
public record QueryProfile(List<Plan> plans) {
    /**
     * @param title what it was for
     * @param milliseconds that went by, if the engine measured it
     */
    public record Plan(String title, Optional<Long> milliseconds, Operator root) {}

    /**
     * @param name such as {@code HashAggregate}
     * @param detail what it works on, as the engine writes it; empty where it would show what lies behind a view
     * @param engine that ran it
     * @param rows that it handed on
     * @param milliseconds that it worked, if the engine measures that
     */
    public record Operator(
            String name,
            String detail,
            String engine,
            Optional<Long> rows,
            Optional<Long> milliseconds,
            List<Metric> metrics,
            List<Operator> children) {
        public Operator {
            metrics = List.copyOf(metrics);
            children = List.copyOf(children);
        }
    }

    /** Something counted, such as {@code number of files read}. */
    public record Metric(String name, Unit unit, long value) {}

    /** What a metric counts. */
    public enum Unit {
        COUNT,
        BYTES,
        MILLISECONDS
    }

    public QueryProfile {
        plans = List.copyOf(plans);
    }

    /** All operators of all plans. */
    public int size() {
        return plans.stream().mapToInt(plan -> size(plan.root())).sum();
    }

    private static int size(Operator operator) {
        return 1 + operator.children().stream().mapToInt(QueryProfile::size).sum();
    }
}
