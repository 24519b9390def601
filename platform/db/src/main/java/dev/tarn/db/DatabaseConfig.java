package dev.tarn.db;

import dev.tarn.core.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the store is.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://host:port/database}
 * @param user of PostgreSQL
 * @param password of PostgreSQL
 * @param connections most connections open at once
 */
public record DatabaseConfig(String url, Optional<String> user, Optional<Secret> password, int connections) {
    public DatabaseConfig {
        if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "tarn.db.url is '" + url + "': use jdbc:sqlite:<file> or jdbc:postgresql://host:port/database");
        }
        if (connections < 2 || connections > 200) {
            throw new IllegalArgumentException("tarn.db.connections is " + connections + ": use 2 to 200");
        }
    }

    public static DatabaseConfig sqlite(Path file) {
        return new DatabaseConfig("jdbc:sqlite:" + file, Optional.empty(), Optional.empty(), 8);
    }

    boolean isSqlite() {
        return url.startsWith("jdbc:sqlite:");
    }
}
