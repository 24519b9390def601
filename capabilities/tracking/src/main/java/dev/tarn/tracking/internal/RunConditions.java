package dev.tarn.tracking.internal;

import dev.tarn.tracking.search.Comparator;
import dev.tarn.tracking.search.Condition;
import dev.tarn.tracking.search.Entity;
import dev.tarn.tracking.search.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions of a search of runs, as SQL on the run {@code r} or as a query of their own. */
final class RunConditions {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "run_id", "r.id",
            "run_name", "r.name",
            "status", "r.status",
            "artifact_uri", "r.artifact_uri",
            "user_id", "r.user_id",
            "start_time", "r.start_time",
            "end_time", "r.end_time");

    private final Collection<Long> experiments;

    RunConditions(Collection<Long> experiments) {
        this.experiments = experiments;
    }

    static String column(String attribute) {
        return ATTRIBUTES.getOrDefault(attribute, "r.start_time");
    }

    String inExperiments(Sql sql, String column) {
        List<String> names = new ArrayList<>();
        experiments.forEach(number -> names.add(sql.bind(number)));
        return names.size() == 1 ? column + " = " + names.get(0) : column + " IN (" + String.join(", ", names) + ")";
    }

    /** The condition on a run that is known already. */
    String on(Sql sql, Condition condition) {
        return switch (condition.entity()) {
            case METRIC ->
                "EXISTS (SELECT 1 FROM tracking_metric c WHERE c.run = r.number AND c.key = "
                        + sql.bind(condition.key()) + " AND c.nan = 0 AND " + sql.number("c.value", condition) + ")";
            case PARAM -> pair(sql, "tracking_param", condition);
            case TAG -> pair(sql, "tracking_tag", condition);
            case DATASET ->
                "EXISTS (SELECT 1 FROM tracking_input i JOIN tracking_dataset d ON d.number = i.dataset"
                        + " WHERE i.run = r.number AND "
                        + sql.text((condition.key().equals("context") ? "i." : "d.") + condition.key(), condition)
                        + ")";
            default -> attribute(sql, condition);
        };
    }

    /** A query of the numbers of the runs that fulfil the condition, from its index; empty if there is no such index. */
    Optional<String> entries(Sql sql, Condition condition) {
        boolean equal = condition.comparator() == Comparator.EQUAL;
        return switch (condition.entity()) {
            case METRIC ->
                condition.comparator() == Comparator.NOT_EQUAL
                        ? Optional.empty()
                        : Optional.of("SELECT c.run FROM tracking_metric c WHERE " + inExperiments(sql, "c.experiment")
                                + " AND c.key = " + sql.bind(condition.key()) + " AND c.nan = 0 AND "
                                + sql.number("c.value", condition));
            case PARAM -> equal ? Optional.of(entries(sql, "tracking_param", condition)) : Optional.empty();
            case TAG -> equal ? Optional.of(entries(sql, "tracking_tag", condition)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String entries(Sql sql, String table, Condition condition) {
        return "SELECT c.run FROM " + table + " c WHERE " + inExperiments(sql, "c.experiment") + " AND c.key = "
                + sql.bind(condition.key()) + " AND " + equal(sql, condition);
    }

    private static String pair(Sql sql, String table, Condition condition) {
        String exists =
                "EXISTS (SELECT 1 FROM " + table + " c WHERE c.run = r.number AND c.key = " + sql.bind(condition.key());
        return switch (condition.comparator()) {
            case IS_NULL -> "NOT " + exists + ")";
            case IS_NOT_NULL -> exists + ")";
            case EQUAL -> exists + " AND " + equal(sql, condition) + ")";
            default -> exists + " AND " + sql.text("c.value", condition) + ")";
        };
    }

    private static String equal(Sql sql, Condition condition) {
        String head = ValueStore.head(condition.text());
        String heads = "c.head = " + sql.bind(head);
        return head.length() < ValueStore.HEAD ? heads : heads + " AND c.value = " + sql.bind(condition.text());
    }

    private static String attribute(Sql sql, Condition condition) {
        String column = column(condition.key());
        return condition.entity() == Entity.ATTRIBUTE && condition.key().endsWith("_time")
                ? sql.number(column, condition)
                : sql.text(column, condition);
    }
}
