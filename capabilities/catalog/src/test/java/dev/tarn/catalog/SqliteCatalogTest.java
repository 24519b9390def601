package dev.tarn.catalog;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.testkit.TestStores;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCatalogTest extends CatalogContract {
    @TempDir
    Path folder;

    @Override
    DatabaseConfig store() {
        return TestStores.sqlite(folder);
    }
}
