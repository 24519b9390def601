package dev.tarn.registry.internal;

import dev.tarn.access.ObjectVisibility;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import dev.tarn.registry.ModelVersion;
import dev.tarn.registry.RegisteredModel;
import dev.tarn.tracking.search.Condition;
import dev.tarn.tracking.search.Entity;
import dev.tarn.tracking.search.Grammar;
import dev.tarn.tracking.search.Order;
import dev.tarn.tracking.search.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds models and versions. Prompts are models with a tag; they are found only by who asks for that tag. */
public final class RegistrySearch {
    private static final String PROMPT = "mlflow.prompt.is_prompt";
    private static final Map<String, Entity> TAGS = Map.of(
            "tag", Entity.TAG, "tags", Entity.TAG, "attribute", Entity.ATTRIBUTE, "attributes", Entity.ATTRIBUTE);

    /** Registered models: {@code mlflow.search_registered_models}. */
    public static final Grammar MODELS = new Grammar(
            TAGS,
            Set.of("name"),
            Set.of(),
            Map.of("timestamp", "last_updated_timestamp"),
            Set.of(),
            Set.of("name", "creation_timestamp", "last_updated_timestamp"));

    /** Model versions: {@code mlflow.search_model_versions}. */
    public static final Grammar VERSIONS = new Grammar(
            TAGS,
            Set.of("name", "run_id", "source_path", "source"),
            Set.of("version_number"),
            Map.of("source", "source_path"),
            Set.of("run_id", "name"),
            Set.of("name", "version_number", "creation_timestamp", "last_updated_timestamp"));

    private static final Map<String, String> MODEL_COLUMNS = Map.of(
            "name", "m.name",
            "creation_timestamp", "m.created_at",
            "last_updated_timestamp", "m.updated_at");
    private static final Map<String, String> VERSION_COLUMNS = Map.of(
            "name", "m.name",
            "run_id", "v.run_id",
            "source_path", "v.source",
            "version_number", "v.version",
            "creation_timestamp", "v.created_at",
            "last_updated_timestamp", "v.updated_at");

    /** What is wanted. */
    public record Wanted(
            WorkspaceId workspace,
            ObjectVisibility visible,
            List<Condition> conditions,
            List<Order> orders,
            long offset,
            int limit) {}

    private final RegistryStore store;

    public RegistrySearch(RegistryStore store) {
        this.store = store;
    }

    public List<RegisteredModel> models(Tx tx, Wanted wanted) {
        Sql sql = new Sql();
        String rest = rest(sql, wanted, MODEL_COLUMNS, "0", "m.name ASC");
        return tx
                .list(
                        "SELECT * FROM registry_model m WHERE " + rest,
                        wanted.visible().bind(sql.values()),
                        RegistryStore::model)
                .stream()
                .map(model -> store.filled(tx, model))
                .toList();
    }

    public List<ModelVersion> versions(Tx tx, Wanted wanted) {
        record Found(long model, ModelVersion version) {}
        Sql sql = new Sql();
        String rest = rest(sql, wanted, VERSION_COLUMNS, "v.version", "v.updated_at DESC, m.name, v.version DESC");
        return tx
                .list(
                        RegistryStore.VERSIONS + " WHERE " + rest,
                        wanted.visible().bind(sql.values()),
                        row -> new Found(row.number("model"), RegistryStore.version(row)))
                .stream()
                .map(found -> store.filled(tx, found.model(), found.version()))
                .toList();
    }

    /** @param version column of the version whose tags count */
    private static String rest(Sql sql, Wanted wanted, Map<String, String> columns, String version, String usual) {
        List<String> where = new ArrayList<>();
        where.add("m.workspace = " + sql.bind(wanted.workspace().value()));
        where.add(wanted.visible().condition("m.id"));
        for (Condition condition : wanted.conditions()) {
            where.add(condition(sql, condition, columns, version));
        }
        if (wanted.conditions().stream().noneMatch(condition -> condition.key().equals(PROMPT))) {
            where.add("NOT " + tag(sql, PROMPT, "0") + ")");
        }
        List<String> order = new ArrayList<>();
        for (Order key : wanted.orders()) {
            if (key.entity() == Entity.ATTRIBUTE) {
                order.add(columns.get(key.key()) + (key.ascending() ? " ASC" : " DESC"));
            }
        }
        order.add(usual);
        String limit = sql.bind(wanted.limit());
        return String.join(" AND ", where) + " ORDER BY " + String.join(", ", order) + " LIMIT " + limit + " OFFSET "
                + sql.bind(wanted.offset());
    }

    private static String condition(Sql sql, Condition condition, Map<String, String> columns, String version) {
        if (condition.entity() == Entity.TAG) {
            String exists = tag(sql, condition.key(), condition.key().equals(PROMPT) ? "0" : version);
            return switch (condition.comparator()) {
                case IS_NULL -> "NOT " + exists + ")";
                case IS_NOT_NULL -> exists + ")";
                case NOT_EQUAL -> "(NOT " + exists + ") OR " + exists + " AND " + sql.text("t.value", condition) + "))";
                default -> exists + " AND " + sql.text("t.value", condition) + ")";
            };
        }
        String column = columns.getOrDefault(condition.key(), "m.name");
        return condition.key().equals("version_number") ? sql.number(column, condition) : sql.text(column, condition);
    }

    private static String tag(Sql sql, String key, String version) {
        return "EXISTS (SELECT 1 FROM registry_tag t WHERE t.model = m.number AND t.version = " + version
                + " AND t.key = " + sql.bind(key);
    }
}
