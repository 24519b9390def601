package dev.tarn.catalog;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.testkit.OnPostgres;
import dev.tarn.testkit.TestStores;

@OnPostgres
class PostgresCatalogTest extends CatalogContract {
    @Override
    DatabaseConfig store() {
        return TestStores.postgres();
    }
}
