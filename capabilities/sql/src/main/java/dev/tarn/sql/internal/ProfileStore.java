package dev.tarn.sql.internal;

import dev.tarn.core.WorkspaceId;
import dev.tarn.db.Tx;
import dev.tarn.engine.QueryProfile;
import dev.tarn.sql.ProfileJson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the profiles of statements. */
public final class ProfileStore {
    /** Smaller ones tell nothing that is worth a row. */
    static final int SMALLEST = 4;

    /** A profile to be kept. */
    public record Kept(String id, WorkspaceId workspace, Instant at, QueryProfile profile) {}

    public void save(Tx tx, Collection<Kept> profiles) {
        List<Map<String, Object>> rows = profiles.stream()
                .map(kept -> Map.<String, Object>of(
                        "id",
                        kept.id(),
                        "workspace",
                        kept.workspace().value(),
                        "at",
                        kept.at(),
                        "profile",
                        ProfileJson.write(kept.profile())))
                .toList();
        tx.updateAll("""
                INSERT INTO sql_profile (query_id, workspace, recorded_at, profile)
                VALUES (:id, :workspace, :at, :profile)
                ON CONFLICT (query_id) DO UPDATE SET profile = excluded.profile
                """, rows);
    }

    public Optional<QueryProfile> find(Tx tx, WorkspaceId workspace, String id) {
        return tx.find(
                "SELECT profile FROM sql_profile WHERE query_id = :id AND workspace = :workspace",
                Map.of("id", id, "workspace", workspace.value()),
                row -> ProfileJson.read(row.text("profile")));
    }

    public void deleteBefore(Tx tx, WorkspaceId workspace, Instant time) {
        tx.update(
                "DELETE FROM sql_profile WHERE workspace = :workspace AND recorded_at < :time",
                Map.of("workspace", workspace.value(), "time", time));
    }
}
