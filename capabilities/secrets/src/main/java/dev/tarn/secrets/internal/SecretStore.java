package dev.tarn.secrets.internal;

import dev.tarn.access.Authorized;
import dev.tarn.db.Tx;
import dev.tarn.secrets.Scope;
import dev.tarn.secrets.SecretEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sealed secrets, in SQL. */
public final class SecretStore {
    /** A sealed value and where it lies. */
    public record Sealed(String scopeId, String key, String sealed) {}

    public void put(Tx tx, Authorized<Scope> scope, String key, String sealed, Instant at) {
        tx.update(
                """
                INSERT INTO secrets_secret (scope_id, workspace, name, sealed, updated_at)
                VALUES (:scope, :workspace, :name, :sealed, :at)
                ON CONFLICT (scope_id, name) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at
                """,
                Map.of(
                        "scope", scope.value().id(),
                        "workspace", scope.value().workspace().value(),
                        "name", key,
                        "sealed", sealed,
                        "at", at));
    }

    public Optional<String> find(Tx tx, Authorized<Scope> scope, String key) {
        return tx.find(
                "SELECT sealed FROM secrets_secret WHERE scope_id = :scope AND name = :name",
                Map.of("scope", scope.value().id(), "name", key),
                row -> row.text("sealed"));
    }

    public List<SecretEntry> list(Tx tx, Authorized<Scope> scope) {
        return tx.list(
                "SELECT name, updated_at FROM secrets_secret WHERE scope_id = :scope ORDER BY name",
                Map.of("scope", scope.value().id()),
                row -> new SecretEntry(row.text("name"), row.instant("updated_at")));
    }

    public long count(Tx tx, Authorized<Scope> scope) {
        return tx.number(
                "SELECT count(*) FROM secrets_secret WHERE scope_id = :scope",
                Map.of("scope", scope.value().id()));
    }

    /** @return whether there was one */
    public boolean delete(Tx tx, Authorized<Scope> scope, String key) {
        return tx.update(
                        "DELETE FROM secrets_secret WHERE scope_id = :scope AND name = :name",
                        Map.of("scope", scope.value().id(), "name", key))
                > 0;
    }

    /** Sealed values of every workspace after a place, in order: for sealing them again, never for showing them. */
    public List<Sealed> after(Tx tx, Sealed last, int limit) {
        return tx.list(
                """
                SELECT scope_id, name, sealed FROM secrets_secret
                WHERE scope_id > :scope OR (scope_id = :scope AND name > :name)
                ORDER BY scope_id, name LIMIT :limit
                """,
                Map.of("scope", last.scopeId(), "name", last.key(), "limit", limit),
                row -> new Sealed(row.text("scope_id"), row.text("name"), row.text("sealed")));
    }

    /** Replaces a sealed value, unless somebody has changed it since. */
    public void replace(Tx tx, Sealed old, String sealed) {
        tx.update(
                "UPDATE secrets_secret SET sealed = :sealed WHERE scope_id = :scope AND name = :name AND sealed = :old",
                Map.of("scope", old.scopeId(), "name", old.key(), "sealed", sealed, "old", old.sealed()));
    }
}
