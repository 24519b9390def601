package dev.tarn.storage;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.testkit.TestStores;
import java.nio.file.Path;

class SqliteStorageTest extends StorageContract {
    @Override
    DatabaseConfig store(Path folder) {
        return TestStores.sqlite(folder);
    }
}
