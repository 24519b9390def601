package dev.tarn.tracking;

import dev.tarn.db.DatabaseConfig;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "TARN_TEST_POSTGRES_URL", matches = "jdbc:postgresql:.*")
class PostgresTrackingTest extends TrackingContract {
    @Override
    DatabaseConfig store() {
        return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
    }
}
