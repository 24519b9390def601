package dev.tarn.identity.internal;

import dev.tarn.core.Json;
import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens, sessions, client secrets, codes and links, in SQL. Only the SHA-256 of a secret is kept: secrets are random, 128 bits at least. */
public final class CredentialStore {
    public enum Kind {
        /** A personal access token. */
        PERSONAL,
        /** An OAuth access token. */
        ACCESS,
        /** An OAuth refresh token. */
        REFRESH,
        /** An OAuth authorization code. */
        CODE,
        /** A browser's session. */
        SESSION,
        /** A service principal's OAuth secret. */
        CLIENT_SECRET,
        /** A one-time link. */
        LINK
    }

    /**
     * A credential as it is kept.
     *
     * @param createdBy id of the principal who made it
     * @param details what its kind needs besides: an OAuth client, a PKCE challenge
     */
    public record Credential(
            String id,
            Kind kind,
            String hash,
            String metastore,
            WorkspaceId workspace,
            String principal,
            String createdBy,
            String comment,
            Map<String, String> details,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt) {
        public boolean expired(Instant now) {
            return expiresAt.filter(at -> !at.isAfter(now)).isPresent();
        }
    }

    /** SHA-256 of a secret. */
    public static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public void insert(Tx tx, Credential credential) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", credential.id());
        values.put("kind", credential.kind());
        values.put("hash", credential.hash());
        values.put("metastore", credential.metastore());
        values.put("workspace", credential.workspace().value());
        values.put("principal", credential.principal());
        values.put("createdBy", credential.createdBy());
        values.put("comment", credential.comment());
        values.put("details", Json.write(credential.details()));
        values.put("createdAt", credential.createdAt());
        values.put("expiresAt", credential.expiresAt());
        tx.update("""
                INSERT INTO identity_credential (id, kind, hash, metastore, workspace, principal, created_by, comment,
                  details, created_at, expires_at)
                VALUES (:id, :kind, :hash, :metastore, :workspace, :principal, :createdBy, :comment,
                  :details, :createdAt, :expiresAt)
                """, values);
    }

    public Optional<Credential> byHash(Tx tx, String hash) {
        return tx.find(
                "SELECT * FROM identity_credential WHERE hash = :hash",
                Map.of("hash", hash),
                CredentialStore::credential);
    }

    public Optional<Credential> byId(Tx tx, String id) {
        return tx.find(
                "SELECT * FROM identity_credential WHERE id = :id", Map.of("id", id), CredentialStore::credential);
    }

    public List<Credential> ofPrincipal(Tx tx, String principal, Kind kind) {
        return tx.list("""
                SELECT * FROM identity_credential WHERE principal = :principal AND kind = :kind
                ORDER BY created_at DESC, id
                """, Map.of("principal", principal, "kind", kind), CredentialStore::credential);
    }

    public List<Credential> ofWorkspace(Tx tx, WorkspaceId workspace, Kind kind) {
        return tx.list("""
                SELECT * FROM identity_credential WHERE workspace = :workspace AND kind = :kind
                ORDER BY created_at DESC, id
                """, Map.of("workspace", workspace.value(), "kind", kind), CredentialStore::credential);
    }

    public void setComment(Tx tx, String id, String comment) {
        tx.update(
                "UPDATE identity_credential SET comment = :comment WHERE id = :id",
                Map.of("id", id, "comment", comment));
    }

    public void clearDetails(Tx tx, String id) {
        tx.update("UPDATE identity_credential SET details = '{}' WHERE id = :id", Map.of("id", id));
    }

    /** @return whether it was there: of several who consume the same one-time credential, one gets true */
    public boolean delete(Tx tx, String id) {
        return tx.update("DELETE FROM identity_credential WHERE id = :id", Map.of("id", id)) > 0;
    }

    public void deleteOfWorkspace(Tx tx, WorkspaceId workspace) {
        tx.update(
                "DELETE FROM identity_credential WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
    }

    public void deleteOf(Tx tx, String principal, Collection<Kind> kinds) {
        tx.update(
                "DELETE FROM identity_credential WHERE principal = :principal AND kind IN (<kinds>)",
                Map.of(
                        "principal",
                        principal,
                        "kinds",
                        kinds.stream().map(Kind::name).toList()));
    }

    public void used(Tx tx, Map<String, Instant> lastUse) {
        tx.updateAll(
                "UPDATE identity_credential SET last_used_at = :at WHERE id = :id",
                lastUse.entrySet().stream()
                        .map(use -> Map.of("id", use.getKey(), "at", (Object) use.getValue()))
                        .toList());
    }

    /** Forgets what nobody can use or wants to see any more. Personal tokens and client secrets stay listed until they are revoked. */
    public void deleteExpired(Tx tx, WorkspaceId workspace, Instant before) {
        tx.update("""
                DELETE FROM identity_credential
                WHERE expires_at < :before AND workspace = :workspace
                  AND kind IN ('ACCESS', 'REFRESH', 'CODE', 'SESSION', 'LINK')
                """, Map.of("before", before, "workspace", workspace.value()));
    }

    private static Credential credential(Row row) {
        return new Credential(
                row.text("id"),
                row.value("kind", Kind.class),
                row.text("hash"),
                row.text("metastore"),
                new WorkspaceId(row.number("workspace")),
                row.text("principal"),
                row.text("created_by"),
                row.text("comment"),
                row.texts("details"),
                row.instant("created_at"),
                row.findInstant("expires_at"),
                row.findInstant("last_used_at"));
    }
}
