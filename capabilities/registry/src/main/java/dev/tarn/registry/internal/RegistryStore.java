package dev.tarn.registry.internal;

import dev.tarn.core.Ids;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.registry.AliasPeriod;
import dev.tarn.registry.ModelVersion;
import dev.tarn.registry.RegisteredModel;
import dev.tarn.registry.RegisteredModel.Alias;
import dev.tarn.registry.Stage;
import dev.tarn.tracking.KeyValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes models, versions, tags and aliases. */
public final class RegistryStore {
    static final String VERSIONS =
            "SELECT v.*, m.name FROM registry_version v JOIN registry_model m ON m.number = v.model";

    public void insert(Tx tx, RegisteredModel model) {
        tx.update(
                """
                INSERT INTO registry_model (number, workspace, id, name, description, user_id, last_version, created_at, updated_at)
                VALUES (:number, :workspace, :id, :name, :description, :user, 0, :created, :created)
                """,
                Map.of(
                        "number", model.number(),
                        "workspace", model.workspace().value(),
                        "id", model.id(),
                        "name", model.name(),
                        "description", model.description(),
                        "user", model.userId(),
                        "created", model.createdAt()));
        model.tags().forEach(tag -> putTag(tx, model.number(), 0, tag));
    }

    public Optional<RegisteredModel> find(Tx tx, WorkspaceId workspace, String name) {
        return tx.find(
                "SELECT * FROM registry_model m WHERE m.workspace = :workspace AND m.name = :name",
                Map.of("workspace", workspace.value(), "name", name),
                RegistryStore::model);
    }

