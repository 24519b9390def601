package dev.tarn.engine.spark.policy;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.CurrentUserContext;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Puts the policy into every session: before anything is resolved ({@link EarlyRules}), when all is ({@link CheckRules}), and in
 * the registry of functions. The engine must also start with {@link SettingRules#required()}.
 *
 * <p>Refusals are {@link dev.tarn.core.AppException}s, thrown out of Spark's analyser as they are.
 */
public final class PlanPolicy {
    private static final String VIEW_RESOLUTION = "org.apache.spark.sql.catalyst.analysis.ViewResolution";

    private final SessionOwners owners;
    private final FormatRules formats = new FormatRules();
    private final Map<Object, Reached> reached = Collections.synchronizedMap(new WeakHashMap<>());

    public PlanPolicy(SessionOwners owners) {
        this.owners = owners;
    }

    /** To be called on the extensions of the one Spark session that all others are made from. */
    public void install(SparkSessionExtensions extensions) {
        FunctionRules.close(extensions);
        extensions.injectHintResolutionRule(new AbstractFunction1<>() {
            @Override
            public Rule<LogicalPlan> apply(SparkSession session) {
                return new Early(session);
            }
        });
        extensions.injectCheckRule(new AbstractFunction1<>() {
            @Override
            public scala.Function1<LogicalPlan, BoxedUnit> apply(SparkSession session) {
                return new Check(session);
            }
        });
    }

    private Reached reached(SessionOwners.Owner owner) {
        return reached.computeIfAbsent(owner.session(), any -> new Reached());
    }

    private record Standing(SparkSession session) implements CurrentSchema {
        private CatalogManager manager() {
            return ((org.apache.spark.sql.classic.SparkSession) session)
                    .sessionState()
                    .catalogManager();
        }

        @Override
        public String catalog() {
            return manager().currentCatalog().name();
        }

        @Override
        public String schema() {
            String[] namespace = manager().currentNamespace();
            return namespace.length == 0 ? "default" : namespace[namespace.length - 1];
        }
    }

    private final class Early extends Rule<LogicalPlan> {
        private final SparkSession session;

        Early(SparkSession session) {
            this.session = session;
        }

        @Override
        public LogicalPlan apply(LogicalPlan plan) {
            SessionOwners.Owner owner = owners.of(session);
            // this is the thread that analyses: current_user() and the owners of views are the caller
            CurrentUserContext.CURRENT_USER().set(owner.caller().principal().name());
            return new EarlyRules(owner.caller(), owner.catalog(), formats, reached(owner), new Standing(session))
                    .apply(plan);
        }
    }

    /**
     * Whether Spark is checking the text of a view by itself, where nothing says which view it is. The same plan is then checked
     * again inside the plan around it, below a node that names the view and so its owner.
     */
    private static boolean isTextOfView() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(VIEW_RESOLUTION)));
    }

    private final class Check extends AbstractFunction1<LogicalPlan, BoxedUnit> {
        private final SparkSession session;

        Check(SparkSession session) {
            this.session = session;
        }

        @Override
        public BoxedUnit apply(LogicalPlan plan) {
            if (isTextOfView()) {
                return BoxedUnit.UNIT;
            }
            SessionOwners.Owner owner = owners.of(session);
            new CheckRules(owner, reached(owner)).check(plan);
            return BoxedUnit.UNIT;
        }
    }
}
