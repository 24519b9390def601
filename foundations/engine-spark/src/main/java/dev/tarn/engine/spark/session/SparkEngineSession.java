package dev.tarn.engine.spark.session;

import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Ids;
import dev.tarn.engine.EngineSession;
import dev.tarn.engine.QueryProfile;
import dev.tarn.engine.ResultStream;
import dev.tarn.engine.SessionOptions;
import dev.tarn.engine.Statement;
import dev.tarn.engine.StatementProgress;
import dev.tarn.engine.catalog.LakehouseCatalog;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.engine.command.SqlCommands;
import dev.tarn.engine.spark.context.SessionContext;
import dev.tarn.engine.spark.context.TouchedTables;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CurrentUserContext;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogManager;

/** A caller's Spark session: own settings, temporary views, current schema and rules. */
public final class SparkEngineSession implements EngineSession {
    private final SparkSession spark;
    private final SessionContext context;
    private final String jobGroup = "tarn-" + Ids.uuid();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicInteger working = new AtomicInteger();
    private final PlanRecorder plans;
    private volatile boolean closed;

    private SparkEngineSession(SparkSession spark, SessionContext context) {
        this.spark = spark;
        this.context = context;
        this.plans = new PlanRecorder(spark.sparkContext(), jobGroup);
    }

    /** Makes a session bound to its caller. */
    public static SparkEngineSession open(
            PreparedSessions sessions,
            Caller caller,
            SessionOptions options,
            LakehouseCatalog lakehouse,
            SqlCommands commands) {
        SparkSession spark = sessions.take();
        SessionContext context = new SessionContext(spark, caller, lakehouse, commands, new TouchedTables());
        SessionContext.bind(spark, context);
        SparkEngineSession session = new SparkEngineSession(spark, context);
        session.stand(options);
        return session;
    }

    private void stand(SessionOptions options) {
        RelationName standard = context.lakehouse().defaultNamespace(caller());
        String catalog = options.catalog().orElse(standard.catalog());
        if (options.catalog().isPresent() && !context.lakehouse().catalogExists(caller(), catalog)) {
            throw new AppException(
                    ErrorKind.NOT_FOUND, "CATALOG_DOES_NOT_EXIST", "Catalog '%s' does not exist.".formatted(catalog));
        }
        options.schema().ifPresent(schema -> {
            if (context.lakehouse().schema(caller(), catalog, schema).isEmpty()) {
                throw new AppException(
                        ErrorKind.NOT_FOUND,
                        "SCHEMA_DOES_NOT_EXIST",
                        "Schema '%s.%s' does not exist.".formatted(catalog, schema));
            }
        });
        context.register(catalog);
        run(() -> {
            CatalogManager manager = spark.sessionState().catalogManager();
            manager.setCurrentCatalog(catalog);
            options.schema().ifPresent(schema -> manager.setCurrentNamespace(new String[] {schema}));
            options.settings().forEach((name, value) -> spark.conf().set(name, value));
            return true;
        });
    }

    @Override
    public Caller caller() {
        return context.caller();
    }

    @Override
    public ResultStream execute(Statement statement) {
        cancelled.set(false);
        plans.restart();
        context.touched().drain();
        context.lakehouse().catalogs(caller()).forEach(context::register);
        return run(() -> {
            spark.sparkContext().setJobGroup(jobGroup, "statement", true);
            Dataset<Row> rows = Parameters.sql(spark, statement);
            plans.main(rows.queryExecution());
            if (StatementKinds.mayChange(rows.queryExecution().logical())) {
                CatalogSync.run(spark, context);
            }
            return new SparkResultStream(this, rows);
        });
    }

    @Override
    public StatementProgress progress() {
        return Progress.of(spark.sparkContext(), jobGroup);
    }

    @Override
    public Optional<QueryProfile> profile() {
        return plans.profile();
    }

    @Override
    public void cancel() {
        cancelled.set(true);
        if (working.get() > 0) {
            spark.sparkContext().cancelJobGroup(jobGroup);
        }
    }

    @Override
    public String currentCatalog() {
        return run(() -> spark.sessionState().catalogManager().currentCatalog().name());
    }

    @Override
    public String currentSchema() {
        return run(() -> {
            String[] namespace = spark.sessionState().catalogManager().currentNamespace();
            return namespace.length == 0 ? "default" : namespace[namespace.length - 1];
        });
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            cancel();
            plans.close();
            SessionContext.unbind(spark);
        }
    }

    /** Where results that are larger than memory wait; nothing may be there. */
    Path spillFolder() {
        return Spill.root(Path.of(spark.sparkContext().getConf().get("spark.local.dir")))
                .resolve(jobGroup);
    }

    /** A task that was killed leaves a file behind. */
    void deleteSpilled() {
        Spill.delete(spillFolder());
    }

    SparkSession spark() {
        return spark;
    }

    /** Work on this session's behalf. */
    interface Work<T> {
        T run() throws Exception;
    }

    /** Runs work as this session and its caller, whatever thread it is; failures come out as the door's errors. */
    <T> T run(Work<T> work) {
        if (closed) {
            throw AppException.invalidState("The session is closed. Open another.");
        }
        working.incrementAndGet();
        SparkSession.setActiveSession(spark);
        CurrentUserContext.CURRENT_USER().set(caller().principal().name());
        spark.sparkContext().setJobGroup(jobGroup, "statement", true);
        try {
            return work.run();
        } catch (Exception | StackOverflowError | NoClassDefFoundError e) {
            throw Failures.translate(e, cancelled.get());
        } finally {
            working.decrementAndGet();
            spark.sparkContext().clearJobGroup();
            CurrentUserContext.CURRENT_USER().remove();
            SparkSession.clearActiveSession();
            boolean unused = Thread.interrupted();
        }
    }
}
