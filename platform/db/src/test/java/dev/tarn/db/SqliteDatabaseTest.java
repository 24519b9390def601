package dev.tarn.db;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest extends DatabaseContract {
    @TempDir
    Path folder;

    @Override
    DatabaseConfig config() {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
