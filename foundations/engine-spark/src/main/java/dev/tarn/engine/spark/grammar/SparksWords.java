package dev.tarn.engine.spark.grammar;

import dev.tarn.engine.spark.grammar.antlr.TarnSqlLexer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * Short forms of the vendor's SQL as Spark writes them out: {@code USE CATALOG c}, {@code table@v3},
 * {@code table@20260131120000000} and {@code COMMENT ON COLUMN}. Strings, quoted names and comments stay as they are.
 */
final class SparksWords {
    private static final Pattern USE_CATALOG = Pattern.compile("(?i)^\\s*USE\\s+CATALOG\\s+(?=[`\\p{L}\\p{Nd}_])");
    private static final Pattern COMMENT_ON_COLUMN =
            Pattern.compile("(?i)^\\s*comment\\s+on\\s+column\\b.*", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("(?i)v([0-9]+)");
    /** yyyyMMddHHmmssSSS */
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{3})");

    private SparksWords() {}

    /** The text in Spark's words; a text without such a form unchanged. */
    static String of(String sql) {
        if (COMMENT_ON_COLUMN.matcher(sql).matches()) {
            return commentOnColumn(sql);
        }
        String text = USE_CATALOG.matcher(sql).replaceFirst("SET CATALOG ");
        return text.indexOf('@') < 0 ? text : timeTravel(text);
    }

    private static String timeTravel(String sql) {
        List<? extends Token> tokens = tokens(sql);
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int i = 1; i < tokens.size() - 1; i++) {
            Token at = tokens.get(i);
            if (at.getText().equals("@") && isNameEnd(tokens.get(i - 1)) && follows(tokens.get(i + 1), at)) {
                Matcher version = VERSION.matcher(tokens.get(i + 1).getText());
                Matcher time = TIME.matcher(tokens.get(i + 1).getText());
                if (version.matches()) {
                    text.append(sql, done, start(sql, at))
                            .append(" VERSION AS OF ")
                            .append(version.group(1));
                } else if (time.matches()) {
                    text.append(sql, done, start(sql, at))
                            .append(time.replaceFirst(" TIMESTAMP AS OF '$1-$2-$3 $4:$5:$6.$7'"));
                } else {
                    continue;
                }
                done = start(sql, tokens.get(i + 1))
                        + tokens.get(i + 1).getText().length();
            }
        }
        return text.append(sql, done, sql.length()).toString();
    }

    private static boolean isNameEnd(Token token) {
        return token.getType() != TarnSqlLexer.STRING
                && token.getChannel() == Token.DEFAULT_CHANNEL
                && token.getText().matches("(?s)`.*`|[\\p{L}\\p{Nd}_]+");
    }

    private static boolean follows(Token token, Token before) {
        return token.getStartIndex() == before.getStopIndex() + 1;
    }

    /** Tokens count code points, texts count characters. */
    private static int start(String sql, Token token) {
        return sql.offsetByCodePoints(0, token.getStartIndex());
    }

    /** {@code COMMENT ON COLUMN table.column IS 'text'}; what does not go on so is for Spark to refuse. */
    private static String commentOnColumn(String sql) {
        List<? extends Token> tokens = tokens(sql).stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
        int is = 3;
        while (is < tokens.size() && tokens.get(is).getType() != TarnSqlLexer.IS) {
            is++;
        }
        if (is < 6 || is + 1 >= tokens.size()) {
            return sql;
        }
        Token comment = tokens.get(is + 1);
        String table = tokens.subList(3, is - 2).stream().map(Token::getText).collect(Collectors.joining());
        String rest = tokens.subList(is + 2, tokens.size()).stream()
                .map(Token::getText)
                .collect(Collectors.joining(" "));
        return "ALTER TABLE %s ALTER COLUMN %s COMMENT %s %s"
                .formatted(
                        table,
                        tokens.get(is - 1).getText(),
                        comment.getType() == TarnSqlLexer.NULL ? "''" : comment.getText(),
                        rest)
                .strip();
    }

    private static List<? extends Token> tokens(String sql) {
        TarnSqlLexer lexer = new TarnSqlLexer(CharStreams.fromString(sql));
        lexer.removeErrorListeners();
        return lexer.getAllTokens();
    }
}
