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
            return Optional.of(create(create, name(CollectionConverters.asJava(id.nameParts()))));
        }
        if (plan instanceof DropFunction drop && drop.child() instanceof UnresolvedIdentifier id) {
            return Optional.of(
                    new SqlCommand.DropFunction(name(CollectionConverters.asJava(id.nameParts())), drop.ifExists()));
        }
        if (plan instanceof DropFunction drop && drop.child() instanceof UnresolvedFunctionName id) {
            return Optional.of(new SqlCommand.DropFunction(
                    name(CollectionConverters.asJava(id.multipartIdentifier())), drop.ifExists()));
        }
        // a name of one part is a built-in function's for the most part, which Spark describes
        if (plan instanceof DescribeFunction describe
                && describe.child() instanceof UnresolvedFunctionName id
                && id.multipartIdentifier().size() > 1) {
            return Optional.of(
                    new SqlCommand.DescribeFunction(name(CollectionConverters.asJava(id.multipartIdentifier()))));
        }
        return Optional.empty();
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

    private RelationName name(List<String> parts) {
        return switch (parts.size()) {
            case 1 -> new RelationName(current.catalog(), current.schema(), parts.get(0));
            case 2 -> new RelationName(current.catalog(), parts.get(0), parts.get(1));
            case 3 -> new RelationName(parts.get(0), parts.get(1), parts.get(2));
            default ->
                throw AppException.invalid("A function has a name of at most three parts: catalog.schema.function.");
        };
    }

    private static Optional<String> text(Option<String> text) {
        return text.isDefined() ? Optional.of(text.get()) : Optional.empty();
    }
}
