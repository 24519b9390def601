package dev.tarn.engine.spark.grammar;

import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.IdentifierContext;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.PropertyKeyContext;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser.TextContext;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.util.SparkParserUtils$;

/** What tokens stand for: identifiers without their backticks, strings without quotes and escapes. */
final class Texts {
    private Texts() {}

    /** A string literal, with the escapes of Spark's own literals. */
    static String text(TextContext text) {
        return SparkParserUtils$.MODULE$.string(text.STRING());
    }

    /** Part of a name. Names of objects hold no dots, so a dot inside backticks cannot make one name look like another. */
    static String identifier(IdentifierContext identifier) {
        String text = principal(identifier);
        if (text.isEmpty() || text.indexOf('.') >= 0) {
            throw Refusals.badName(text);
        }
        return text;
    }

    /** A principal's name: an e-mail address in backticks, a group, a service principal's id. */
    static String principal(IdentifierContext identifier) {
        String text = identifier.getText();
        return text.startsWith("`") ? text.substring(1, text.length() - 1).replace("``", "`") : text;
    }

    static String key(PropertyKeyContext key) {
        return key.text() != null
                ? text(key.text())
                : key.identifier().stream().map(Texts::principal).collect(Collectors.joining("."));
    }

    static int count(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw Refusals.badCount(digits);
        }
    }
}
