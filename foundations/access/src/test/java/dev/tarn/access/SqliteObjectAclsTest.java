package dev.tarn.access;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.testkit.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteObjectAclsTest extends ObjectAclsContract {
    @TempDir
    Path folder;

    @Override
    DatabaseConfig config() {
        return TestStores.sqlite(folder);
    }
}
