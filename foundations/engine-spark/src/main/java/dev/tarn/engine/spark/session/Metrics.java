package dev.tarn.engine.spark.session;

import dev.tarn.engine.StatementMetrics;
import java.util.List;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.metric.SQLMetric;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Sums what the scans of a plan have counted. */
final class Metrics {
    private Metrics() {}

    static StatementMetrics of(QueryExecution execution, long rowsProduced) {
        long[] sums = new long[2];
        add(execution.executedPlan(), sums);
        return new StatementMetrics(sums[0], sums[1], rowsProduced, StatementKinds.of(execution.logical()));
    }

    private static void add(SparkPlan plan, long[] sums) {
        if (plan instanceof AdaptiveSparkPlanExec adaptive) {
            add(adaptive.executedPlan(), sums);
            return;
        }
        if (plan instanceof QueryStageExec stage) {
            add(stage.plan(), sums);
            return;
        }
        List<SparkPlan> children = CollectionConverters.asJava(plan.children());
        if (children.isEmpty()) {
            sums[0] += metric(plan, "numOutputRows");
            sums[1] += metric(plan, "filesSize");
        }
        children.forEach(child -> add(child, sums));
    }

    private static long metric(SparkPlan plan, String name) {
        Option<SQLMetric> metric = plan.metrics().get(name);
        return metric.isDefined() ? Math.max(0, metric.get().value()) : 0;
    }
}
