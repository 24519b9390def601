package dev.tarn.db;

import dev.tarn.db.internal.Backend;
import dev.tarn.db.internal.MigrationFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/**
 * Brings each room's tables up to date, each with a history of its own, so that rooms come and go without renumbering. What was
 * applied is remembered by a fingerprint of the files, which spares an unchanged store the cost of asking Flyway at every start.
 */
final class Migrations {
    private static final String REMEMBERED = "tarn_migrated";

    private Migrations() {}

    static void apply(Backend backend, List<String> rooms) {
        List<String> all = new ArrayList<>(List.of("platform"));
        all.addAll(rooms);
        for (String room : all) {
            String fingerprint = MigrationFiles.fingerprint("db/" + room);
            if (backend.write(handle -> remembered(handle, room))
                    .filter(fingerprint::equals)
                    .isEmpty()) {
                migrate(backend, room);
                backend.write(handle -> remember(handle, room, fingerprint));
            }
        }
    }

    private static void migrate(Backend backend, String room) {
        Flyway.configure()
                .dataSource(backend.dataSource())
                .locations("classpath:db/" + room)
                .table("flyway_" + room)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(true)
                .placeholders(Map.of("clustered", backend.clustered()))
                .load()
                .migrate();
    }

    private static Optional<String> remembered(Handle handle, String room) {
        handle.execute(
                "CREATE TABLE IF NOT EXISTS " + REMEMBERED + " (room TEXT PRIMARY KEY, fingerprint TEXT NOT NULL)");
        return handle.createQuery("SELECT fingerprint FROM " + REMEMBERED + " WHERE room = :room")
                .bindMap(Map.of("room", room))
                .mapTo(String.class)
                .findOne();
    }

    private static int remember(Handle handle, String room, String fingerprint) {
        return handle.createUpdate("INSERT INTO " + REMEMBERED + " (room, fingerprint) VALUES (:room, :fingerprint)"
                        + " ON CONFLICT (room) DO UPDATE SET fingerprint = excluded.fingerprint")
                .bindMap(Map.of("room", room, "fingerprint", fingerprint))
                .execute();
    }
}
