package dev.tarn.workspace;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "TARN_TEST_POSTGRES_URL", matches = "jdbc:postgresql:.*")
class PostgresWorkspaceTest {
    @Nested
    class TreeTest extends TreeContract {
        @Override
        DatabaseConfig store(Path folder) {
            return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
        }
    }

    @Nested
    class ContentsTest extends ContentsContract {
        @Override
        DatabaseConfig store(Path folder) {
            return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
        }
    }
}
