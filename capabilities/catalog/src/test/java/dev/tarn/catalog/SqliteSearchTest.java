package dev.tarn.catalog;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSearchTest extends SearchContract {
    @TempDir
    Path folder;

    @Override
    DatabaseConfig store() {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
