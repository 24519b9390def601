package dev.tarn.tracking.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.ObjectVisibility;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.tracking.Experiment;
import dev.tarn.tracking.KeyValue;
import dev.tarn.tracking.Lifecycle;
import dev.tarn.tracking.View;
import dev.tarn.tracking.search.Condition;
import dev.tarn.tracking.search.Entity;
import dev.tarn.tracking.search.Order;
import dev.tarn.tracking.search.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes experiments. */
public final class ExperimentStore {
    private static final Map<String, String> COLUMNS = Map.of(
            "name", "e.name",
            "experiment_id", "e.id",
            "creation_time", "e.created_at",
            "last_update_time", "e.updated_at");

    /** Which experiments are wanted, in which order. */
    public record Wanted(List<Condition> conditions, List<Order> orders, View view, long offset, int limit) {}

    public void insert(Tx tx, Experiment experiment) {
        tx.update(
                """
                INSERT INTO tracking_experiment (number, workspace, id, name, artifact_location, lifecycle, created_at, updated_at)
                VALUES (:number, :workspace, :id, :name, :location, :lifecycle, :created, :updated)
                """,
                Map.of(
                        "number", experiment.number(),
                        "workspace", experiment.workspace().value(),
                        "id", experiment.id(),
                        "name", experiment.name(),
                        "location", experiment.artifactLocation(),
                        "lifecycle", experiment.lifecycle(),
                        "created", experiment.createdAt(),
                        "updated", experiment.updatedAt()));
        experiment.tags().forEach(tag -> putTag(tx, experiment.number(), tag));
    }

    /** Writes name and lifecycle. */
    public void update(Tx tx, Experiment experiment) {
        tx.update(
                """
                UPDATE tracking_experiment SET name = :name, lifecycle = :lifecycle, updated_at = :updated
                WHERE number = :number
                """,
                Map.of(
                        "number", experiment.number(),
                        "name", experiment.name(),
                        "lifecycle", experiment.lifecycle(),
                        "updated", experiment.updatedAt()));
    }

    public void touch(Tx tx, Authorized<Experiment> experiment, Instant now) {
        tx.update(
                "UPDATE tracking_experiment SET updated_at = :now WHERE number = :number",
                Map.of("number", experiment.value().number(), "now", now));
    }

