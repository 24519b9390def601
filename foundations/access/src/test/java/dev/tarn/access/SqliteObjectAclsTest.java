package dev.tarn.access;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteObjectAclsTest extends ObjectAclsContract {
    @TempDir
    Path folder;

    @Override
    DatabaseConfig config() {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
