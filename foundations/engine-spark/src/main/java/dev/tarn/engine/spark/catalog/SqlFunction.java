package dev.tarn.engine.spark.catalog;

import dev.tarn.core.AppException;
import dev.tarn.engine.catalog.FunctionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAlias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BindReferences$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.catalyst.optimizer.ComputeCurrentTime$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceCurrentLike;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.types.DataTypeUtils$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A SQL function of the catalog: an expression over its parameters. The expression goes through the analyser and its policy in the
 * session that calls it, so that it can do no more than the same expression written out; it reads no tables.
 */
public final class SqlFunction implements UnboundFunction {
    private final SparkSession spark;
    private final FunctionDefinition definition;

    SqlFunction(SparkSession spark, FunctionDefinition definition) {
        this.spark = spark;
        this.definition = definition;
    }

    /**
     * Refuses a definition that cannot be called.
     *
     * @throws AppException INVALID_PARAMETER_VALUE with what is wrong, or the analyser's own error
     */
    public static void check(SparkSession spark, FunctionDefinition definition) {
        new SqlFunction(spark, definition).compile();
    }

    @Override
    public String name() {
        return definition.name().toString();
    }

    @Override
    public String description() {
        return definition.comment().orElse("");
    }

    @Override
    public BoundFunction bind(StructType input) {
        if (input.length() != definition.parameters().size()) {
            throw new UnsupportedOperationException("%s takes %d arguments, not %d"
                    .formatted(name(), definition.parameters().size(), input.length()));
        }
        return compile();
    }

    private Bound compile() {
        StructType parameters = new StructType();
        for (FunctionDefinition.Parameter parameter : definition.parameters()) {
            parameters = parameters.add(parameter.name(), type(parameter.typeText()), true);
        }
        List<Attribute> attributes = new ArrayList<>();
        for (AttributeReference attribute :
                CollectionConverters.asJava(DataTypeUtils$.MODULE$.toAttributes(parameters))) {
            attributes.add(attribute);
        }
        LocalRelation leaf = LocalRelation$.MODULE$.apply(
                CollectionConverters.asScala(attributes).toSeq());
        String cast = "CAST((" + definition.body() + ") AS " + definition.returns() + ")";
        NamedExpression column = new UnresolvedAlias(expression(cast), Option.empty());
        LogicalPlan plan =
                new Project(CollectionConverters.asScala(List.of(column)).toSeq(), leaf);
        LogicalPlan ready = new ReplaceCurrentLike(spark.sessionState().catalogManager())
                .apply(ComputeCurrentTime$.MODULE$.apply(ReplaceExpressions$.MODULE$.apply(spark.sessionState()
                        .executePlan(plan, spark.sessionState().executePlan$default$2())
                        .analyzed())));
        if (!(ready instanceof Project project) || !(project.child() instanceof LocalRelation relation)) {
            throw notAnExpression();
        }
        Expression body = (Expression) project.projectList().head();
        requireEvaluable(body);
        Expression bound = (Expression) BindReferences$.MODULE$.bindReference(
                body.children().head(), package$.MODULE$.AttributeSeq(relation.output()), false);
        return new Bound(name(), parameters, type(definition.returns()), bound);
    }

    private Expression expression(String text) {
        try {
            return spark.sessionState().sqlParser().parseExpression(text);
        } catch (ParseException e) {
            throw Raise.unchecked(e);
        }
    }

    private DataType type(String text) {
        try {
            return spark.sessionState().sqlParser().parseDataType(text);
        } catch (ParseException e) {
            throw Raise.unchecked(e);
        }
    }

    private void requireEvaluable(Expression expression) {
        boolean column = expression instanceof Attribute;
        if ((expression instanceof Unevaluable && !column) || !expression.deterministic()) {
            throw notAnExpression();
        }
        CollectionConverters.asJava(expression.children()).forEach(this::requireEvaluable);
    }

    private AppException notAnExpression() {
        return AppException.invalid(("Function '%s' must RETURN a deterministic expression over its parameters:"
                        + " queries, aggregates, windows and generators are not served yet.")
                .formatted(name()));
    }

    /** The function with its expression ready to run, wherever the rows are. */
    private static final class Bound implements ScalarFunction<Object> {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final StructType parameters;
        private final DataType result;
        private final Expression body;

        Bound(String name, StructType parameters, DataType result, Expression body) {
            this.name = name;
            this.parameters = parameters;
            this.result = result;
            this.body = body;
        }

        @Override
        public DataType[] inputTypes() {
            return java.util.Arrays.stream(parameters.fields())
                    .map(field -> field.dataType())
                    .toArray(DataType[]::new);
        }

        @Override
        public DataType resultType() {
            return result;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String canonicalName() {
            return name
                    + java.util.Arrays.stream(inputTypes())
                            .map(DataType::catalogString)
                            .collect(Collectors.joining(",", "(", ")"));
        }

        @Override
        public Object produceResult(InternalRow input) {
            return body.eval(input);
        }
    }
}
