package dev.tarn.catalog.internal;

import dev.tarn.catalog.ArtifactAllowlists.Allowlist;
import dev.tarn.catalog.ArtifactAllowlists.Kind;
import dev.tarn.core.Json;
import dev.tarn.db.Tx;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings of a metastore, in SQL. */
public final class SettingStore {
    public Map<String, Boolean> systemSchemas(Tx tx, String metastore) {
        Map<String, Boolean> schemas = new TreeMap<>();
        tx.list(
                        "SELECT name, enabled FROM catalog_system_schema WHERE metastore = :metastore",
                        Map.of("metastore", metastore),
                        row -> Map.entry(row.text("name"), row.bool("enabled")))
                .forEach(entry -> schemas.put(entry.getKey(), entry.getValue()));
        return schemas;
    }

    public void setSystemSchema(Tx tx, String metastore, String name, boolean enabled) {
        tx.update("""
                INSERT INTO catalog_system_schema (metastore, name, enabled) VALUES (:metastore, :name, :enabled)
                ON CONFLICT (metastore, name) DO UPDATE SET enabled = excluded.enabled
                """, Map.of("metastore", metastore, "name", name, "enabled", enabled));
    }

    public Optional<Allowlist> allowlist(Tx tx, String metastore, Kind kind) {
        return tx.find(
                "SELECT * FROM catalog_allowlist WHERE metastore = :metastore AND artifact_type = :kind",
                Map.of("metastore", metastore, "kind", kind),
                row -> new Allowlist(row.list("prefixes"), row.instant("created_at"), row.text("created_by")));
    }

    public void setAllowlist(Tx tx, String metastore, Kind kind, Allowlist list) {
        tx.update(
                """
                INSERT INTO catalog_allowlist (metastore, artifact_type, prefixes, created_at, created_by)
                VALUES (:metastore, :kind, :prefixes, :at, :by)
                ON CONFLICT (metastore, artifact_type) DO UPDATE SET prefixes = excluded.prefixes,
                  created_at = excluded.created_at, created_by = excluded.created_by
                """,
                Map.of(
                        "metastore", metastore,
                        "kind", kind,
                        "prefixes", Json.write(list.prefixes()),
                        "at", list.createdAt(),
                        "by", list.createdBy()));
    }

    /** Everything that this store keeps of a metastore, and its tags. */
    static void deleteAll(Tx tx, Map<String, String> metastore) {
        tx.update("DELETE FROM catalog_tag WHERE metastore = :metastore", metastore);
        tx.update("DELETE FROM catalog_system_schema WHERE metastore = :metastore", metastore);
        tx.update("DELETE FROM catalog_allowlist WHERE metastore = :metastore", metastore);
    }
}
