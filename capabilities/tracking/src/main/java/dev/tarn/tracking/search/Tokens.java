package dev.tarn.tracking.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a filter or an order into words. Linear in its length, and without recursion, whatever is sent. */
final class Tokens {
    /** @param text of a quoted one, without its quotes */
    record Token(Kind kind, String text) {
        boolean is(String word) {
            return kind == Kind.NAME && text.toUpperCase(Locale.ROOT).equals(word);
        }
    }

    enum Kind {
        NAME,
        QUOTED,
        BACKTICKED,
        NUMBER,
        SIGN,
        END
    }

    private static final Token END = new Token(Kind.END, "");

    private final List<Token> tokens = new ArrayList<>();
    private final String text;
    private int next;

    Tokens(String text) {
        this.text = text;
        int at = 0;
        while (at < text.length()) {
            at = Character.isWhitespace(text.charAt(at)) ? at + 1 : read(at);
        }
    }

    Token peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    boolean takeIf(String word) {
        boolean found =
                peek().is(word) || (peek().kind() == Kind.SIGN && peek().text().equals(word));
        if (found) {
            next++;
        }
        return found;
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    /** What has not been taken, for messages. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        for (int i = next; i < tokens.size() && rest.length() < 120; i++) {
            rest.append(i > next ? " " : "").append(tokens.get(i).text());
        }
        return rest.isEmpty() ? text : rest.toString();
    }

    private int read(int at) {
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            return quoted(at, c);
        }
        if (Character.isDigit(c) || ((c == '-' || c == '+' || c == '.') && digitFollows(at + 1))) {
            return number(at);
        }
        if (isNamePart(c)) {
            int end = at;
            while (end < text.length() && isNamePart(text.charAt(end))) {
                end++;
            }
            tokens.add(new Token(Kind.NAME, text.substring(at, end)));
            return end;
        }
        int length = at + 1 < text.length() && "<>!".indexOf(c) >= 0 && text.charAt(at + 1) == '=' ? 2 : 1;
        tokens.add(new Token(Kind.SIGN, text.substring(at, at + length)));
        return at + length;
    }

    private int quoted(int at, char quote) {
        StringBuilder value = new StringBuilder();
        int end = at + 1;
        while (end < text.length()) {
            if (text.charAt(end) == quote) {
                boolean doubled = end + 1 < text.length() && text.charAt(end + 1) == quote;
                if (!doubled) {
                    break;
                }
                end++;
            }
            value.append(text.charAt(end));
            end++;
        }
        if (end >= text.length()) {
            throw SearchErrors.clause(text.substring(at));
        }
        tokens.add(new Token(quote == '`' ? Kind.BACKTICKED : Kind.QUOTED, value.toString()));
        return end + 1;
    }

    private int number(int at) {
        int end = at + 1;
        while (end < text.length() && isNumberPart(end)) {
            end++;
        }
        tokens.add(new Token(Kind.NUMBER, text.substring(at, end)));
        return end;
    }

    private boolean isNumberPart(int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || c == '.'
                || ((c == '-' || c == '+') && "eE".indexOf(text.charAt(at - 1)) >= 0);
    }

    private boolean digitFollows(int at) {
        return at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.');
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "_.-/:@".indexOf(c) >= 0;
    }
}
