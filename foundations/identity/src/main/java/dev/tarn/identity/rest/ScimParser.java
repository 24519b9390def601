package dev.tarn.identity.rest;

import dev.tarn.identity.PrincipalFilter.Operator;
import dev.tarn.identity.rest.ScimExpression.And;
import dev.tarn.identity.rest.ScimExpression.Comparison;
import dev.tarn.identity.rest.ScimExpression.Not;
import dev.tarn.identity.rest.ScimExpression.Or;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads SCIM filters, by recursive descent with bounds on length, depth and number of comparisons. */
final class ScimParser {
    private static final int LONGEST = 8_000;
    private static final int DEEPEST = 30;
    private static final int MOST_COMPARISONS = 100;

    private enum Kind {
        WORD,
        TEXT,
        OPEN,
        CLOSE,
        END
    }

    private record Token(Kind kind, String text) {}

    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int comparisons;

    ScimParser(String text) {
        if (text.length() > LONGEST) {
            throw wrong("it is longer than " + LONGEST + " characters");
        }
        scan(text);
        tokens.add(new Token(Kind.END, ""));
    }

    ScimExpression parse() {
        ScimExpression expression = or(0);
        if (peek().kind() != Kind.END) {
            throw wrong("something follows its end");
        }
        return expression;
    }

    private ScimExpression or(int depth) {
        ScimExpression left = and(depth);
        while (word("or")) {
            left = new Or(left, and(depth));
        }
        return left;
    }

    private ScimExpression and(int depth) {
        ScimExpression left = term(depth);
        while (word("and")) {
            left = new And(left, term(depth));
        }
        return left;
    }

    private ScimExpression term(int depth) {
        if (depth > DEEPEST) {
            throw wrong("it is nested too deeply");
        }
        if (word("not")) {
            return new Not(term(depth + 1));
        }
        Token token = next();
        if (token.kind() == Kind.OPEN) {
            ScimExpression inner = or(depth + 1);
            if (next().kind() != Kind.CLOSE) {
                throw wrong("a parenthesis is not closed");
            }
            return inner;
        }
        if (token.kind() != Kind.WORD) {
            throw wrong("an attribute is missing");
        }
        return comparison(token.text());
    }

    private ScimExpression comparison(String attribute) {
        if (++comparisons > MOST_COMPARISONS) {
            throw wrong("it has more than " + MOST_COMPARISONS + " comparisons");
        }
        Operator operator = operator(next());
        if (operator == Operator.PR) {
            return new Comparison(attribute, operator, "");
        }
        Token value = next();
        if (value.kind() != Kind.TEXT && value.kind() != Kind.WORD) {
            throw wrong("a value is missing");
        }
        return new Comparison(attribute, operator, value.text());
    }

    private static Operator operator(Token token) {
        for (Operator operator : Operator.values()) {
            if (token.kind() == Kind.WORD && operator.name().equalsIgnoreCase(token.text())) {
                return operator;
            }
        }
        throw wrong("an operator is missing: use one of eq, ne, co, sw, ew, pr");
    }

    private boolean word(String expected) {
        boolean found = peek().kind() == Kind.WORD
                && peek().text().toLowerCase(Locale.ROOT).equals(expected);
        if (found) {
            position++;
        }
        return found;
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token next() {
        Token token = tokens.get(position);
        if (token.kind() != Kind.END) {
            position++;
        }
        return token;
    }

    private void scan(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '(' || c == ')') {
                tokens.add(new Token(c == '(' ? Kind.OPEN : Kind.CLOSE, ""));
                at++;
            } else if (c == '"' || c == '\'') {
                at = text(text, at);
            } else {
                int end = at;
                while (end < text.length() && !isBreak(text.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.WORD, text.substring(at, end)));
                at = end;
            }
        }
    }

    private static boolean isBreak(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"' || c == '\'';
    }

    /** Reads a quoted text, either quote; returns where it ends. */
    private int text(String text, int start) {
        char quote = text.charAt(start);
        StringBuilder value = new StringBuilder();
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at));
            at++;
        }
        if (at >= text.length()) {
            throw wrong("a quote is not closed");
        }
        if (value.indexOf("\0") >= 0) {
            throw wrong("it holds a NUL character");
        }
        tokens.add(new Token(Kind.TEXT, value.toString()));
        return at + 1;
    }

    private static RuntimeException wrong(String what) {
        return ScimExpression.invalid(
                "invalidFilter",
                "The filter is not valid: " + what + ". Write it like userName eq \"ada@example.com\".");
    }
}
