package dev.tarn.engine.spark.grammar;

import dev.tarn.engine.spark.grammar.antlr.TarnSqlLexer;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Decides by the words of a statement whether it is one of ours. A statement that opens as ours is ours to the end: its syntax
 * errors come from our grammar.
 */
final class Openings {
    /** First words that Spark and Delta have no meaning for, or, as with GRANT, only a refusal. */
    private static final List<int[]> OPENINGS = List.of(
            words(TarnSqlLexer.GRANT),
            words(TarnSqlLexer.REVOKE),
            words(TarnSqlLexer.UNDROP),
            words(TarnSqlLexer.LIST, TarnSqlLexer.STRING),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.GRANTS),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.GRANT),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.CATALOGS),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.VOLUMES),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.EXTERNAL, TarnSqlLexer.LOCATIONS),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.STORAGE, TarnSqlLexer.CREDENTIALS),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.CREDENTIALS),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.TABLES, TarnSqlLexer.DROPPED),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.USERS),
            words(TarnSqlLexer.SHOW, TarnSqlLexer.GROUPS),
            words(TarnSqlLexer.CREATE, TarnSqlLexer.CATALOG),
            words(TarnSqlLexer.CREATE, TarnSqlLexer.VOLUME),
            words(TarnSqlLexer.CREATE, TarnSqlLexer.EXTERNAL, TarnSqlLexer.VOLUME),
            words(TarnSqlLexer.CREATE, TarnSqlLexer.EXTERNAL, TarnSqlLexer.LOCATION),
            words(TarnSqlLexer.DROP, TarnSqlLexer.CATALOG),
            words(TarnSqlLexer.DROP, TarnSqlLexer.VOLUME),
            words(TarnSqlLexer.DROP, TarnSqlLexer.EXTERNAL, TarnSqlLexer.LOCATION),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.METASTORE),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.CATALOG),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.VOLUME),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.VIEW),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.FUNCTION),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.EXTERNAL, TarnSqlLexer.LOCATION),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.STORAGE, TarnSqlLexer.CREDENTIAL),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.CREDENTIAL),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.CONNECTION),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.SHARE),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.RECIPIENT),
            words(TarnSqlLexer.COMMENT, TarnSqlLexer.ON, TarnSqlLexer.PROVIDER));

    /** What may follow DESCRIBE; such a word alone is the name of a table. */
    private static final List<int[]> DESCRIBED = List.of(
            words(TarnSqlLexer.CATALOG),
            words(TarnSqlLexer.VOLUME),
            words(TarnSqlLexer.EXTERNAL, TarnSqlLexer.LOCATION),
            words(TarnSqlLexer.STORAGE, TarnSqlLexer.CREDENTIAL),
            words(TarnSqlLexer.CREDENTIAL));

    private Openings() {}

    /**
     * Whether our grammar reads the statement.
     *
     * @param tokens of the whole statement, without spaces, comments and the end of the text
     */
    static boolean areOurs(List<Token> tokens) {
        return OPENINGS.stream().anyMatch(opening -> startsWith(tokens, 0, opening))
                || isDescribe(tokens)
                || isSetOwner(tokens)
                || isTags(tokens)
                || isSchemaWithLocation(tokens);
    }

    private static boolean isDescribe(List<Token> tokens) {
        return (startsWith(tokens, 0, words(TarnSqlLexer.DESCRIBE)) || startsWith(tokens, 0, words(TarnSqlLexer.DESC)))
                && DESCRIBED.stream()
                        .anyMatch(words -> startsWith(tokens, 1, words)
                                && tokens.size() > 1 + words.length
                                && isNameBegin(tokens.get(1 + words.length)));
    }

    private static boolean isNameBegin(Token token) {
        return token.getType() != TarnSqlLexer.DOT && token.getType() != TarnSqlLexer.SEMICOLON;
    }

    /** {@code ALTER ... OWNER TO principal}, whatever the object. */
    private static boolean isSetOwner(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).getType() == TarnSqlLexer.SEMICOLON) {
            end--;
        }
        return startsWith(tokens, 0, words(TarnSqlLexer.ALTER))
                && end > 4
                && startsWith(tokens, end - 3, words(TarnSqlLexer.OWNER, TarnSqlLexer.TO));
    }

    /** {@code ALTER ... SET TAGS (...)} and {@code UNSET TAGS}, whatever the object. */
    private static boolean isTags(List<Token> tokens) {
        if (!startsWith(tokens, 0, words(TarnSqlLexer.ALTER))) {
            return false;
        }
        for (int i = 2; i < tokens.size() - 2; i++) {
            if (startsWith(tokens, i, words(TarnSqlLexer.SET, TarnSqlLexer.TAGS))
                    || startsWith(tokens, i, words(TarnSqlLexer.UNSET, TarnSqlLexer.TAGS))) {
                return true;
            }
        }
        return false;
    }

    /** {@code CREATE SCHEMA ... MANAGED LOCATION}; other schemas are made by Spark's statement. */
    private static boolean isSchemaWithLocation(List<Token> tokens) {
        if (!startsWith(tokens, 0, words(TarnSqlLexer.CREATE, TarnSqlLexer.SCHEMA))
                && !startsWith(tokens, 0, words(TarnSqlLexer.CREATE, TarnSqlLexer.DATABASE))) {
            return false;
        }
        for (int i = 3; i < tokens.size(); i++) {
            if (startsWith(tokens, i, words(TarnSqlLexer.MANAGED, TarnSqlLexer.LOCATION))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(List<Token> tokens, int from, int[] words) {
        if (tokens.size() < from + words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (tokens.get(from + i).getType() != words[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] words(int... types) {
        return Arrays.copyOf(types, types.length);
    }
}
