package dev.tarn.tracking;

import dev.tarn.db.DatabaseConfig;

class SqliteTrackingTest extends TrackingContract {
    @Override
    DatabaseConfig store() {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
