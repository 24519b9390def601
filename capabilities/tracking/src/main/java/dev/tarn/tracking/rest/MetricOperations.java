package dev.tarn.tracking.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.core.PageToken;
import dev.tarn.http.JsonFields;
import dev.tarn.http.JsonOperation;
import dev.tarn.http.JsonOperation.Call;
import dev.tarn.tracking.Metric;
import dev.tarn.tracking.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Histories of metrics over REST. */
final class MetricOperations {
    private static final int STRETCH = 25_000;
    private static final int MOST_RUNS = 100;

    private final Metrics metrics;

    MetricOperations(Metrics metrics) {
        this.metrics = metrics;
    }

    List<JsonOperation> all() {
        return List.of(
                new JsonOperation("mlflow", "GET", "/2.0/mlflow/metrics/get-history", this::history),
                new JsonOperation("mlflow", "GET", "/2.0/mlflow/metrics/get-history-bulk-interval", this::interval),
                new JsonOperation("mlflow", "GET", "/2.0/mlflow/metrics/get-history-bulk", this::bulk));
    }

    private ObjectNode history(Call call) {
        JsonFields fields = call.fields();
        Metrics.Stretch stretch = metrics.history(
                call.caller(),
                RunOperations.runId(fields),
                fields.required("metric_key"),
                ExperimentOperations.token(fields).map(PageToken::lastKey),
                fields.size("max_results", STRETCH, 1_000_000));
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("metrics");
        stretch.points().forEach(point -> list.add(Answers.metric(point)));
        stretch.next().map(next -> new PageToken(next).encode()).ifPresent(token -> json.put("next_page_token", token));
        return json;
    }

    /** A thinned history of several runs at once: about so many points of each, the first, the last and those between at equal steps. */
    private ObjectNode interval(Call call) {
        JsonFields fields = call.fields();
        long start = fields.number("start_step").orElse(Long.MIN_VALUE);
        long end = fields.number("end_step").orElse(Long.MAX_VALUE);
        int most = fields.size("max_results", 2500, 2500);
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("metrics");
        for (String run : runIds(fields)) {
            List<Metric> points = all(call, run, fields.required("metric_key")).stream()
                    .filter(point -> point.step() >= start && point.step() <= end)
                    .toList();
            thinned(points, most)
                    .forEach(point -> list.add(Answers.metric(point).put("run_id", run)));
        }
        return json;
    }

    private ObjectNode bulk(Call call) {
        JsonFields fields = call.fields();
        int most = fields.size("max_results", STRETCH, STRETCH);
        ObjectNode json = Answers.empty();
        ArrayNode list = json.putArray("metrics");
        for (String run : runIds(fields)) {
            Metrics.Stretch stretch =
                    metrics.history(call.caller(), run, fields.required("metric_key"), Optional.empty(), most);
            for (Metric point : stretch.points()) {
                if (list.size() < most) {
                    list.add(Answers.metric(point).put("run_id", run));
                }
            }
        }
        return json;
    }

    private static List<String> runIds(JsonFields fields) {
        List<String> ids = new ArrayList<>(fields.texts("run_ids"));
        ids.addAll(fields.texts("run_id"));
        if (ids.isEmpty()) {
            throw dev.tarn.tracking.TrackingErrors.missing("run_ids");
        }
        if (ids.size() > MOST_RUNS) {
            throw dev.tarn.tracking.TrackingErrors.invalidValue(
                    "run_ids", String.valueOf(ids.size()), "At most " + MOST_RUNS + " runs can be asked for.");
        }
        return ids;
    }

    private List<Metric> all(Call call, String run, String key) {
        List<Metric> points = new ArrayList<>();
        Optional<String> from = Optional.empty();
        do {
            Metrics.Stretch stretch = metrics.history(call.caller(), run, key, from, STRETCH);
            points.addAll(stretch.points());
            from = stretch.next();
        } while (from.isPresent());
        return points;
    }

    private static List<Metric> thinned(List<Metric> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        TreeSet<Integer> kept = new TreeSet<>();
        for (int i = 0; i < most; i++) {
            kept.add((int) ((long) i * (points.size() - 1) / Math.max(1, most - 1)));
        }
        return kept.stream().map(points::get).toList();
    }
}
