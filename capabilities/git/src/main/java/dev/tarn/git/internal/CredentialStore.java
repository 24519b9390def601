package dev.tarn.git.internal;

import dev.tarn.core.Caller;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.git.GitCredential;
import dev.tarn.git.GitProvider;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credentials, in SQL; always those of the caller. */
public final class CredentialStore {
    /** A sealed token and whose it is. */
    public record Sealed(long id, String sealed) {}

    public void insert(Tx tx, Caller caller, GitCredential credential, String sealed, Instant at) {
        Map<String, Object> values = values(credential);
        values.put("workspace", caller.workspace().value());
        values.put("principal", credential.principalId());
        values.put("sealed", sealed);
        values.put("at", at);
        tx.update("""
                INSERT INTO git_credential (id, workspace, principal_id, provider, name, username, email, is_default, sealed, created_at)
                VALUES (:id, :workspace, :principal, :provider, :name, :username, :email, :default, :sealed, :at)
                """, values);
    }

    public void update(Tx tx, GitCredential credential) {
        tx.update("""
                UPDATE git_credential SET provider = :provider, name = :name, username = :username, email = :email,
                    is_default = :default WHERE id = :id
                """, values(credential));
    }

    public void seal(Tx tx, long id, String sealed) {
        tx.update("UPDATE git_credential SET sealed = :sealed WHERE id = :id", Map.of("id", id, "sealed", sealed));
    }

    /** Makes one credential the only default of its provider. */
    public void makeDefault(Tx tx, Caller caller, GitCredential credential) {
        Map<String, Object> values = whose(caller);
        values.put("id", credential.id());
        values.put("provider", credential.provider());
        tx.update("""
                UPDATE git_credential SET is_default = CASE WHEN id = :id THEN 1 ELSE 0 END
                WHERE workspace = :workspace AND principal_id = :principal AND provider = :provider
                """, values);
    }

    public List<GitCredential> list(Tx tx, Caller caller) {
        return tx.list(
                "SELECT * FROM git_credential WHERE workspace = :workspace AND principal_id = :principal ORDER BY created_at, id",
                whose(caller),
                CredentialStore::credential);
    }

    public Optional<String> sealed(Tx tx, GitCredential credential) {
        return tx.find(
                "SELECT sealed FROM git_credential WHERE id = :id",
                Map.of("id", credential.id()),
                row -> row.text("sealed"));
    }

    public void delete(Tx tx, GitCredential credential) {
        tx.update("DELETE FROM git_credential WHERE id = :id", Map.of("id", credential.id()));
    }

    /** Sealed tokens of everybody after one, in order: for sealing them again, never for showing them. */
    public List<Sealed> after(Tx tx, long last, int limit) {
        return tx.list(
                "SELECT id, sealed FROM git_credential WHERE id > :last ORDER BY id LIMIT :limit",
                Map.of("last", last, "limit", limit),
                row -> new Sealed(row.number("id"), row.text("sealed")));
    }

    /** Replaces a sealed token, unless somebody has changed it since. */
    public void replace(Tx tx, Sealed old, String sealed) {
        tx.update(
                "UPDATE git_credential SET sealed = :sealed WHERE id = :id AND sealed = :old",
                Map.of("id", old.id(), "sealed", sealed, "old", old.sealed()));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        tx.update("DELETE FROM git_credential WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
    }

    private static Map<String, Object> whose(Caller caller) {
        Map<String, Object> values = new HashMap<>();
        values.put("workspace", caller.workspace().value());
        values.put("principal", caller.principal().id());
        return values;
    }

    private static Map<String, Object> values(GitCredential credential) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", credential.id());
        values.put("provider", credential.provider());
        values.put("name", credential.name());
        values.put("username", credential.username());
        values.put("email", credential.email());
        values.put("default", credential.isDefault());
        return values;
    }

    private static GitCredential credential(Row row) {
        return new GitCredential(
                row.number("id"),
                row.text("principal_id"),
                row.value("provider", GitProvider.class),
                row.findText("name"),
                row.findText("username"),
                row.findText("email"),
                row.bool("is_default"));
    }
}
