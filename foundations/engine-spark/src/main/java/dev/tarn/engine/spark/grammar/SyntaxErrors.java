package dev.tarn.engine.spark.grammar;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Map;
import scala.jdk.javaapi.CollectionConverters;

/** Turns the first syntax error into the exception that Spark's own parser throws: PARSE_SYNTAX_ERROR, with line and position. */
final class SyntaxErrors extends BaseErrorListener {
    private final String sql;

    SyntaxErrors(String sql) {
        this.sql = sql;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            @Nullable Object offending,
            int line,
            int position,
            @Nullable String message,
            @Nullable RecognitionException cause) {
        throw SyntaxErrors.<RuntimeException>sneaky(exception(near(offending), line, position));
    }

    private static String near(@Nullable Object offending) {
        if (!(offending instanceof Token token) || token.getType() == Token.EOF) {
            return "end of input";
        }
        return "'" + token.getText() + "'";
    }

    private ParseException exception(String near, int line, int position) {
        Map<String, String> parameters =
                Map.from(CollectionConverters.asScala(java.util.Map.of("error", near, "hint", "")));
        return new ParseException(Option.apply(sql), at(sql, line, position), "PARSE_SYNTAX_ERROR", parameters);
    }

    private static Origin at(String sql, int line, int position) {
        return new Origin(
                Option.apply(line),
                Option.apply(position),
                Option.empty(),
                Option.empty(),
                Option.apply(sql),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    /** ParseException is checked in Java, yet no signature on the way declares it. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable exception) throws E {
        throw (E) exception;
    }
}
