package dev.tarn.identity;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteIdentityTest {
    @TempDir
    Path folder;

    private DatabaseConfig sqlite() {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }

    @Nested
    class PrincipalsTest extends PrincipalsContract {
        @Override
        DatabaseConfig config() {
            return sqlite();
        }
    }

    @Nested
    class TokensTest extends TokensContract {
        @Override
        DatabaseConfig config() {
            return sqlite();
        }
    }

    @Nested
    class WorkspacesTest extends WorkspacesContract {
        @Override
        DatabaseConfig config() {
            return sqlite();
        }
    }

    @Nested
    class SignInsTest extends SignInsContract {
        @Override
        DatabaseConfig config() {
            return sqlite();
        }
    }

    @Nested
    class OAuthTest extends OAuthContract {
        @Override
        DatabaseConfig config() {
            return sqlite();
        }
    }
}
