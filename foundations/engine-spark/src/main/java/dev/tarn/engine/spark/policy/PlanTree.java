package dev.tarn.engine.spark.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import scala.collection.Iterator;

/**
 * What a plan holds, wherever it holds it. Spark's own walks follow children only; plans also lie in other fields of
 * commands, in expressions, and in pairs and lists of these, so this looks at every field.
 */
final class PlanTree {
    /** Nodes whose fields are data, or plans that have run already. */
    private static final Set<String> SEALED = Set.of(
            "LocalRelation", "LogicalRDD", "ExternalRDD", "CommandResult", "InMemoryRelation", "ResolvedInlineTable");

    private PlanTree() {}

    /** The plans directly inside a node or expression, at any depth of its fields but not inside each other. */
    static List<LogicalPlan> plansIn(TreeNode<?> node) {
        List<LogicalPlan> found = new ArrayList<>();
        if (!isSealed(node)) {
            eachField(node, field -> collectPlans(field, found));
        }
        return found;
    }

    /** The expressions directly in the fields of a plan or expression. */
    static List<Expression> expressionsIn(TreeNode<?> node) {
        List<Expression> found = new ArrayList<>();
        if (!isSealed(node)) {
            eachField(node, field -> collectExpressions(field, found));
        }
        return found;
    }

    /** The value of a field by its name in Scala. */
    static @Nullable Object field(Product node, String name) {
        for (int i = 0; i < node.productArity(); i++) {
            if (node.productElementName(i).equals(name)) {
                return node.productElement(i);
            }
        }
        throw new IllegalStateException(node.getClass().getName() + " has no field " + name);
    }

    /** The name without its package, as the lists of the policy write it; Spark's older CreateTable keeps a part of it. */
    static String nameOf(Object node) {
        String name = node.getClass().getName();
        if (name.equals("org.apache.spark.sql.execution.datasources.CreateTable")) {
            return "datasources.CreateTable";
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return simple.endsWith("$") ? simple.substring(0, simple.length() - 1) : simple;
    }

    private static boolean isSealed(TreeNode<?> node) {
        return SEALED.contains(nameOf(node));
    }

    private static void eachField(Product node, java.util.function.Consumer<@Nullable Object> use) {
        for (int i = 0; i < node.productArity(); i++) {
            use.accept(node.productElement(i));
        }
    }

    private static void collectPlans(@Nullable Object value, List<LogicalPlan> found) {
        if (value instanceof LogicalPlan plan) {
            found.add(plan);
        } else if (value instanceof Expression expression) {
            eachField(expression, field -> collectPlans(field, found));
        } else {
            eachPart(value, part -> collectPlans(part, found));
        }
    }

    private static void collectExpressions(@Nullable Object value, List<Expression> found) {
        if (value instanceof Expression expression) {
            found.add(expression);
        } else if (!(value instanceof LogicalPlan)) {
            eachPart(value, part -> collectExpressions(part, found));
        }
    }

    /** The parts of options, lists and tuples; everything else has none that could hold a plan. */
    private static void eachPart(@Nullable Object value, java.util.function.Consumer<@Nullable Object> use) {
        if (value == null || value instanceof DataType || value instanceof String) {
            return;
        }
        if (value instanceof Option<?> option) {
            if (option.isDefined()) {
                use.accept(option.get());
            }
        } else if (value instanceof scala.collection.Seq<?> list) {
            Iterator<?> items = list.iterator();
            while (items.hasNext()) {
                use.accept(items.next());
            }
        } else if (value instanceof Product product && isCarrier(value)) {
            eachField(product, use);
        }
    }

    /** Tuples, and the small classes of Spark that hold expressions or plans without being nodes. */
    private static boolean isCarrier(Object value) {
        String name = value.getClass().getName();
        return name.startsWith("scala.Tuple")
                || (name.startsWith("org.apache.spark.sql.catalyst.plans.logical.") && !(value instanceof TreeNode));
    }
}
