package dev.tarn.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it takes to list 10 000 tables of which the caller may see half. The bounds are loose; the numbers are printed. */
class ListingSpeedTest {
    private static final int TABLES = 10_000;

    @TempDir
    Path folder;

    @Test
    void aPageAndAllOfTenThousandTablesComeQuickly() {
        try (CatalogRoom room = new CatalogRoom(DatabaseConfig.sqlite(folder.resolve("tarn.db")))) {
            fill(room);
            SchemaName schema = new SchemaName("main", "default");
            for (int i = 0; i < 20; i++) {
                all(room, schema, PageRequest.MAXIMUM);
            }
            long page = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                assertEquals(
                        100,
                        room.catalog
                                .tables()
                                .list(room.bob, schema, PageRequest.first(100))
                                .items()
                                .size());
            }
            double pageMillis = (System.nanoTime() - page) / 50e6;
            long whole = System.nanoTime();
            assertEquals(TABLES / 2, all(room, schema, PageRequest.MAXIMUM));
            double allMillis = (System.nanoTime() - whole) / 1e6;
            System.out.printf(
                    "listing: a page of 100 in %.2f ms, all %d in %.1f ms%n", pageMillis, TABLES / 2, allMillis);
            assertTrue(pageMillis < 50, "a page took " + pageMillis + " ms");
            assertTrue(allMillis < 2000, "all took " + allMillis + " ms");
        }
    }

    private static int all(CatalogRoom room, SchemaName schema, int size) {
        int count = 0;
        PageRequest request = PageRequest.first(size);
        while (true) {
            Page<Owned<Table>> page = room.catalog.tables().list(room.bob, schema, request);
            count += page.items().size();
            if (page.next().isEmpty()) {
                return count;
            }
            request = new PageRequest(size, page.next());
        }
    }

    /** One table made through the door, copied in the store; Bob holds SELECT on every second copy. */
    private static void fill(CatalogRoom room) {
        Table first = room.table(room.admin, "main.default.t").value();
        room.enter(room.bob, "main.default");
        Map<String, Object> values =
                Map.of("id", first.id(), "bob", room.bob.principal().id(), "n", TABLES);
        String numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :n) ";
        room.db.change(tx -> {
            tx.update(numbers + """
                            INSERT INTO catalog_table (id, metastore, schema_id, name, type, format, location, columns, properties,
                              created_at, created_by, updated_at, updated_by)
                            SELECT :id || n.i, t.metastore, t.schema_id, 'table_' || n.i, t.type, t.format, t.location, t.columns,
                              t.properties, t.created_at, t.created_by, t.updated_at, t.updated_by
                            FROM n, catalog_table t WHERE t.id = :id
                            """, Map.of("id", first.id(), "n", TABLES));
            tx.update(numbers + """
                            INSERT INTO access_securable (id, metastore, type, name, parent_id, owner)
                            SELECT :id || n.i, s.metastore, s.type, 'main.default.table_' || n.i, s.parent_id, s.owner
                            FROM n, access_securable s WHERE s.id = :id
                            """, Map.of("id", first.id(), "n", TABLES));
            tx.update(numbers + """
                            INSERT INTO access_grant (securable_id, principal, privilege, granted_by, granted_at)
                            SELECT :id || n.i, :bob, 'SELECT', :bob, 0 FROM n WHERE n.i % 2 = 0
                            """, values);
        });
    }
}
