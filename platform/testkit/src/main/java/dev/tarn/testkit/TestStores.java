package dev.tarn.testkit;

import dev.tarn.db.DatabaseConfig;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The two stores that every room's contract test runs on. */
public final class TestStores {
    static final String POSTGRES_URL = "TARN_TEST_POSTGRES_URL";
    private static final int CONNECTIONS = 8;

    private TestStores() {}

    /** A store of its own, in a folder of the test. */
    public static DatabaseConfig sqlite(Path folder) {
        return DatabaseConfig.sqlite(folder.resolve("tarn.db"));
    }

    /** The server that the environment names, shared by all tests: they use workspaces, metastores or ids of their own. */
    public static DatabaseConfig postgres() {
        return new DatabaseConfig(
                Objects.requireNonNull(System.getenv(POSTGRES_URL), POSTGRES_URL),
                Optional.empty(),
                Optional.empty(),
                CONNECTIONS);
    }
}
