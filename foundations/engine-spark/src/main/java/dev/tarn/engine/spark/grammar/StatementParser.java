package dev.tarn.engine.spark.grammar;

import dev.tarn.engine.command.SqlCommand;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlLexer;
import dev.tarn.engine.spark.grammar.antlr.TarnSqlParser;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Reads one statement with the grammar {@code TarnSql}. Needs no Spark session. Stateless. */
public final class StatementParser {
    /** Characters; no statement of ours is longer. */
    private static final int LONGEST_TEXT = 1 << 20;

    private StatementParser() {}

    /**
     * The command that the text says.
     *
     * @param current asked only if the text is one of our statements
     * @return empty if the statement is for another parser
     * @throws org.apache.spark.sql.catalyst.parser.ParseException PARSE_SYNTAX_ERROR with the position, if it opens as one of
     *     ours and goes on differently
     */
    public static Optional<SqlCommand> parse(String sql, Supplier<CurrentNamespace> current) {
        if (sql.length() > LONGEST_TEXT || !opensWithWordOfOurs(sql)) {
            return Optional.empty();
        }
        TarnSqlLexer lexer = new TarnSqlLexer(CharStreams.fromString(sql));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        if (!Openings.areOurs(visible(tokens))) {
            return Optional.empty();
        }
        TarnSqlParser parser = new TarnSqlParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors(sql));
        return Optional.of(new CommandReader(current.get()).read(parser.single()));
    }

    /** A look at the first word alone, which spares queries the lexer. */
    private static boolean opensWithWordOfOurs(String sql) {
        TarnSqlLexer lexer = new TarnSqlLexer(CharStreams.fromString(sql));
        lexer.removeErrorListeners();
        Token first = lexer.nextToken();
        while (first.getChannel() != Token.DEFAULT_CHANNEL) {
            first = lexer.nextToken();
        }
        return switch (first.getType()) {
            case TarnSqlLexer.GRANT,
                    TarnSqlLexer.REVOKE,
                    TarnSqlLexer.SHOW,
                    TarnSqlLexer.ALTER,
                    TarnSqlLexer.COMMENT,
                    TarnSqlLexer.CREATE,
                    TarnSqlLexer.DROP,
                    TarnSqlLexer.DESCRIBE,
                    TarnSqlLexer.DESC,
                    TarnSqlLexer.LIST,
                    TarnSqlLexer.UNDROP -> true;
            default -> false;
        };
    }

    private static List<Token> visible(CommonTokenStream tokens) {
        return tokens.getTokens().stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL && token.getType() != Token.EOF)
                .toList();
    }
}
