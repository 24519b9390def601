package dev.tarn.engine.spark.grammar;

import dev.tarn.core.AppException;
import dev.tarn.engine.catalog.FunctionDefinition;
import dev.tarn.engine.catalog.FunctionDefinition.Parameter;
import dev.tarn.engine.catalog.RelationName;
import dev.tarn.engine.command.SqlCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunctionName;
import org.apache.spark.sql.catalyst.analysis.UnresolvedIdentifier;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.CreateUserDefinedFunction;
import org.apache.spark.sql.catalyst.plans.logical.DescribeFunction;
import org.apache.spark.sql.catalyst.plans.logical.DropFunction;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.StructField;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Statements about the catalog's functions: Spark reads them, but has no catalog for them outside its own. */
final class FunctionStatements {
    private final ParserInterface parser;
    private final CurrentNamespace current;

    FunctionStatements(ParserInterface parser, CurrentNamespace current) {
        this.parser = parser;
        this.current = current;
    }

    /** The command that a plan of Spark's parser stands for; empty if it is about no function of the catalog. */
    Optional<SqlCommand> read(LogicalPlan plan) throws ParseException {
        if (plan instanceof CreateUserDefinedFunction create && create.child() instanceof UnresolvedIdentifier id) {
            return Optional.of(create(create, current.name(CollectionConverters.asJava(id.nameParts()))));
        }
        if (plan instanceof DropFunction drop && drop.child() instanceof UnresolvedIdentifier id) {
            return Optional.of(new SqlCommand.DropFunction(
                    current.name(CollectionConverters.asJava(id.nameParts())), drop.ifExists()));
        }
        if (plan instanceof DropFunction drop && drop.child() instanceof UnresolvedFunctionName id) {
            return Optional.of(new SqlCommand.DropFunction(
                    current.name(CollectionConverters.asJava(id.multipartIdentifier())), drop.ifExists()));
        }
        if (plan instanceof DescribeFunction describe
                && describe.child() instanceof UnresolvedFunctionName id
                && !isBuiltIn(CollectionConverters.asJava(id.multipartIdentifier()))) {
            return Optional.of(new SqlCommand.DescribeFunction(
                    current.name(CollectionConverters.asJava(id.multipartIdentifier()))));
        }
        return Optional.empty();
    }

    /** Spark describes these itself. */
    private static boolean isBuiltIn(List<String> parts) {
        FunctionIdentifier name = new FunctionIdentifier(parts.get(0));
        return parts.size() == 1
                && (FunctionRegistry$.MODULE$.builtin().functionExists(name)
                        || TableFunctionRegistry$.MODULE$.builtin().functionExists(name));
    }

    private SqlCommand create(CreateUserDefinedFunction create, RelationName name) throws ParseException {
        if (!create.language().getClass().getSimpleName().startsWith("LanguageSQL")) {
            throw AppException.denied(
                    "A function in another language than SQL is not allowed: it would run on the server");
        }
        if (create.isTableFunc() || create.exprText().isEmpty()) {
            throw AppException.invalid("A function that returns rows or holds a query is not served yet:"
                    + " RETURN an expression over the parameters, or make a view.");
        }
        List<Parameter> parameters = new ArrayList<>();
        if (create.inputParamText().isDefined()) {
            for (StructField field :
                    parser.parseRoutineParam(create.inputParamText().get()).fields()) {
                parameters.add(new Parameter(
                        field.name(), field.dataType().sql(), Optional.empty(), text(field.getComment())));
            }
        }
        return new SqlCommand.CreateFunction(
                new FunctionDefinition(
                        name,
                        parameters,
                        parser.parseDataType(create.returnTypeText()).sql(),
                        false,
                        create.exprText().get(),
                        true,
                        text(create.comment()),
                        Map.of()),
                create.replace(),
                create.ignoreIfExists());
    }

    private static Optional<String> text(Option<String> text) {
        return text.isDefined() ? Optional.of(text.get()) : Optional.empty();
    }
}
