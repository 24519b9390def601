package dev.tarn.catalog.internal;

import dev.tarn.catalog.Stamp;
import dev.tarn.db.Row;
import java.util.HashMap;
import java.util.Map;

/** The four columns that every object has. */
final class Stamps {
    private Stamps() {}

    static Stamp read(Row row) {
        return new Stamp(
                row.instant("created_at"), row.text("created_by"), row.instant("updated_at"), row.text("updated_by"));
    }

    static Map<String, Object> with(Stamp stamp, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("createdAt", stamp.createdAt());
        all.put("createdBy", stamp.createdBy());
        all.put("updatedAt", stamp.updatedAt());
        all.put("updatedBy", stamp.updatedBy());
        return all;
    }
}
