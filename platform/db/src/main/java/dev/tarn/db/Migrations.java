package dev.tarn.db;

import dev.tarn.db.internal.Backend;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Brings each room's tables up to date, each with a history of its own, so that rooms come and go without renumbering. */
final class Migrations {
    private Migrations() {}

    static void apply(Backend backend, List<String> rooms) {
        List<String> all = new ArrayList<>(List.of("platform"));
        all.addAll(rooms);
        for (String room : all) {
            Flyway.configure()
                    .dataSource(backend.dataSource())
                    .locations("classpath:db/" + room)
                    .table("flyway_" + room)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        }
    }
}
