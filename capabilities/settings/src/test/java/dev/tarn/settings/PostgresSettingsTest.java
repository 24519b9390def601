package dev.tarn.settings;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "TARN_TEST_POSTGRES_URL", matches = "jdbc:postgresql:.*")
class PostgresSettingsTest extends SettingsContract {
    @Override
    DatabaseConfig store(Path folder) {
        return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
    }
}
