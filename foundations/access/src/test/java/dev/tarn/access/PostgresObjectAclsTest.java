package dev.tarn.access;

import dev.tarn.db.DatabaseConfig;
import dev.tarn.testkit.OnPostgres;
import dev.tarn.testkit.TestStores;

@OnPostgres
class PostgresObjectAclsTest extends ObjectAclsContract {
    @Override
    DatabaseConfig config() {
        return TestStores.postgres();
    }
}
