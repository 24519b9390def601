package dev.tarn.engine.spark.policy;

import dev.tarn.core.Caller;
import org.apache.spark.sql.SparkSession;

/** Knows whose session a session is. The answer never comes from anything that SQL can set. */
@FunctionalInterface
public interface SessionCallers {
    /** @throws dev.tarn.core.AppException PERMISSION_DENIED for a session that belongs to nobody */
    Caller of(SparkSession session);
}
