package dev.tarn.sql;

import dev.tarn.db.DatabaseConfig;

class SqliteSqlRoomTest extends SqlRoomContract {
    @Override
    DatabaseConfig store() {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
