package dev.tarn.storage;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;

class SqliteStorageTest extends StorageContract {
    @Override
    DatabaseConfig store(Path folder) {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