    public Optional<RegisteredModel> findId(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT * FROM registry_model m WHERE m.workspace = :workspace AND m.id = :id",
                Map.of("workspace", workspace.value(), "id", id),
                RegistryStore::model);
    }

    public void update(Tx tx, long number, String name, String description, int lastVersion, Instant now) {
        tx.update(
                """
                UPDATE registry_model SET name = :name, description = :description, last_version = :last, updated_at = :now
                WHERE number = :number
                """,
                Map.of("number", number, "name", name, "description", description, "last", lastVersion, "now", now));
    }

    public void insert(Tx tx, long model, ModelVersion version) {
        tx.update(
                """
                INSERT INTO registry_version (model, version, description, source, location, run_id, run_link, logged_model,
                  status, status_message, stage, user_id, created_at, updated_at)
                VALUES (:model, :version, :description, :source, :location, :run, :link, :logged, :status, :message, :stage,
                  :user, :created, :created)
                """,
                Map.ofEntries(
                        Map.entry("model", model),
                        Map.entry("version", version.version()),
                        Map.entry("description", version.description()),
                        Map.entry("source", version.source()),
                        Map.entry("location", version.location()),
                        Map.entry("run", version.runId()),
                        Map.entry("link", version.runLink()),
                        Map.entry("logged", version.loggedModel()),
                        Map.entry("status", version.status()),
                        Map.entry("message", version.statusMessage()),
                        Map.entry("stage", version.stage()),
                        Map.entry("user", version.userId()),
                        Map.entry("created", version.createdAt())));
        version.tags().forEach(tag -> putTag(tx, model, version.version(), tag));
    }

    public void update(Tx tx, long model, ModelVersion version, Instant now) {
        tx.update(
                """
                UPDATE registry_version SET description = :description, location = :location, status = :status,
                  status_message = :message, stage = :stage, updated_at = :now
                WHERE model = :model AND version = :version
                """,
                Map.of(
                        "model", model,
                        "version", version.version(),
                        "description", version.description(),
                        "location", version.location(),
                        "status", version.status(),
                        "message", version.statusMessage(),
                        "stage", version.stage(),
                        "now", now));
    }

    public Optional<ModelVersion> version(Tx tx, RegisteredModel model, int version) {
        return tx.find(
                        VERSIONS + " WHERE v.model = :model AND v.version = :version",
                        Map.of("model", model.number(), "version", version),
                        RegistryStore::version)
                .map(found -> filled(tx, model.number(), found));
    }

    /** All versions of a model, the youngest first. */
    public List<ModelVersion> versions(Tx tx, RegisteredModel model) {
        return tx
                .list(
                        VERSIONS + " WHERE v.model = :model ORDER BY v.version DESC",
                        Map.of("model", model.number()),
                        RegistryStore::version)
                .stream()
                .map(found -> filled(tx, model.number(), found))
                .toList();
    }

    /** A model with its tags, aliases and the latest version of each stage. */
    public RegisteredModel filled(Tx tx, RegisteredModel model) {
        List<ModelVersion> latest = new ArrayList<>();
        List<Stage> seen = new ArrayList<>();
        for (ModelVersion version : versions(tx, model)) {
            if (!seen.contains(version.stage())) {
                seen.add(version.stage());
                latest.add(version);
            }
        }
        return new RegisteredModel(
                model.number(),
                model.workspace(),
                model.id(),
                model.name(),
                model.description(),
                model.userId(),
                model.lastVersion(),
                model.createdAt(),
                model.updatedAt(),
                tags(tx, model.number(), 0),
                aliases(tx, model.number()),
                latest);
    }

    ModelVersion filled(Tx tx, long model, ModelVersion v) {
        List<String> aliases = aliases(tx, model).stream()
                .filter(alias -> alias.version() == v.version())
                .map(Alias::alias)
                .toList();
        return new ModelVersion(
                v.name(),
                v.version(),
                v.description(),
                v.source(),
                v.location(),
                v.runId(),
                v.runLink(),
                v.loggedModel(),
                v.status(),
                v.statusMessage(),
                v.stage(),
                v.userId(),
                v.createdAt(),
                v.updatedAt(),
                tags(tx, model, v.version()),
                aliases);
    }

    public void putTag(Tx tx, long model, int version, KeyValue tag) {
        tx.update("""
                INSERT INTO registry_tag (model, version, key, value) VALUES (:model, :version, :key, :value)
                ON CONFLICT (model, version, key) DO UPDATE SET value = excluded.value
                """, Map.of("model", model, "version", version, "key", tag.key(), "value", tag.value()));
    }

    public void deleteTag(Tx tx, long model, int version, String key) {
        tx.update(
                "DELETE FROM registry_tag WHERE model = :model AND version = :version AND key = :key",
                Map.of("model", model, "version", version, "key", key));
    }

    public List<Alias> aliases(Tx tx, long model) {
        return tx.list(
                "SELECT alias, version FROM registry_alias WHERE model = :model ORDER BY alias",
                Map.of("model", model),
                row -> new Alias(row.text("alias"), row.integer("version")));
    }

    public void putAlias(Tx tx, long model, Alias alias) {
        tx.update("""
                INSERT INTO registry_alias (model, alias, version) VALUES (:model, :alias, :version)
                ON CONFLICT (model, alias) DO UPDATE SET version = excluded.version
                """, Map.of("model", model, "alias", alias.alias(), "version", alias.version()));
    }

    public void deleteAlias(Tx tx, long model, String alias) {
        tx.update(
                "DELETE FROM registry_alias WHERE model = :model AND alias = :alias",
                Map.of("model", model, "alias", alias));
    }

    public void deleteVersion(Tx tx, long model, int version) {
        Map<String, Object> values = Map.of("model", model, "version", version);
        for (String table : List.of("registry_tag", "registry_alias", "registry_activity", "registry_version")) {
            tx.update("DELETE FROM " + table + " WHERE model = :model AND version = :version", values);
        }
    }

    public void delete(Tx tx, long model) {
        Map<String, Object> values = Map.of("model", model);
        for (String table : List.of("registry_tag", "registry_alias", "registry_activity", "registry_version")) {
            tx.update("DELETE FROM " + table + " WHERE model = :model", values);
        }
        tx.update("DELETE FROM registry_model WHERE number = :model", values);
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        Map<String, Object> values = Map.of("workspace", workspace.value());
        for (String table : List.of("registry_tag", "registry_alias", "registry_activity", "registry_version")) {
            tx.update(
                    "DELETE FROM " + table
                            + " WHERE model IN (SELECT number FROM registry_model WHERE workspace = :workspace)",
                    values);
        }
        tx.update("DELETE FROM registry_model WHERE workspace = :workspace", values);
        tx.update("DELETE FROM registry_history WHERE workspace = :workspace", values);
    }

    /** An alias names a version from now on, or, with version 0, none. */
    public void history(Tx tx, RegisteredModel model, Alias named, String user, Instant now) {
        Map<String, Object> ended = Map.of(
                "workspace", model.workspace().value(),
                "model", model.id(),
                "alias", named.alias(),
                "user", user,
                "now", now);
        tx.update("""
                UPDATE registry_history SET until = :now, ended_by = :user
                WHERE workspace = :workspace AND model_id = :model AND alias = :alias AND until IS NULL
                """, ended);
        if (named.version() > 0) {
            tx.update(
                    """
                    INSERT INTO registry_history (id, workspace, model_id, model_name, alias, version, since, set_by)
                    VALUES (:id, :workspace, :model, :modelName, :alias, :version, :now, :user)
                    """,
                    Map.of(
                            "id", Ids.uuid(),
                            "workspace", model.workspace().value(),
                            "model", model.id(),
                            "modelName", model.name(),
                            "alias", named.alias(),
                            "version", named.version(),
                            "now", now,
                            "user", user));
        }
    }

    /** Who named what, of the models that are given by their ids, the oldest first. */
    public List<AliasPeriod> history(Tx tx, WorkspaceId workspace, Collection<String> models) {
        return tx.list(
                """
                SELECT * FROM registry_history WHERE workspace = :workspace AND model_id IN (<models>)
                ORDER BY since, model_name, alias
                """,
                Map.of("workspace", workspace.value(), "models", models),
                row -> new AliasPeriod(
                        row.text("model_name"),
                        row.text("alias"),
                        row.integer("version"),
                        row.instant("since"),
                        row.findInstant("until"),
                        row.text("set_by"),
                        row.findText("ended_by")));
    }

    static List<KeyValue> tags(Tx tx, long model, int version) {
        return tx.list(
                "SELECT key, value FROM registry_tag WHERE model = :model AND version = :version ORDER BY key",
                Map.of("model", model, "version", version),
                row -> new KeyValue(row.text("key"), row.text("value")));
    }

    static RegisteredModel model(Row row) {
        return new RegisteredModel(
                row.number("number"),
                new WorkspaceId(row.number("workspace")),
                row.text("id"),
                row.text("name"),
                row.text("description"),
                row.text("user_id"),
                row.integer("last_version"),
                row.instant("created_at"),
                row.instant("updated_at"),
                List.of(),
                List.of(),
                List.of());
    }

    static ModelVersion version(Row row) {
        return new ModelVersion(
                row.text("name"),
                row.integer("version"),
                row.text("description"),
                row.text("source"),
                row.text("location"),
                row.text("run_id"),
                row.text("run_link"),
                row.text("logged_model"),
                row.value("status", ModelVersion.Status.class),
                row.text("status_message"),
                row.value("stage", Stage.class),
                row.text("user_id"),
                row.instant("created_at"),
                row.instant("updated_at"),
                List.of(),
                List.of());
    }
}
