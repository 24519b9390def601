package dev.tarn.engine.spark.session;

import dev.tarn.engine.QueryProfile;
import dev.tarn.engine.QueryProfile.Metric;
import dev.tarn.engine.QueryProfile.Operator;
import dev.tarn.engine.QueryProfile.Plan;
import dev.tarn.engine.QueryProfile.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.CommandResult;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.execution.CommandResultExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.ReusedSubqueryExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Reads Spark's executed plans and their metrics. Wrappers that do no work of their own are left out. */
final class Profiles {
    private static final String ENGINE = "Spark";
    private static final int MOST_OPERATORS = 400;
    private static final int LONGEST_DETAIL = 300;
    private static final Pattern LOCATION = Pattern.compile("Location: [^\\]]*\\](, )?");
    /** Where files lie is nobody's business; Spark names its scans by it. */
    private static final Pattern PATH = Pattern.compile("( - )?\\b[a-z][a-z0-9+.-]*:/[^\\s,\\[\\])]*");

    private static final Pattern EXPRESSION_ID = Pattern.compile("(?<=[\\w`)\\]])#\\d+L?");

    private Profiles() {}

    /** The profile of a statement; empty before anything is planned. */
    static Optional<QueryProfile> of(@Nullable QueryExecution main, List<PlanRecorder.Run> runs) {
        List<PlanRecorder.Run> all = new ArrayList<>();
        if (main != null) {
            all.add(new PlanRecorder.Run("Statement", main, Optional.empty()));
        }
        all.addAll(runs);
        all.removeIf(run -> !planned(run.execution()));
        Reader reader = new Reader(all.stream().anyMatch(run -> readsView(run.execution())));
        Set<SparkPlan> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Plan> plans = new ArrayList<>();
        for (PlanRecorder.Run run : all) {
            if (run.execution() != null && reader.goesOn() && seen.add(root(run.execution()))) {
                Operator root = reader.read(root(run.execution()), Optional.empty());
                plans.add(new Plan(title(run), time(run, all), root));
            }
        }
        return plans.isEmpty() ? Optional.empty() : Optional.of(new QueryProfile(plans));
    }

    /** Whether there is a plan at all: of a statement that could not be analysed or planned, asking for it raises the error again. */
    private static boolean planned(@Nullable QueryExecution execution) {
        if (execution == null) {
            return false;
        }
        try {
            QueryPlan<?> analysed = execution.analyzed();
            return analysed != null && root(execution) != null;
        } catch (Exception e) {
            return false;
        }
    }

    /** How long an execution took; the statement's own is told of under another name. */
    private static Optional<Long> time(PlanRecorder.Run run, List<PlanRecorder.Run> all) {
        return all.stream()
                .filter(other -> other.milliseconds().isPresent()
                        && other.execution() != null
                        && root(other.execution()) == root(Objects.requireNonNull(run.execution())))
                .findFirst()
                .flatMap(PlanRecorder.Run::milliseconds);
    }

    private static SparkPlan root(QueryExecution execution) {
        SparkPlan plan = execution.executedPlan();
        return plan instanceof CommandResultExec command ? command.commandPhysicalPlan() : plan;
    }

    private static String title(PlanRecorder.Run run) {
        String title = run.title().strip();
        return title.isEmpty() || title.equals("statement") ? "Part of the statement" : title;
    }

    /** A view shows its columns and nothing of what lies behind it. */
    private static boolean readsView(@Nullable QueryExecution execution) {
        return execution != null && readsView(execution.analyzed());
    }

    private static boolean readsView(QueryPlan<?> plan) {
        return plan instanceof View
                || (plan instanceof CommandResult result && readsView(result.commandLogicalPlan()))
                || anyReadsView(plan.children())
                || anyReadsView(plan.innerChildren())
                || anyReadsView(plan.subqueries());
    }

