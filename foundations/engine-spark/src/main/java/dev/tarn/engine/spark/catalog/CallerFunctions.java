package dev.tarn.engine.spark.catalog;

import dev.tarn.core.Caller;
import dev.tarn.engine.spark.context.SessionContext;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Lower;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.errors.QueryCompilationErrors;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * SQL functions about who asks, as the vendor's SQL reference has them: {@code is_account_group_member(group)}, {@code
 * is_member(group)} and {@code current_metastore()}. Views that hide columns or rows from some readers are made of them, so inside a
 * view, too, they speak of the person who runs the statement, not of the view's owner.
 */
public final class CallerFunctions {
    private CallerFunctions() {}

    /** Puts them into every session's registry. */
    public static void install(SparkSessionExtensions extensions) {
        String member = "_FUNC_(group) - Returns true if the caller is in the group, directly or through other groups.";
        inject(extensions, "is_account_group_member", member, 1, CallerFunctions::isMember);
        inject(extensions, "is_member", member, 1, CallerFunctions::isMember);
        inject(
                extensions,
                "current_metastore",
                "_FUNC_() - Returns the id of the metastore of the caller's workspace.",
                0,
                (caller, arguments) -> text("tarn:local:" + caller.metastore()));
    }

    private interface Answer {
        Expression of(Caller caller, List<Expression> arguments);
    }

    private static void inject(
            SparkSessionExtensions extensions, String name, String usage, int parameters, Answer answer) {
        ExpressionInfo info = new ExpressionInfo(CallerFunctions.class.getName(), "", name, usage, "");
        extensions.injectFunction(new Tuple3<>(new FunctionIdentifier(name), info, new AbstractFunction1<>() {
            @Override
            public Expression apply(Seq<Expression> given) {
                List<Expression> arguments = CollectionConverters.asJava(given);
                if (arguments.size() != parameters) {
                    throw wrongCount(name, parameters, arguments.size());
                }
                SparkSession session = (SparkSession) SparkSession.active();
                return answer.of(SessionContext.of(session).caller(), arguments);
            }
        }));
    }

    /** A comparison with the names of the caller's groups, so that the group may be a column. */
    private static Expression isMember(Caller caller, List<Expression> arguments) {
        List<Expression> groups = caller.groups().stream()
                .map(group -> group.name().toLowerCase(Locale.ROOT))
                .sorted()
                .map(CallerFunctions::text)
                .toList();
        return new In(
                new Lower(arguments.get(0)),
                CollectionConverters.asScala(groups).toSeq());
    }

    private static RuntimeException wrongCount(String name, int wanted, int given) {
        Throwable error = QueryCompilationErrors.wrongNumArgsError(
                name,
                CollectionConverters.asScala(List.<Object>of(wanted)).toSeq(),
                given,
                QueryCompilationErrors.wrongNumArgsError$default$4(),
                QueryCompilationErrors.wrongNumArgsError$default$5(),
                QueryCompilationErrors.wrongNumArgsError$default$6());
        return Raise.unchecked(error);
    }

    private static Expression text(String value) {
        return Literal.create(value, DataTypes.StringType);
    }
}
