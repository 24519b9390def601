package dev.tarn.catalog.internal;

import dev.tarn.access.Securable;
import dev.tarn.access.SecurableType;
import dev.tarn.access.Sieve;
import dev.tarn.catalog.Table;
import dev.tarn.db.Row;
import dev.tarn.db.Tx;
import dev.tarn.engine.catalog.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds objects of a metastore by words in their names, comments and columns, in one query. */
public final class SearchStore {
    /** As many as are looked at for one search; more words find less. */
    private static final int MOST = 1_000;

    private static final String EVERYTHING = """
            SELECT c.id, 'CATALOG' AS kind, '' AS type, c.name AS full_name, c.name, c.comment, '' AS columns,
              c.metastore, c.id AS catalog_id, c.id AS schema_id
            FROM catalog_catalog c WHERE c.metastore = :metastore
            UNION ALL
            SELECT s.id, 'SCHEMA', '', c.name || '.' || s.name, s.name, s.comment, '', c.metastore, c.id, s.id
            FROM catalog_schema s JOIN catalog_catalog c ON c.id = s.catalog_id WHERE c.metastore = :metastore
            UNION ALL
            SELECT t.id, 'TABLE', t.type, c.name || '.' || s.name || '.' || t.name, t.name, t.comment, t.columns, c.metastore, c.id, s.id
            FROM catalog_table t JOIN catalog_schema s ON s.id = t.schema_id JOIN catalog_catalog c ON c.id = s.catalog_id
            WHERE c.metastore = :metastore AND t.dropped_at IS NULL
            UNION ALL
            SELECT v.id, 'VOLUME', '', c.name || '.' || s.name || '.' || v.name, v.name, v.comment, '', c.metastore, c.id, s.id
            FROM catalog_volume v JOIN catalog_schema s ON s.id = v.schema_id JOIN catalog_catalog c ON c.id = s.catalog_id
            WHERE c.metastore = :metastore
            UNION ALL
            SELECT f.id, 'FUNCTION', '', c.name || '.' || s.name || '.' || f.name, f.name, NULL, '', c.metastore, c.id, s.id
            FROM catalog_function f JOIN catalog_schema s ON s.id = f.schema_id JOIN catalog_catalog c ON c.id = s.catalog_id
            WHERE c.metastore = :metastore
            """;

    /** What has the words somewhere; whether the caller may see it is not decided here. */
    public record Candidate(
            String id,
            SecurableType kind,
            boolean view,
            String name,
            String fullName,
            Optional<String> comment,
            List<Column> columns)
            implements Securable {
        @Override
        public String securableId() {
            return id;
        }

        @Override
        public SecurableType securableType() {
            return kind;
        }
    }

    /**
     * Best first: the name itself, names that begin so, names that contain it, then comments, then columns.
     *
     * @param sieve leaves out what the caller cannot see for sure
     */
    public List<Candidate> find(Tx tx, String metastore, List<String> words, Sieve sieve) {
        Map<String, Object> values = new HashMap<>(sieve.bind(Map.of("metastore", metastore, "limit", MOST)));
        StringBuilder where = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            where.append(" AND (LOWER(o.full_name) LIKE :w%1$d ESCAPE '!' OR LOWER(o.comment) LIKE :w%1$d ESCAPE '!'"
                            .formatted(i))
                    .append(" OR LOWER(o.columns) LIKE :w%d ESCAPE '!')".formatted(i));
            values.put("w" + i, "%" + pattern(words.get(i)) + "%");
        }
        String first = words.get(0);
        values.put("exact", first.toLowerCase(Locale.ROOT));
        values.put("prefix", pattern(first) + "%");
        return tx.list(
                "SELECT o.* FROM (" + EVERYTHING + ") o WHERE "
                        + sieve.condition("o.id", "o.schema_id", "o.catalog_id", "o.metastore") + where + """
                 ORDER BY CASE WHEN LOWER(o.name) = :exact THEN 0 WHEN LOWER(o.name) LIKE :prefix ESCAPE '!' THEN 1
                   WHEN LOWER(o.name) LIKE :w0 ESCAPE '!' THEN 2 WHEN LOWER(o.full_name) LIKE :w0 ESCAPE '!' THEN 3
                   WHEN LOWER(o.comment) LIKE :w0 ESCAPE '!' THEN 4 ELSE 5 END, LENGTH(o.full_name), o.full_name LIMIT :limit
                """,
                values,
                SearchStore::candidate);
    }

    private static String pattern(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    private static Candidate candidate(Row row) {
        String columns = row.text("columns");
        return new Candidate(
                row.text("id"),
                row.value("kind", SecurableType.class),
                row.text("type").equals(Table.Type.VIEW.name()),
                row.text("name"),
                row.text("full_name"),
                row.findText("comment"),
                columns.isEmpty() ? List.of() : Columns.read(columns));
    }
}
