package dev.tarn.secrets;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;

class SqliteSecretsTest extends SecretsContract {
    @Override
    DatabaseConfig store(Path folder) {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
