package dev.tarn.tracking.internal;

import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.tracking.Metric;
import dev.tarn.tracking.RunInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Metrics: the latest value of each, for searches, and every point, for curves. */
public final class MetricStore {
    private final Numbers numbers;

    public MetricStore(Numbers numbers) {
        this.numbers = numbers;
    }

    /** A point of a series, by which the next page of a history goes on. */
    public record Position(long time, long step, double value, int nan) {
        public static final Position START = new Position(Long.MIN_VALUE, Long.MIN_VALUE, 0, 0);
    }

    private record Latest(long series, Metric metric) {}

    /** Writes points and moves the latest values; points that are there already change nothing. */
    public void put(Tx tx, RunInfo run, List<Metric> metrics, Instant now) {
        if (metrics.isEmpty()) {
            return;
        }
        Map<String, Metric> newest = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            newest.merge(metric.key(), metric, (one, other) -> other.isLaterThan(one) ? other : one);
        }
        Map<String, Latest> known = latest(tx, run, newest.keySet());
        Map<String, Long> series = new HashMap<>();
        List<Map<String, Object>> changed = new ArrayList<>();
        for (Metric metric : newest.values()) {
            Latest old = known.get(metric.key());
            long number = old == null ? numbers.next(now) : old.series();
            series.put(metric.key(), number);
            if (old == null || metric.isLaterThan(old.metric())) {
                changed.add(latestRow(run, number, metric));
            }
        }
        tx.updateAll("""
                INSERT INTO tracking_metric (run, key, series, experiment, value, nan, step, time)
                VALUES (:run, :key, :series, :experiment, :value, :nan, :step, :time)
                ON CONFLICT (run, key) DO UPDATE SET value = excluded.value, nan = excluded.nan, step = excluded.step,
                  time = excluded.time
                """, changed);
        List<Map<String, Object>> points = new ArrayList<>(metrics.size());
        for (Metric metric : metrics) {
            points.add(pointRow(series.getOrDefault(metric.key(), 0L), metric));
        }
        tx.updateAll("""
                INSERT INTO tracking_point (series, time, step, value, nan) VALUES (:series, :time, :step, :value, :nan)
                ON CONFLICT (series, time, step, value, nan) DO NOTHING
                """, points);
    }

    public Map<Long, List<Metric>> latest(Tx tx, Collection<Long> runs) {
        record Of(long run, Metric metric) {}
        return runs.isEmpty()
                ? Map.of()
                : tx
                        .list(
                                "SELECT run, key, value, nan, step, time FROM tracking_metric WHERE run IN (<runs>) ORDER BY run, key",
                                Map.of("runs", runs),
                                row -> new Of(row.number("run"), metric(row.text("key"), row)))
                        .stream()
                        .collect(Collectors.groupingBy(Of::run, Collectors.mapping(Of::metric, Collectors.toList())));
    }

    /** The number of the series of a run's metric, if it was ever logged. */
    public Optional<Long> series(Tx tx, long run, String key) {
        return tx.find(
                "SELECT series FROM tracking_metric WHERE run = :run AND key = :key",
                Map.of("run", run, "key", key),
                row -> row.number("series"));
    }

    /** Points in the order of time, step and value, after a position. */
    public List<Metric> points(Tx tx, long series, String key, Position after, int limit) {
        return tx.list(
                """
                SELECT time, step, value, nan FROM tracking_point
                WHERE series = :series AND (time, step, value, nan) > (:time, :step, :value, :nan)
                ORDER BY series, time, step, value, nan LIMIT :limit
                """,
                Map.of(
                        "series", series,
                        "time", after.time(),
                        "step", after.step(),
                        "value", after.value(),
                        "nan", after.nan(),
                        "limit", limit),
                row -> metric(key, row));
    }

    /** Where a point stands, to go on behind it. */
    public static Position position(Metric metric) {
        return new Position(metric.timestamp(), metric.step(), stored(metric.value()), nan(metric.value()));
    }

    private static Map<String, Latest> latest(Tx tx, RunInfo run, Collection<String> keys) {
        Map<String, Latest> known = new HashMap<>();
        tx.list(
                        "SELECT key, series, value, nan, step, time FROM tracking_metric WHERE run = :run AND key IN (<keys>)",
                        Map.of("run", run.number(), "keys", keys),
                        row -> new Latest(row.number("series"), metric(row.text("key"), row)))
                .forEach(latest -> known.put(latest.metric().key(), latest));
        return known;
    }

    private static Map<String, Object> latestRow(RunInfo run, long series, Metric metric) {
        return Map.of(
                "run", run.number(),
                "key", metric.key(),
                "series", series,
                "experiment", run.experiment(),
                "value", stored(metric.value()),
                "nan", nan(metric.value()),
                "step", metric.step(),
                "time", metric.timestamp());
    }

    private static Map<String, Object> pointRow(long series, Metric metric) {
        return Map.of(
                "series", series,
                "time", metric.timestamp(),
                "step", metric.step(),
                "value", stored(metric.value()),
                "nan", nan(metric.value()));
    }

    static double stored(double value) {
        return Double.isNaN(value) ? 0 : value + 0.0;
    }

    static int nan(double value) {
        return Double.isNaN(value) ? 1 : 0;
    }

    private static Metric metric(String key, Row row) {
        double value = row.integer("nan") == 1 ? Double.NaN : row.real("value");
        return new Metric(key, value, row.number("time"), row.number("step"));
    }
}
