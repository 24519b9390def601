package dev.tarn.access;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.testkit.OnPostgres;
import dev.tarn.testkit.TestStores;

@OnPostgres
class PostgresGuardTest extends GuardContract {
    @Override
    DatabaseConfig config() {
        return TestStores.postgres();
    }
}
