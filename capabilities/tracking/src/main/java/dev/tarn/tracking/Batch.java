package dev.tarn.tracking;

import java.util.List;

/** What is logged to a run in one transaction. */
public record Batch(List<Metric> metrics, List<KeyValue> params, List<KeyValue> tags) {
    public Batch {
        metrics = List.copyOf(metrics);
        params = List.copyOf(params);
        tags = List.copyOf(tags);
    }

    public static Batch metric(Metric metric) {
        return new Batch(List.of(metric), List.of(), List.of());
    }

    public static Batch param(KeyValue param) {
        return new Batch(List.of(), List.of(param), List.of());
    }

    public static Batch tag(KeyValue tag) {
        return new Batch(List.of(), List.of(), List.of(tag));
    }
}
