package dev.tarn.storage;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.testkit.OnPostgres;
import dev.tarn.testkit.TestStores;
import java.nio.file.Path;

@OnPostgres
class PostgresStorageTest extends StorageContract {
    @Override
    DatabaseConfig store(Path folder) {
        return TestStores.postgres();
    }
}
