package dev.tarn.git;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

class SqliteGitTest {
    @Nested
    class FoldersTest extends FoldersContract {
        @Override
        DatabaseConfig store(Path folder) {
            return DatabaseConfig.sqlite(folder.resolve("folders.db"));
        }
    }

    @Nested
    class ChangesTest extends ChangesContract {
        @Override
        DatabaseConfig store(Path folder) {
            return DatabaseConfig.sqlite(folder.resolve("changes.db"));
        }
    }

    @Nested
    class GuardsTest extends GuardsContract {
        @Override
        DatabaseConfig store(Path folder) {
            return DatabaseConfig.sqlite(folder.resolve("guards.db"));
        }
    }

    @Nested
    class CredentialsTest extends CredentialsContract {
        @Override
        DatabaseConfig store(Path folder) {
            return DatabaseConfig.sqlite(folder.resolve("credentials.db"));
        }
    }
}
