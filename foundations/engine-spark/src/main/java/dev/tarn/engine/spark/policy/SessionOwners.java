package dev.tarn.engine.spark.policy;

import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.LakehouseCatalog;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;

/** Knows whose session a session is. The answer never comes from anything that SQL can set. */
@FunctionalInterface
public interface SessionOwners {
    /**
     * Whose session it is, and the catalog to ask for them.
     *
     * @param session what this session and the copies that Spark makes of it have in common
     * @param made whether the running statement has made a table at a path
     */
    record Owner(Caller caller, LakehouseCatalog catalog, Object session, Predicate<String> made) {}

    /** @throws RuntimeException for a session that belongs to nobody: it may do nothing */
    Owner of(SparkSession session);
}