    private static boolean anyReadsView(Seq<?> plans) {
        return CollectionConverters.asJava(plans).stream()
                .anyMatch(plan -> plan instanceof QueryPlan<?> inner && readsView(inner));
    }

    /** Reads one plan. */
    private static final class Reader {
        private final boolean hidden;
        private int budget = MOST_OPERATORS;

        Reader(boolean hidden) {
            this.hidden = hidden;
        }

        boolean goesOn() {
            return budget > 0;
        }

        /** @param fused time of the compiled pipeline whose first operator this is */
        Operator read(SparkPlan plan, Optional<Long> fused) {
            Optional<SparkPlan> inner = wrapped(plan);
            if (inner.isPresent()) {
                return read(inner.get(), plan instanceof WholeStageCodegenExec ? time(plan) : fused);
            }
            budget--;
            List<Operator> children = new ArrayList<>();
            for (SparkPlan child : CollectionConverters.asJava(plan.children())) {
                if (goesOn()) {
                    children.add(read(child, Optional.empty()));
                }
            }
            for (SparkPlan child : CollectionConverters.asJava(plan.subqueries())) {
                if (goesOn() && !(child instanceof ReusedSubqueryExec)) {
                    children.add(read(child, Optional.empty()));
                }
            }
            String name = hidden ? plan.nodeName().split("[ (]", 2)[0] : withoutPaths(plan.nodeName());
            return new Operator(
                    name, detail(plan), ENGINE, rows(plan), time(plan).or(() -> fused), metrics(plan), children);
        }

        private String detail(SparkPlan plan) {
            if (hidden) {
                return "";
            }
            String text =
                    EXPRESSION_ID.matcher(withoutPaths(plan.simpleString(12))).replaceAll("");
            return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) + "..." : text;
        }
    }

    private static String withoutPaths(String text) {
        return PATH.matcher(LOCATION.matcher(text).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    private static Optional<SparkPlan> wrapped(SparkPlan plan) {
        if (plan instanceof AdaptiveSparkPlanExec adaptive) {
            return Optional.of(adaptive.executedPlan());
        }
        if (plan instanceof QueryStageExec stage) {
            return Optional.of(stage.plan());
        }
        if (plan instanceof WholeStageCodegenExec || plan instanceof InputAdapter) {
            return Optional.of(plan.children().head());
        }
        if (plan instanceof ReusedExchangeExec reused) {
            return Optional.of(reused.child());
        }
        return Optional.empty();
    }

    private static Optional<Long> rows(SparkPlan plan) {
        var metric = plan.metrics().get("numOutputRows");
        return metric.isDefined() ? Optional.of(Math.max(0, metric.get().value())) : Optional.empty();
    }

    /** What an operator's own clocks have measured. */
    private static Optional<Long> time(SparkPlan plan) {
        return metrics(plan).stream()
                .filter(metric -> metric.unit() == Unit.MILLISECONDS)
                .map(Metric::value)
                .reduce(Long::sum);
    }

    private static List<Metric> metrics(SparkPlan plan) {
        List<Metric> metrics = new ArrayList<>();
        CollectionConverters.asJava(plan.metrics()).forEach((key, metric) -> {
            if (metric.value() > 0 && !key.equals("numOutputRows")) {
                metrics.add(metric(key, metric));
            }
        });
        return metrics;
    }

    private static Metric metric(String key, SQLMetric metric) {
        String name = metric.name().isDefined() ? metric.name().get() : key;
        return switch (metric.metricType().toLowerCase(Locale.ROOT)) {
            case "timing" -> new Metric(name, Unit.MILLISECONDS, metric.value());
            case "nstiming" -> new Metric(name, Unit.MILLISECONDS, metric.value() / 1_000_000);
            case "size" -> new Metric(name, Unit.BYTES, metric.value());
            // averages are kept as tenths
            case "average" -> new Metric(name, Unit.COUNT, metric.value() / 10);
            default -> new Metric(name, Unit.COUNT, metric.value());
        };
    }
}
