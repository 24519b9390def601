package dev.tarn.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the server counts, in Prometheus' text format. Names and values say nothing of anybody's data: routes are templates, never paths,
 * and there are no names of principals or objects.
 */
public final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();

    public Metrics() {
        collector.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** A value that goes up and down. */
    public Metrics gauge(String name, String help, LongSupplier value) {
        Gauge.builder(name, value::getAsLong)
                .description(help)
                .strongReference(true)
                .register(registry);
        return this;
    }

    /** A value that goes up and down, one of several that a label tells apart. */
    public Metrics gauge(String name, String help, String label, String labelled, LongSupplier value) {
        Gauge.builder(name, value::getAsLong)
                .description(help)
                .tag(label, labelled)
                .strongReference(true)
                .register(registry);
        return this;
    }

    /** A value that only grows, one of several that a label tells apart. */
    public Metrics counter(String name, String help, String label, String labelled, LongSupplier value) {
        FunctionCounter.builder(name, value, LongSupplier::getAsLong)
                .description(help)
                .tag(label, labelled)
                .register(registry);
        return this;
    }

    /**
     * Counts a request that was answered.
     *
     * @param template of its route; empty for what is no route
     */
    public void request(String method, String template, int status, Duration took) {
        Timer.builder("tarn.http.requests")
                .description("Requests by route and status, with the time until the answer began")
                .tag("method", method)
                .tag("route", template.isEmpty() ? "none" : template)
                .tag("status", String.valueOf(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
    }

    /** Everything, as a monitoring server fetches it. */
    public Response scrape() {
        return Response.of(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                registry.scrape().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
