package dev.tarn.settings;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;

class SqliteSettingsTest extends SettingsContract {
    @Override
    DatabaseConfig store(Path folder) {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
