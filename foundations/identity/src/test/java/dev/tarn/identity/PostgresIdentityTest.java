package dev.tarn.identity;

import dev.tarn.db.DatabaseConfig;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "TARN_TEST_POSTGRES_URL", matches = "jdbc:postgresql:.*")
class PostgresIdentityTest {
    private static DatabaseConfig postgres() {
        return new DatabaseConfig(System.getenv("TARN_TEST_POSTGRES_URL"), Optional.empty(), Optional.empty(), 8);
    }

    @Nested
    class PrincipalsTest extends PrincipalsContract {
        @Override
        DatabaseConfig config() {
            return postgres();
        }
    }

    @Nested
    class TokensTest extends TokensContract {
        @Override
        DatabaseConfig config() {
            return postgres();
        }
    }

    @Nested
    class WorkspacesTest extends WorkspacesContract {
        @Override
        DatabaseConfig config() {
            return postgres();
        }
    }

    @Nested
    class SignInsTest extends SignInsContract {
        @Override
        DatabaseConfig config() {
            return postgres();
        }
    }

    @Nested
    class OAuthTest extends OAuthContract {
        @Override
        DatabaseConfig config() {
            return postgres();
        }
    }
}
