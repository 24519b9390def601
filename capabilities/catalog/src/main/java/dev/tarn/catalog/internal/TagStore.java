package dev.tarn.catalog.internal;

import dev.tarn.catalog.Tag;
import dev.tarn.catalog.Tags.Assigned;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags, in SQL. */
public final class TagStore {
    private static final int CHUNK = 500;

    public List<Tag> list(Tx tx, String entityId, String column) {
        return tx.list(
                "SELECT * FROM catalog_tag WHERE entity_id = :id AND column_name = :column ORDER BY tag_key",
                Map.of("id", entityId, "column", column),
                TagStore::tag);
    }

    public List<Assigned> of(Tx tx, List<String> entityIds) {
        List<Assigned> all = new ArrayList<>();
        for (int i = 0; i < entityIds.size(); i += CHUNK) {
            all.addAll(tx.list(
                    "SELECT * FROM catalog_tag WHERE entity_id IN (<ids>) ORDER BY entity_id, column_name, tag_key",
                    Map.of("ids", entityIds.subList(i, Math.min(i + CHUNK, entityIds.size()))),
                    row -> new Assigned(
                            row.text("entity_id"),
                            Optional.of(row.text("column_name")).filter(name -> !name.isEmpty()),
                            tag(row))));
        }
        return all;
    }

    public void put(Tx tx, String metastore, String entityId, String column, Tag tag) {
        tx.update(
                """
                INSERT INTO catalog_tag (metastore, entity_id, column_name, tag_key, tag_value, updated_at, updated_by)
                VALUES (:metastore, :id, :column, :key, :value, :at, :by)
                ON CONFLICT (entity_id, column_name, tag_key) DO UPDATE SET tag_value = excluded.tag_value,
                  updated_at = excluded.updated_at, updated_by = excluded.updated_by
                """,
                Map.of(
                        "metastore", metastore,
                        "id", entityId,
                        "column", column,
                        "key", tag.key(),
                        "value", tag.value(),
                        "at", tag.updatedAt(),
                        "by", tag.updatedBy()));
    }

    public boolean delete(Tx tx, String entityId, String column, String key) {
        return tx.update(
                        "DELETE FROM catalog_tag WHERE entity_id = :id AND column_name = :column AND tag_key = :key",
                        Map.of("id", entityId, "column", column, "key", key))
                > 0;
    }

    /** An object is gone for good. */
    static void forget(Tx tx, String entityId) {
        tx.update("DELETE FROM catalog_tag WHERE entity_id = :id", Map.of("id", entityId));
    }

    private static Tag tag(Row row) {
        return new Tag(row.text("tag_key"), row.text("tag_value"), row.instant("updated_at"), row.text("updated_by"));
    }
}
