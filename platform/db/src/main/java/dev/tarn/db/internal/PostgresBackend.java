package dev.tarn.db.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tarn.core.Secret;
import dev.tarn.db.DatabaseConfig;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.SerializableTransactionRunner;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** PostgreSQL: every write is serializable and repeated on a conflict; every read sees one snapshot. */
public final class PostgresBackend implements Backend {
    private static final int MOST_REPEATS = 20;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    public PostgresBackend(DatabaseConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(config.url());
        config.user().ifPresent(hikari::setUsername);
        config.password().map(Secret::reveal).ifPresent(hikari::setPassword);
        hikari.setMaximumPoolSize(config.connections());
        hikari.setPoolName("tarn-postgresql");
        pool = new HikariDataSource(hikari);
        jdbi = Jdbi.create(pool);
        jdbi.setTransactionHandler(new SerializableTransactionRunner());
        jdbi.getConfig(SerializableTransactionRunner.Configuration.class).setMaxRetries(MOST_REPEATS);
    }

    @Override
    public int waiting() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            handle.setReadOnly(true);
            return work.apply(handle);
        });
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, handle -> {
            return work.apply(handle);
        });
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
