package dev.tarn.catalog.internal;

import dev.tarn.access.Authorized;
import dev.tarn.access.Guard;
import dev.tarn.catalog.Schema;
import dev.tarn.db.Tx;
import java.time.Instant;
import java.util.Map;

/** What is in a schema, of every kind. */
public final class Contents {
    private final Guard guard;

    public Contents(Guard guard) {
        this.guard = guard;
    }

    public long count(Tx tx, Schema schema) {
        return tx.number("""
                SELECT (SELECT count(*) FROM catalog_table WHERE schema_id = :id AND dropped_at IS NULL)
                  + (SELECT count(*) FROM catalog_volume WHERE schema_id = :id)
                  + (SELECT count(*) FROM catalog_function WHERE schema_id = :id)
                """, Map.of("id", schema.id()));
    }

    /** Empties a schema that is being deleted. Rows of tables stay until their files are purged. */
    public void delete(Tx tx, Authorized<Schema> schema, Instant at) {
        Map<String, Object> values = Map.of("id", schema.value().id(), "at", at);
        tx.update("UPDATE catalog_table SET dropped_at = :at WHERE schema_id = :id AND dropped_at IS NULL", values);
        tx.update(
                "DELETE FROM catalog_volume WHERE schema_id = :id",
                Map.of("id", schema.value().id()));
        tx.update(
                "DELETE FROM catalog_function WHERE schema_id = :id",
                Map.of("id", schema.value().id()));
        guard.unregisterInside(tx, schema);
    }
}
