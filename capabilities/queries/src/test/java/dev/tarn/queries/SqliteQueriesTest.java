package dev.tarn.queries;

import dev.tarn.db.DatabaseConfig;

class SqliteQueriesTest extends QueriesContract {
    @Override
    DatabaseConfig store() {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
