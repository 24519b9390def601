package dev.tarn.tracking.internal;

import dev.tarn.db.Tx;
import dev.tarn.tracking.LoggedModel.Info;
import dev.tarn.tracking.Metric.DatasetName;
import dev.tarn.tracking.search.Condition;
import dev.tarn.tracking.search.Entity;
import dev.tarn.tracking.search.Order;
import dev.tarn.tracking.search.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds logged models. */
public final class ModelSearch {
    private static final Map<String, String> COLUMNS = Map.of(
            "name", "m.name",
            "model_id", "m.id",
            "model_type", "m.model_type",
            "status", "m.status",
            "source_run_id", "m.source_run",
            "creation_timestamp", "m.created_at",
            "last_updated_timestamp", "m.updated_at");

    /**
     * What is wanted.
     *
     * @param datasets if there are any, metrics count only if they were measured on one of them; an empty digest is any
     */
    public record Wanted(
            Collection<Long> experiments,
            List<Condition> conditions,
            List<DatasetName> datasets,
            List<Order> orders,
            long offset,
            int limit) {}

    private ModelSearch() {}

    public static List<Info> find(Tx tx, Wanted wanted) {
        if (wanted.experiments().isEmpty()) {
            return List.of();
        }
        Sql sql = new Sql();
        List<String> where = new ArrayList<>();
        List<String> experiments = new ArrayList<>();
        wanted.experiments().forEach(number -> experiments.add(sql.bind(number)));
        where.add("m.experiment IN (" + String.join(", ", experiments) + ")");
        where.add("m.lifecycle = 'ACTIVE'");
        wanted.conditions().forEach(condition -> where.add(condition(sql, condition, wanted.datasets())));
        List<String> order = new ArrayList<>();
        wanted.orders().forEach(key -> order(sql, key, wanted.datasets(), order));
        order.add("m.created_at DESC, m.id");
        String limit = sql.bind(wanted.limit());
        String offset = sql.bind(wanted.offset());
        return tx.list(
                "SELECT " + ModelStore.COLUMNS + " FROM tracking_model m WHERE " + String.join(" AND ", where)
                        + " ORDER BY " + String.join(", ", order) + " LIMIT " + limit + " OFFSET " + offset,
                sql.values(),
                ModelStore::info);
    }

    private static String condition(Sql sql, Condition condition, List<DatasetName> datasets) {
        return switch (condition.entity()) {
            case METRIC ->
                "EXISTS (SELECT 1 FROM tracking_model_metric c WHERE c.model = m.number AND c.key = "
                        + sql.bind(condition.key()) + " AND c.nan = 0 AND " + sql.number("c.value", condition)
                        + onDatasets(sql, datasets) + ")";
            case PARAM, TAG -> {
                String exists = "EXISTS (SELECT 1 FROM tracking_model_value c WHERE c.model = m.number AND c.kind = '"
                        + (condition.entity() == Entity.PARAM ? "PARAM" : "TAG") + "' AND c.key = "
                        + sql.bind(condition.key());
                yield switch (condition.comparator()) {
                    case IS_NULL -> "NOT " + exists + ")";
                    case IS_NOT_NULL -> exists + ")";
                    default -> exists + " AND " + sql.text("c.value", condition) + ")";
                };
            }
            default -> {
                String column = COLUMNS.getOrDefault(condition.key(), "m.name");
                yield condition.key().endsWith("_timestamp")
                        ? sql.number(column, condition)
                        : sql.text(column, condition);
            }
        };
    }

    private static String onDatasets(Sql sql, List<DatasetName> datasets) {
        if (datasets.isEmpty()) {
            return "";
        }
        List<String> any = new ArrayList<>();
        for (DatasetName dataset : datasets) {
            String name = "c.dataset_name = " + sql.bind(dataset.name());
            any.add(
                    dataset.digest().isEmpty()
                            ? name
                            : "(" + name + " AND c.dataset_digest = " + sql.bind(dataset.digest()) + ")");
        }
        return " AND (" + String.join(" OR ", any) + ")";
    }

    private static void order(Sql sql, Order key, List<DatasetName> datasets, List<String> order) {
        String direction = key.ascending() ? " ASC" : " DESC";
        String value = switch (key.entity()) {
            case METRIC ->
                "(SELECT max(c.value) FROM tracking_model_metric c WHERE c.model = m.number AND c.key = "
                        + sql.bind(key.key()) + " AND c.nan = 0" + onDatasets(sql, datasets) + ")";
            case PARAM, TAG ->
                "(SELECT c.value FROM tracking_model_value c WHERE c.model = m.number AND c.kind = '"
                        + (key.entity() == Entity.PARAM ? "PARAM" : "TAG") + "' AND c.key = " + sql.bind(key.key())
                        + ")";
            default -> COLUMNS.getOrDefault(key.key(), "m.created_at");
        };
        order.add("CASE WHEN " + value + " IS NULL THEN 1 ELSE 0 END");
        order.add(value + direction);
    }
}