    /** Without tags, which only those who may see the experiment read. */
    public Optional<Experiment> find(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT * FROM tracking_experiment e WHERE e.workspace = :workspace AND e.id = :id",
                Map.of("workspace", workspace.value(), "id", id),
                row -> experiment(row, List.of()));
    }

    public Optional<Experiment> findNumber(Tx tx, long number) {
        return tx.find(
                "SELECT * FROM tracking_experiment e WHERE e.number = :number",
                Map.of("number", number),
                row -> experiment(row, List.of()));
    }

    public Optional<Experiment> named(Tx tx, WorkspaceId workspace, String name) {
        return tx.find(
                "SELECT * FROM tracking_experiment e WHERE e.workspace = :workspace AND e.name = :name",
                Map.of("workspace", workspace.value(), "name", name),
                row -> experiment(row, List.of()));
    }

    public Experiment withTags(Tx tx, Authorized<Experiment> experiment) {
        Experiment found = experiment.value();
        return tagged(found, tags(tx, List.of(found.number())).getOrDefault(found.number(), List.of()));
    }

    /** Those that may be seen and match. */
    public List<Experiment> search(Tx tx, WorkspaceId workspace, ObjectVisibility visible, Wanted wanted) {
        Sql sql = new Sql();
        List<String> where = new ArrayList<>();
        where.add("e.workspace = " + sql.bind(workspace.value()));
        if (wanted.view() != View.ALL) {
            where.add("e.lifecycle = "
                    + sql.bind((wanted.view() == View.ACTIVE_ONLY ? Lifecycle.ACTIVE : Lifecycle.DELETED).name()));
        }
        wanted.conditions().forEach(condition -> where.add(condition(sql, condition)));
        where.add(visible.condition("e.id"));
        String limit = sql.bind(wanted.limit());
        String offset = sql.bind(wanted.offset());
        List<Experiment> found = tx.list(
                "SELECT * FROM tracking_experiment e WHERE " + String.join(" AND ", where) + " ORDER BY "
                        + order(wanted.orders()) + " LIMIT " + limit + " OFFSET " + offset,
                visible.bind(sql.values()),
                row -> experiment(row, List.of()));
        Map<Long, List<KeyValue>> tags =
                tags(tx, found.stream().map(Experiment::number).toList());
        return found.stream()
                .map(experiment -> tagged(experiment, tags.getOrDefault(experiment.number(), List.of())))
                .toList();
    }

    public void putTag(Tx tx, long experiment, KeyValue tag) {
        tx.update("""
                INSERT INTO tracking_experiment_tag (experiment, key, value) VALUES (:experiment, :key, :value)
                ON CONFLICT (experiment, key) DO UPDATE SET value = excluded.value
                """, Map.of("experiment", experiment, "key", tag.key(), "value", tag.value()));
    }

    public boolean deleteTag(Tx tx, Authorized<Experiment> experiment, String key) {
        return tx.update(
                        "DELETE FROM tracking_experiment_tag WHERE experiment = :experiment AND key = :key",
                        Map.of("experiment", experiment.value().number(), "key", key))
                > 0;
    }

    /** The row is gone; what lies in the experiment must have gone before. */
    public void delete(Tx tx, Authorized<Experiment> experiment) {
        Map<String, Object> values = Map.of("number", experiment.value().number());
        tx.update("DELETE FROM tracking_experiment_tag WHERE experiment = :number", values);
        tx.update("DELETE FROM tracking_experiment WHERE number = :number", values);
    }

    private static String condition(Sql sql, Condition condition) {
        if (condition.entity() == Entity.TAG) {
            String exists = "EXISTS (SELECT 1 FROM tracking_experiment_tag t WHERE t.experiment = e.number AND t.key = "
                    + sql.bind(condition.key());
            return switch (condition.comparator()) {
                case IS_NULL -> "NOT " + exists + ")";
                case IS_NOT_NULL -> exists + ")";
                default -> exists + " AND " + sql.text("t.value", condition) + ")";
            };
        }
        String column = String.valueOf(COLUMNS.get(condition.key()));
        boolean numeric = condition.key().endsWith("_time");
        return numeric ? sql.number(column, condition) : sql.text(column, condition);
    }

    private static String order(List<Order> orders) {
        List<String> keys = new ArrayList<>();
        for (Order order : orders) {
            if (order.entity() == Entity.ATTRIBUTE) {
                keys.add(COLUMNS.get(order.key()) + (order.ascending() ? " ASC" : " DESC"));
            }
        }
        if (keys.isEmpty()) {
            keys.add("e.created_at DESC");
        }
        keys.add("e.number DESC");
        return String.join(", ", keys);
    }

    private static Map<Long, List<KeyValue>> tags(Tx tx, List<Long> experiments) {
        record Tagged(long experiment, KeyValue tag) {}
        return experiments.isEmpty()
                ? Map.of()
                : tx
                        .list(
                                "SELECT experiment, key, value FROM tracking_experiment_tag WHERE experiment IN (<experiments>)"
                                        + " ORDER BY experiment, key",
                                Map.of("experiments", experiments),
                                row -> new Tagged(
                                        row.number("experiment"), new KeyValue(row.text("key"), row.text("value"))))
                        .stream()
                        .collect(Collectors.groupingBy(
                                Tagged::experiment, Collectors.mapping(Tagged::tag, Collectors.toList())));
    }

    private static Experiment tagged(Experiment e, List<KeyValue> tags) {
        return new Experiment(
                e.number(),
                e.workspace(),
                e.id(),
                e.name(),
                e.artifactLocation(),
                e.lifecycle(),
                e.createdAt(),
                e.updatedAt(),
                tags);
    }

    private static Experiment experiment(Row row, List<KeyValue> tags) {
        return new Experiment(
                row.number("number"),
                new WorkspaceId(row.number("workspace")),
                row.text("id"),
                row.text("name"),
                row.text("artifact_location"),
                row.value("lifecycle", Lifecycle.class),
                row.instant("created_at"),
                row.instant("updated_at"),
                tags);
    }
}
