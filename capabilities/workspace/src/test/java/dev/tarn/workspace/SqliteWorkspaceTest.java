package dev.tarn.workspace;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;

class SqliteWorkspaceTest extends WorkspaceContract {
    @Override
    DatabaseConfig store(Path folder) {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }
}
