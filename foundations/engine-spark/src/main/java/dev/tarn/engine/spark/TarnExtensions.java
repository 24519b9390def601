package dev.tarn.engine.spark;

import dev.tarn.engine.spark.catalog.CallerFunctions;
import dev.tarn.engine.spark.context.SessionContext;
import dev.tarn.engine.spark.grammar.CommandPlan;
import dev.tarn.engine.spark.grammar.CurrentNamespace;
import dev.tarn.engine.spark.grammar.TarnParser;
import dev.tarn.engine.spark.policy.PlanPolicy;
import dev.tarn.engine.spark.policy.SessionOwners;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import scala.Function1;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/** What every Spark session gets of ours: the parser of our statements, functions about the caller, and the policy. Spark makes it by name. */
public final class TarnExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
        implements Function1<SparkSessionExtensions, BoxedUnit> {
    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectParser((session, next) -> {
            SparkSession spark = (SparkSession) session;
            return new TarnParser(
                    next,
                    () -> current(spark),
                    command -> new CommandPlan(
                            command,
                            SessionContext.of(spark).commands(),
                            () -> SessionContext.of(spark).caller()));
        });
        CallerFunctions.install(extensions);
        new PlanPolicy(session -> owner((SparkSession) session)).install(extensions);
        return BoxedUnit.UNIT;
    }

    private static SessionOwners.Owner owner(SparkSession session) {
        SessionContext context = SessionContext.of(session);
        return new SessionOwners.Owner(context.caller(), context.lakehouse(), context, context.touched()::isMade);
    }

    private static CurrentNamespace current(SparkSession session) {
        CatalogManager manager = session.sessionState().catalogManager();
        String[] namespace = manager.currentNamespace();
        return new CurrentNamespace(
                manager.currentCatalog().name(), namespace.length == 0 ? "default" : namespace[namespace.length - 1]);
    }
}
