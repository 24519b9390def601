package dev.tarn.git;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "TARN_TEST_POSTGRES_URL", matches = "jdbc:postgresql:.*")
class PostgresGitTest {
    @Nested
    class FoldersTest extends FoldersContract {
        @Override
        DatabaseConfig store(Path folder) {
            return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
        }
    }

    @Nested
    class ChangesTest extends ChangesContract {
        @Override
        DatabaseConfig store(Path folder) {
            return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
        }
    }

    @Nested
    class GuardsTest extends GuardsContract {
        @Override
        DatabaseConfig store(Path folder) {
            return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
        }
    }

    @Nested
    class CredentialsTest extends CredentialsContract {
        @Override
        DatabaseConfig store(Path folder) {
            return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
        }
    }
}
