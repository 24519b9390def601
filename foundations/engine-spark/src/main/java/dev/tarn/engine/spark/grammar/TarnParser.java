package dev.tarn.engine.spark.grammar;

import dev.tarn.engine.command.SqlCommand;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParameterHandler;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ShowCreateTable;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Reads our statements, and gives all others to the parser behind it: Delta's, which gives the rest to Spark's. */
public final class TarnParser implements ParserInterface {
    private final ParserInterface next;
    private final Supplier<CurrentNamespace> current;
    private final Function<SqlCommand, LogicalPlan> plans;

    /**
     * @param current where the session stands
     * @param plans makes the plan that carries a command out
     */
    public TarnParser(
            ParserInterface next, Supplier<CurrentNamespace> current, Function<SqlCommand, LogicalPlan> plans) {
        this.next = next;
        this.current = current;
        this.plans = plans;
    }

    @Override
    public LogicalPlan parsePlan(String sql) throws ParseException {
        Optional<LogicalPlan> ours = ours(sql);
        return ours.isPresent() ? ours.get() : ofCatalog(next.parsePlan(SparksWords.of(sql)));
    }

    /** Delta's parser drops the parameters, so their values are put into the text here, by Spark's own means. */
    @Override
    public LogicalPlan parsePlanWithParameters(String sql, ParameterContext parameters) throws ParseException {
        Optional<LogicalPlan> ours = ours(sql);
        return ours.isPresent()
                ? ours.get()
                : ofCatalog(next.parsePlan(SparksWords.of(
                        ParameterHandler.substituteParameters(sql, parameters)._1())));
    }

    private LogicalPlan ofCatalog(LogicalPlan plan) throws ParseException {
        if (plan instanceof ShowCreateTable show && show.child() instanceof UnresolvedTableOrView table) {
            return plans.apply(new SqlCommand.ShowCreateTable(
                    current.get().name(CollectionConverters.asJava(table.multipartIdentifier()))));
        }
        return new FunctionStatements(next, current.get()).read(plan).map(plans).orElse(plan);
    }

    private Optional<LogicalPlan> ours(String sql) {
        return StatementParser.parse(sql, current).map(plans);
    }

    @Override
    public LogicalPlan parseQuery(String sql) throws ParseException {
        return next.parseQuery(sql);
    }

    @Override
    public Expression parseExpression(String sql) throws ParseException {
        return next.parseExpression(sql);
    }

    @Override
    public TableIdentifier parseTableIdentifier(String sql) throws ParseException {
        return next.parseTableIdentifier(sql);
    }

    @Override
    public FunctionIdentifier parseFunctionIdentifier(String sql) throws ParseException {
        return next.parseFunctionIdentifier(sql);
    }

    @Override
    public Seq<String> parseMultipartIdentifier(String sql) throws ParseException {
        return next.parseMultipartIdentifier(sql);
    }

    @Override
    public StructType parseTableSchema(String sql) throws ParseException {
        return next.parseTableSchema(sql);
    }

    @Override
    public DataType parseDataType(String sql) throws ParseException {
        return next.parseDataType(sql);
    }

    @Override
    public StructType parseRoutineParam(String sql) throws ParseException {
        return next.parseRoutineParam(sql);
    }
}
