package dev.tarn.db.internal;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** One kind of database. */
public interface Backend extends AutoCloseable {
    <T> T read(Function<Handle, T> work);

    <T> T write(Function<Handle, T> work);

    /** How many wait for a connection, or for their turn to write. */
    int waiting();

    /** For migrations, before anything else runs. */
    DataSource dataSource();

    /**
     * What a migration writes as <code>${clustered}</code> behind a table's columns to keep its rows in the order of its primary key,
     * and nowhere else; empty where that is not possible.
     */
    default String clustered() {
        return "";
    }

    @Override
    void close();
}
