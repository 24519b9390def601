package dev.tarn.workspace;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

class SqliteWorkspaceTest {
    @Nested
    class TreeTest extends TreeContract {
        @Override
        DatabaseConfig store(Path folder) {
            return DatabaseConfig.sqlite(folder.resolve("tree.db"));
        }
    }

    @Nested
    class ContentsTest extends ContentsContract {
        @Override
        DatabaseConfig store(Path folder) {
            return DatabaseConfig.sqlite(folder.resolve("contents.db"));
        }
    }
}
