package dev.tarn.engine.spark.session;

import dev.tarn.core.AppException;
import dev.tarn.engine.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;

/** Binds the values of a statement's markers, each as a literal of the type that the client gives. */
final class Parameters {
    private Parameters() {}

    /** Parses, analyses and, if it is a command, runs the statement. */
    static Dataset<Row> sql(SparkSession spark, Statement statement) throws ParseException {
        List<Statement.Parameter> parameters = statement.parameters();
        if (parameters.isEmpty()) {
            return spark.sql(statement.sql());
        }
        if (parameters.stream().allMatch(parameter -> parameter.name().isPresent())) {
            Map<String, Object> named = new HashMap<>();
            for (Statement.Parameter parameter : parameters) {
                named.put(parameter.name().orElseThrow(), literal(spark, parameter));
            }
            return spark.sql(statement.sql(), named);
        }
        if (parameters.stream().anyMatch(parameter -> parameter.name().isPresent())) {
            throw AppException.invalid("Parameters have either all a name or none.");
        }
        List<Object> values = new ArrayList<>();
        for (Statement.Parameter parameter : parameters) {
            values.add(literal(spark, parameter));
        }
        return spark.sql(statement.sql(), values.toArray());
    }

    private static Column literal(SparkSession spark, Statement.Parameter parameter) throws ParseException {
        DataType type = spark.sessionState().sqlParser().parseDataType(parameter.type());
        if (parameter.value().isEmpty()) {
            return ExpressionUtils.column(Literal.create(null, type));
        }
        Literal text = new Literal(UTF8String.fromString(parameter.value().get()), DataTypes.StringType);
        Cast cast =
                new Cast(text, type, Option.apply(spark.sessionState().conf().sessionLocalTimeZone()), EvalMode.ANSI());
        return ExpressionUtils.column(new Literal(cast.eval(null), type));
    }
}
