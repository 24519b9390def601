package dev.tarn.files.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes uploads that are not complete. */
public final class UploadStore {
    /** How the content comes. */
    public enum Kind {
        /** In numbered parts, in any order. */
        PARTS,
        /** Block after block. */
        BLOCKS
    }

    /**
     * An upload.
     *
     * @param principal whose it is
     * @param path what it will be
     */
    public record Upload(
            String id,
            WorkspaceId workspace,
            String principal,
            String path,
            Kind kind,
            boolean overwrite,
            Instant expiresAt) {}

    public void insert(Tx tx, Upload upload) {
        tx.update(
                """
                INSERT INTO files_upload (id, workspace, principal, path, kind, overwrites, expires_at)
                VALUES (:id, :workspace, :principal, :path, :kind, :overwrites, :expiresAt)
                """,
                Map.of(
                        "id",
                        upload.id(),
                        "workspace",
                        upload.workspace().value(),
                        "principal",
                        upload.principal(),
                        "path",
                        upload.path(),
                        "kind",
                        upload.kind().name(),
                        "overwrites",
                        upload.overwrite() ? 1 : 0,
                        "expiresAt",
                        upload.expiresAt()));
    }

    public Optional<Upload> find(Tx tx, String id) {
        return tx.find(
                "SELECT id, workspace, principal, path, kind, overwrites, expires_at FROM files_upload WHERE id = :id",
                Map.of("id", id),
                row -> new Upload(
                        row.text("id"),
                        new WorkspaceId(row.number("workspace")),
                        row.text("principal"),
                        row.text("path"),
                        row.value("kind", Kind.class),
                        row.number("overwrites") == 1,
                        row.instant("expires_at")));
    }

    /** @return whether it was there */
    public boolean delete(Tx tx, String id) {
        return tx.update("DELETE FROM files_upload WHERE id = :id", Map.of("id", id)) == 1;
    }

    public List<String> expired(Tx tx, WorkspaceId workspace, Instant now) {
        return tx.list(
                "SELECT id FROM files_upload WHERE workspace = :workspace AND expires_at < :now",
                Map.of("workspace", workspace.value(), "now", now),
                row -> row.text("id"));
    }

    public List<String> ids(Tx tx) {
        return tx.list("SELECT id FROM files_upload", Map.of(), row -> row.text("id"));
    }

    public void deleteWorkspace(Tx tx, WorkspaceId workspace) {
        tx.update("DELETE FROM files_upload WHERE workspace = :workspace", Map.of("workspace", workspace.value()));
    }
}
