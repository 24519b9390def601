package dev.tarn.engine.spark.context;

import dev.tarn.core.Caller;
import dev.tarn.core.Ids;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.command.SqlCommands;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.internal.config.OptionalConfigEntry;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SQLConf$;

/**
 * Whose session a Spark session is. Spark makes catalogs and rules by class name, so they find their caller here, by the session
 * object itself: nothing that SQL can set leads to another caller. A session that is not here belongs to nobody and may do nothing.
 */
public record SessionContext(
        SparkSession spark, Caller caller, LakehouseCatalog lakehouse, SqlCommands commands, TouchedTables touched) {
    /** By name, as Spark wants it: the catalog itself asks for its context here. */
    private static final String CATALOG_CLASS = "dev.tarn.engine.spark.catalog.GovernedCatalog";

    private static final Map<SparkSession, SessionContext> BY_SESSION =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** Delta makes copies of sessions, which take the settings along; a static setting is one that SQL can neither set nor reset. */
    private static final OptionalConfigEntry<String> ID = SQLConf$.MODULE$
            .buildStaticConf("spark.tarn.session")
            .internal()
            .stringConf()
            .createOptional();

    private static final Map<String, SessionContext> BY_ID = new ConcurrentHashMap<>();

    /** The context of a session, empty for the engine's own. */
    public static Optional<SessionContext> find(SparkSession session) {
        return Optional.ofNullable(BY_SESSION.get(session))
                .or(() -> Optional.ofNullable(session.sessionState().conf().getConfString(ID.key(), null))
                        .map(BY_ID::get));
    }

    /** The context of a session that must have one. */
    public static SessionContext of(SparkSession session) {
        return find(session).orElseThrow(() -> new IllegalStateException("This Spark session belongs to no caller"));
    }

    /** Lets Spark find a catalog by its name. */
    public void register(String catalog) {
        String key = "spark.sql.catalog." + catalog;
        SQLConf conf = spark.sessionState().conf();
        if (!conf.contains(key)) {
            conf.setConfString(key, CATALOG_CLASS);
            conf.setConfString(key + ".deltaRestApi.enabled", "false");
        }
    }

    /** The session is this caller's from now on. */
    public static void bind(SparkSession session, SessionContext context) {
        String id = Ids.uuid();
        BY_SESSION.put(session, context);
        BY_ID.put(id, context);
        session.sessionState().conf().setConfString(ID.key(), id);
    }

    /** The session is nobody's from now on. */
    public static void unbind(SparkSession session) {
        BY_SESSION.remove(session);
        BY_ID.remove(session.sessionState().conf().getConfString(ID.key(), ""));
    }
}
