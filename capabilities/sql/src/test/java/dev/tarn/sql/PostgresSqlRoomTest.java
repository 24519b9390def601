package dev.tarn.sql;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.testkit.OnPostgres;
import dev.tarn.testkit.TestStores;

@OnPostgres
class PostgresSqlRoomTest extends SqlRoomContract {
    @Override
    DatabaseConfig store() {
        return TestStores.postgres();
    }
}
