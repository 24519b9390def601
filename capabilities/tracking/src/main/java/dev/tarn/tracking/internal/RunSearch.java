package dev.tarn.tracking.internal;

import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.tracking.Lifecycle;
import dev.tarn.tracking.RunInfo;
import dev.tarn.tracking.RunStatus;
import dev.tarn.tracking.View;
import dev.tarn.tracking.search.Condition;
import dev.tarn.tracking.search.Entity;
import dev.tarn.tracking.search.Order;
import dev.tarn.tracking.search.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds runs. Three ways, so that a page costs what a page holds and not what an experiment holds: from a condition that few
 * runs fulfil, found out by looking at no more than {@link #FEW} entries of its index; else along the index of the metric that
 * is sorted by; else along the index of start times. The order is MLflow's: NaN after numbers, what lacks a value last, ties by
 * start time, the youngest first, and then by id.
 */
public final class RunSearch {
    private static final int FEW = 1000;
    private static final String COLUMNS = "r.number, r.id, r.experiment, r.name, r.user_id, r.status, r.start_time,"
            + " r.end_time, r.artifact_uri, r.lifecycle";
    private static final String TIES = "r.start_time DESC, r.id";

    /**
     * What is wanted.
     *
     * @param experiments ids by number: those that the caller may see
     */
    public record Wanted(
            Map<Long, String> experiments,
            List<Condition> conditions,
            List<Order> orders,
            View view,
            long offset,
            int limit) {}

    private final Tx tx;
    private final Wanted wanted;
    private final RunConditions conditions;

    private RunSearch(Tx tx, Wanted wanted) {
        this.tx = tx;
        this.wanted = wanted;
        this.conditions = new RunConditions(wanted.experiments().keySet());
    }

    public static List<RunInfo> find(Tx tx, Wanted wanted) {
        return wanted.experiments().isEmpty() ? List.of() : new RunSearch(tx, wanted).find();
    }

    private List<RunInfo> find() {
        Optional<Condition> selective =
                wanted.conditions().stream().filter(this::isSelective).findFirst();
        boolean walk = selective.isEmpty()
                && wanted.experiments().size() == 1
                && !wanted.orders().isEmpty()
                && wanted.orders().get(0).entity() == Entity.METRIC;
        return walk ? alongMetric() : general(selective, "", wanted.offset(), wanted.limit());
    }

    private boolean isSelective(Condition condition) {
        Sql sql = new Sql();
        Optional<String> entries = conditions.entries(sql, condition);
        return entries.isPresent()
                && tx.number("SELECT count(*) FROM (" + entries.get() + " LIMIT " + (FEW + 1) + ") few", sql.values())
                        <= FEW;
    }

    /** First those that have the metric, from its index; then, if the page is not full, those whose value is NaN or that lack it. */
    private List<RunInfo> alongMetric() {
        Order first = wanted.orders().get(0);
        List<RunInfo> page = new ArrayList<>(withMetric(first, wanted.offset(), wanted.limit()));
        boolean filtered = wanted.conditions().stream()
                .anyMatch(condition ->
                        condition.entity() == Entity.METRIC && condition.key().equals(first.key()));
        if (page.size() < wanted.limit() && !filtered) {
            long before =
                    page.isEmpty() && wanted.offset() > 0 ? countWithMetric(first) : wanted.offset() + page.size();
            page.addAll(general(
                    Optional.empty(),
                    "(o0.run IS NULL OR o0.nan = 1)",
                    Math.max(0, wanted.offset() - before),
                    wanted.limit() - page.size()));
        }
        return page;
    }

    private List<RunInfo> withMetric(Order first, long offset, int limit) {
        Sql sql = new Sql();
        String from = fromMetric(sql, first);
        List<String> order = new ArrayList<>();
        order.add("m.value " + (first.ascending() ? "ASC" : "DESC"));
        String joins = joins(sql, order, 1);
        return list(
                sql, "SELECT " + COLUMNS + from.replace(" WHERE ", joins + " WHERE ") + orderBy(order), offset, limit);
    }

    private long countWithMetric(Order first) {
        Sql sql = new Sql();
        String from = fromMetric(sql, first);
        return tx.number("SELECT count(*)" + from, sql.values());
    }

    private String fromMetric(Sql sql, Order first) {
        List<String> where = new ArrayList<>();
        where.add("m.experiment = "
                + sql.bind(wanted.experiments().keySet().iterator().next()));
        where.add("m.key = " + sql.bind(first.key()));
        where.add("m.nan = 0");
        view(sql, where);
        for (Condition condition : wanted.conditions()) {
            boolean same =
                    condition.entity() == Entity.METRIC && condition.key().equals(first.key());
            where.add(same ? sql.number("m.value", condition) : conditions.on(sql, condition));
        }
        return " FROM tracking_metric m CROSS JOIN tracking_run r WHERE r.number = m.run AND "
                + String.join(" AND ", where);
    }

    /**
     * From the runs that fulfil one condition, or from all.
     *
     * @param restriction a further condition of ours, or nothing
     */
    private List<RunInfo> general(Optional<Condition> selective, String restriction, long offset, int limit) {
        Sql sql = new Sql();
        List<String> order = new ArrayList<>();
        String joins = joins(sql, order, 0);
        List<String> where = new ArrayList<>();
        String from = " FROM tracking_run r";
        if (selective.isPresent()) {
            String entries = conditions.entries(sql, selective.get()).orElseThrow();
            from = " FROM (" + entries + ") d CROSS JOIN tracking_run r";
            where.add("r.number = d.run");
        }
        where.add(conditions.inExperiments(sql, "r.experiment"));
        view(sql, where);
        wanted.conditions().stream()
                .filter(condition -> !selective.equals(Optional.of(condition)))
                .forEach(condition -> where.add(conditions.on(sql, condition)));
        if (!restriction.isEmpty()) {
            where.add(restriction);
        }
        return list(
                sql,
                "SELECT " + COLUMNS + from + joins + " WHERE " + String.join(" AND ", where) + orderBy(order),
                offset,
                limit);
    }

    private void view(Sql sql, List<String> where) {
        switch (wanted.view()) {
            case ACTIVE_ONLY -> where.add("r.lifecycle = " + sql.bind(Lifecycle.ACTIVE.name()));
            case DELETED_ONLY -> where.add("r.lifecycle = " + sql.bind(Lifecycle.DELETED.name()));
            case ALL -> {}
        }
    }

    /** Joins what is sorted by, and adds the keys to {@code order}. */
    private String joins(Sql sql, List<String> order, int from) {
        StringBuilder joins = new StringBuilder();
        for (int i = from; i < wanted.orders().size(); i++) {
            Order key = wanted.orders().get(i);
            String direction = key.ascending() ? " ASC" : " DESC";
            if (key.entity() == Entity.ATTRIBUTE) {
                String column = RunConditions.column(key.key());
                if (key.key().equals("end_time")) {
                    order.add("CASE WHEN " + column + " IS NULL THEN 1 ELSE 0 END");
                }
                order.add(column + direction);
                continue;
            }
            String alias = "o" + i;
            String table = switch (key.entity()) {
                case METRIC -> "tracking_metric";
                case PARAM -> "tracking_param";
                default -> "tracking_tag";
            };
            joins.append(" LEFT JOIN ")
                    .append(table + " " + alias)
                    .append(" ON " + alias + ".run = r.number AND " + alias + ".key = ")
                    .append(sql.bind(key.key()));
            order.add("CASE WHEN " + alias + ".run IS NULL THEN "
                    + (key.entity() == Entity.METRIC ? "2 WHEN " + alias + ".nan = 1 THEN 1" : "1") + " ELSE 0 END");
            order.add(alias + ".value" + direction);
        }
        return joins.toString();
    }

    private static String orderBy(List<String> keys) {
        List<String> all = new ArrayList<>(keys);
        if (keys.stream().noneMatch(key -> key.startsWith("r.start_time"))) {
            all.add(TIES);
        } else {
            all.add("r.id");
        }
        return " ORDER BY " + String.join(", ", all);
    }

    private List<RunInfo> list(Sql sql, String query, long offset, int limit) {
        String most = sql.bind(limit);
        String from = sql.bind(offset);
        return tx.list(query + " LIMIT " + most + " OFFSET " + from, sql.values(), this::run);
    }

    private RunInfo run(Row row) {
        long experiment = row.number("experiment");
        return new RunInfo(
                row.number("number"),
                row.text("id"),
                experiment,
                wanted.experiments().getOrDefault(experiment, ""),
                row.text("name"),
                row.text("user_id"),
                row.value("status", RunStatus.class),
                row.number("start_time"),
                row.findNumber("end_time"),
                row.text("artifact_uri"),
                row.value("lifecycle", Lifecycle.class));
    }
}
