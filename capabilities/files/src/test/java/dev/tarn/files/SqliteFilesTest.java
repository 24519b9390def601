package dev.tarn.files;

import dev.tarn.db.DatabaseConfig;

class SqliteFilesTest extends FilesContract {
    @Override
    DatabaseConfig store() {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
