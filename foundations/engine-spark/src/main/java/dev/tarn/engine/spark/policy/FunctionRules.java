package dev.tarn.engine.spark.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Function1;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction1;

/** The built-in functions that are closed, because they run code, read the server's files or show what is not the caller's. */
final class FunctionRules {
    /** By name: why it is closed. */
    static final Map<String, String> CLOSED = new TreeMap<>(Map.of(
            "reflect", "runs Java code on the server",
            "java_method", "runs Java code on the server",
            "try_reflect", "runs Java code on the server",
            "from_protobuf", "reads descriptor files and loads classes on the server",
            "to_protobuf", "reads descriptor files and loads classes on the server"));

    /** Table functions by name: why they are closed. */
    static final Map<String, String> CLOSED_TABLES = new TreeMap<>(Map.of(
            "python_worker_logs", "shows what other users' code has printed",
            "table_changes_by_path", "reads tables past the catalog; use table_changes with the table's name"));

    /** Expressions that only closed functions make, under whatever name they were called. */
    private static final Map<String, String> CLOSED_EXPRESSIONS =
            Map.of("CallMethodViaReflection", "reflect", "TryReflect", "try_reflect");

    /** An option of the XML functions that opens a file. */
    private static final String XSD = "rowvalidationxsdpath";

    private FunctionRules() {}

    /** Puts a refusal in the place of each closed function, in every session's registry. */
    static void close(SparkSessionExtensions extensions) {
        CLOSED.forEach((name, why) -> extensions.injectFunction(new Tuple3<>(
                new FunctionIdentifier(name), info(name), FunctionRules.<Expression>refusal("function " + name, why))));
        CLOSED_TABLES.forEach((name, why) -> extensions.injectTableFunction(new Tuple3<>(
                new FunctionIdentifier(name),
                info(name),
                FunctionRules.<LogicalPlan>refusal("table function " + name, why))));
    }

    /** Refuses a closed function by the name that a statement calls it by. */
    static void checkName(List<String> name) {
        String last = name.get(name.size() - 1).toLowerCase(Locale.ROOT);
        Optional.ofNullable(CLOSED.get(last)).ifPresent(why -> {
            throw PolicyErrors.closed("The function %s is not allowed: it %s".formatted(last, why));
        });
    }

    static void checkTableName(List<String> name) {
        String last = name.get(name.size() - 1).toLowerCase(Locale.ROOT);
        Optional.ofNullable(CLOSED_TABLES.get(last)).ifPresent(why -> {
            throw PolicyErrors.closed("The table function %s is not allowed: it %s".formatted(last, why));
        });
    }

    /** Refuses resolved expressions. */
    static void check(Expression expression) {
        String name = PlanTree.nameOf(expression);
        String function = CLOSED_EXPRESSIONS.get(name);
        if (function != null) {
            checkName(List.of(function));
        }
        if (name.equals("XmlToStructs") || name.equals("SchemaOfXml") || name.equals("StructsToXml")) {
            checkXmlOptions(expression);
        }
    }

    private static void checkXmlOptions(Expression expression) {
        scala.collection.Map<?, ?> options = (scala.collection.Map<?, ?>) PlanTree.field(expression, "options");
        if (options != null) {
            scala.collection.Iterator<?> keys = options.keysIterator();
            while (keys.hasNext()) {
                String key = String.valueOf(keys.next());
                if (key.equalsIgnoreCase(XSD)) {
                    throw PolicyErrors.option(key);
                }
            }
        }
    }

    private static <T> Function1<Seq<Expression>, T> refusal(String what, String why) {
        return new AbstractFunction1<>() {
            @Override
            public T apply(Seq<Expression> arguments) {
                throw PolicyErrors.closed("The %s is not allowed: it %s".formatted(what, why));
            }
        };
    }

    private static ExpressionInfo info(String name) {
        return new ExpressionInfo(FunctionRules.class.getName(), name);
    }
}
