package dev.tarn.tracking;

import dev.tarn.access.PermissionLevel;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.db.Database;
import dev.tarn.tracking.internal.MetricStore;
import dev.tarn.tracking.internal.MetricStore.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Histories of metrics: every point that was logged, in the order of time, step and value. Needs CAN_READ. */
public final class Metrics {
    private final Database db;
    private final Runs runs;
    private final MetricStore store;

    Metrics(Database db, Runs runs, MetricStore store) {
        this.db = db;
        this.runs = runs;
        this.store = store;
    }

    /**
     * A stretch of a history.
     *
     * @param next where to go on, empty at the end
     */
    public record Stretch(List<Metric> points, Optional<String> next) {}

    /**
     * Reads on from where a stretch ended.
     *
     * @param from empty for the beginning
     * @param limit at most so many points
     */
    public Stretch history(Caller caller, String runId, String key, Optional<String> from, int limit) {
        Position after = from.map(Metrics::position).orElse(Position.START);
        return db.read(tx -> {
            RunInfo run = runs.authorized(tx, caller, PermissionLevel.CAN_READ, runId);
            List<Metric> points = new ArrayList<>(store.series(tx, run.number(), key)
                    .map(series -> store.points(tx, series, key, after, limit + 1))
                    .orElse(List.of()));
            if (points.size() <= limit) {
                return new Stretch(points, Optional.empty());
            }
            points.remove(limit);
            return new Stretch(points, Optional.of(text(MetricStore.position(points.get(limit - 1)))));
        });
    }

    private static String text(Position position) {
        return position.time() + "," + position.step() + "," + position.value() + "," + position.nan();
    }

    private static Position position(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 4) {
                return new Position(
                        Long.parseLong(parts[0]),
                        Long.parseLong(parts[1]),
                        Double.parseDouble(parts[2]),
                        Integer.parseInt(parts[3]));
            }
        } catch (NumberFormatException e) {
            // a token that we did not make
        }
        throw AppException.invalid("Invalid page token: send the value of 'next_page_token' unchanged.");
    }
}
