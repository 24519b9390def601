package dev.tarn.db.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tarn.db.DatabaseConfig;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite in WAL mode with {@code synchronous=FULL}: readers from a pool, one writer connection that a thread of its own
 * serves ({@link GroupCommit}).
 */
public final class SqliteBackend implements Backend {
    private final SQLiteDataSource writing;
    private final HikariDataSource readers;
    private final Jdbi jdbi;
    private final GroupCommit writer;

    public SqliteBackend(DatabaseConfig config) {
        writing = dataSource(config.url());
        writing.getConfig().setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        HikariConfig hikari = new HikariConfig();
        hikari.setDataSource(dataSource(config.url()));
        hikari.setMaximumPoolSize(config.connections());
        hikari.setMinimumIdle(1);
        hikari.setConnectionInitSql("PRAGMA query_only = true");
        hikari.setInitializationFailTimeout(-1);
        hikari.setPoolName("tarn-sqlite-readers");
        writer = new GroupCommit(Jdbi.create(writing));
        // the first connection recovers what a crash left in the log, and must have the file to itself for that
        boolean unused = writer.submit(handle -> true);
        readers = new HikariDataSource(hikari);
        jdbi = Jdbi.create(readers);
    }

    private static SQLiteDataSource dataSource(String url) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setBusyTimeout(30_000);
        settings.enforceForeignKeys(true);
        settings.setCacheSize(-16_000);
        settings.setTempStore(SQLiteConfig.TempStore.MEMORY);
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl(url);
        return source;
    }

    @Override
    public int waiting() {
        return writer.waiting() + readers.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    @Override
    public <T> T write(Function<Handle, T> work) {
        return writer.submit(work);
    }

    @Override
    public DataSource dataSource() {
        return writing;
    }

    @Override
    public String clustered() {
        return "WITHOUT ROWID";
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
