package dev.tarn.tracking.search;

import dev.tarn.core.AppException;
import dev.tarn.tracking.search.Tokens.Kind;
import dev.tarn.tracking.search.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads MLflow's filters, comparisons joined by AND, and its orders. Rules: MLflow's {@code SearchUtils} and "Search runs" in its
 * documentation. What is not of the grammar is INVALID_PARAMETER_VALUE; nothing of a filter ever becomes SQL text.
 */
public final class FilterParser {
    private static final int LONGEST = 100_000;
    private static final int MOST = 200;

    private final Grammar grammar;
    private final Tokens tokens;

    private FilterParser(Grammar grammar, String text) {
        this.grammar = grammar;
        this.tokens = new Tokens(text);
    }

    /** The comparisons of a filter, all of which must hold; none for an empty one. */
    public static List<Condition> filter(Grammar grammar, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        if (text.length() > LONGEST) {
            throw SearchErrors.tooLong(text.length(), LONGEST);
        }
        FilterParser parser = new FilterParser(grammar, text);
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(parser.condition());
            if (conditions.size() > MOST) {
                throw SearchErrors.tooMany(MOST);
            }
        } while (parser.tokens.takeIf("AND"));
        if (!parser.tokens.atEnd()) {
            throw SearchErrors.clause(parser.tokens.rest());
        }
        return conditions;
    }

    /** The keys of an order, such as {@code metrics.rmse DESC}. */
    public static List<Order> orders(Grammar grammar, List<String> clauses) {
        List<Order> orders = new ArrayList<>();
        for (String clause : clauses) {
            if (clause.length() > LONGEST) {
                throw SearchErrors.order(clause);
            }
            orders.add(new FilterParser(grammar, clause).order(clause));
        }
        return orders;
    }

    private record Name(Entity entity, String key) {}

    private Order order(String clause) {
        if (tokens.atEnd()) {
            throw SearchErrors.order(clause);
        }
        Name name = name();
        boolean descending = tokens.takeIf("DESC");
        if (!descending) {
            tokens.takeIf("ASC");
        }
        if (!tokens.atEnd()) {
            throw SearchErrors.order(clause);
        }
        if (name.entity() == Entity.ATTRIBUTE && !grammar.orders().contains(name.key())) {
            throw SearchErrors.attribute("order_by", name.key(), grammar.orders());
        }
        return new Order(name.entity(), name.key(), !descending);
    }

    private Condition condition() {
        Name name = name();
        if (name.entity() == Entity.ATTRIBUTE && !grammar.knows(name.key())) {
            throw SearchErrors.attribute("attribute", name.key(), union());
        }
        boolean numeric = name.entity() == Entity.METRIC
                || (name.entity() == Entity.ATTRIBUTE && grammar.numbers().contains(name.key()));
        Comparator comparator = comparator(allowed(name, numeric));
        if (comparator.takesNothing()) {
            return new Condition(name.entity(), name.key(), comparator, "", 0, List.of());
        }
        if (comparator.takesList()) {
            if (name.entity() == Entity.ATTRIBUTE
                    && !grammar.lists().isEmpty()
                    && !grammar.lists().contains(name.key())) {
                throw SearchErrors.list(grammar.lists());
            }
            return new Condition(name.entity(), name.key(), comparator, "", 0, list());
        }
        Token value = tokens.take();
        if (numeric) {
            return new Condition(name.entity(), name.key(), comparator, value.text(), number(name, value), List.of());
        }
        if (value.kind() != Kind.QUOTED) {
            throw SearchErrors.notQuoted(
                    name.entity() == Entity.ATTRIBUTE
                            ? "attributes"
                            : name.entity().word(),
                    value.text());
        }
        return new Condition(name.entity(), name.key(), comparator, value.text(), 0, List.of());
    }

    private Set<String> union() {
        Set<String> all = new java.util.TreeSet<>(grammar.texts());
        all.addAll(grammar.numbers());
        return all;
    }

    private Set<Comparator> allowed(Name name, boolean numeric) {
        if (numeric) {
            return Comparator.NUMERIC;
        }
        return switch (name.entity()) {
            case PARAM, TAG, METADATA -> Comparator.NULLABLE_TEXT;
            default -> Comparator.LISTED_TEXT;
        };
    }

    /** {@code metrics.rmse}, {@code tags.`a b`}, {@code params."x"}, {@code `metric`.x}, or an attribute alone. */
    private Name name() {
        Token first = tokens.take();
        if (first.kind() == Kind.BACKTICKED || first.kind() == Kind.QUOTED) {
            Token after = tokens.peek();
            if (after.kind() == Kind.NAME && after.text().startsWith(".")) {
                tokens.take();
                return named(first.text(), rest(after.text().substring(1)));
            }
            return attribute(first.text());
        }
        if (first.kind() != Kind.NAME) {
            throw SearchErrors.comparison("Expected 'Identifier' found '%s'".formatted(first.text()));
        }
        int dot = first.text().indexOf('.');
        return dot < 0
                ? attribute(first.text())
                : named(first.text().substring(0, dot), rest(first.text().substring(dot + 1)));
    }

    private String rest(String begun) {
        boolean quotedFollows =
                tokens.peek().kind() == Kind.BACKTICKED || tokens.peek().kind() == Kind.QUOTED;
        return begun.isEmpty() && quotedFollows ? tokens.take().text() : begun;
    }

    private Name attribute(String key) {
        return new Name(Entity.ATTRIBUTE, grammar.attribute(key));
    }

    private Name named(String word, String key) {
        Entity entity = grammar.entities().get(word);
        if (entity == null) {
            throw SearchErrors.entity(word, grammar.entities().keySet());
        }
        if (key.isEmpty()) {
            throw SearchErrors.comparison("Expected a name behind '%s.'".formatted(word));
        }
        if (entity == Entity.DATASET && !Grammar.DATASET_KEYS.contains(key)) {
            throw SearchErrors.attribute("dataset", key, Grammar.DATASET_KEYS);
        }
        return entity == Entity.ATTRIBUTE ? attribute(key) : new Name(entity, key);
    }

    private Comparator comparator(Set<Comparator> allowed) {
        Token token = tokens.take();
        String text = token.text().toUpperCase(Locale.ROOT);
        if (text.equals("NOT") || text.equals("IS")) {
            text += tokens.takeIf("NOT") ? " NOT" : "";
            text += " " + tokens.take().text().toUpperCase(Locale.ROOT);
        }
        for (Comparator comparator : allowed) {
            if (comparator.text().equals(text)) {
                return comparator;
            }
        }
        if (token.kind() == Kind.END) {
            throw SearchErrors.comparison("Expected 3 tokens found 1");
        }
        throw SearchErrors.comparator(token.text(), allowed);
    }

    private List<String> list() {
        if (!tokens.takeIf("(")) {
            throw SearchErrors.comparison("Expected a list in parentheses found '%s'".formatted(tokens.rest()));
        }
        List<String> values = new ArrayList<>();
        if (tokens.takeIf(")")) {
            throw SearchErrors.emptyList();
        }
        do {
            Token value = tokens.take();
            if (value.kind() != Kind.QUOTED) {
                throw SearchErrors.notQuoted("a list", value.text());
            }
            values.add(value.text());
        } while (tokens.takeIf(","));
        if (!tokens.takeIf(")")) {
            throw SearchErrors.comparison("The list is not closed");
        }
        return values;
    }

    private static double number(Name name, Token value) {
        AppException wrong = SearchErrors.notNumeric(
                name.entity() == Entity.METRIC ? "metric" : "numeric attribute: " + name.key(), value.text());
        if (value.kind() != Kind.NUMBER) {
            throw wrong;
        }
        try {
            return Double.parseDouble(value.text());
        } catch (NumberFormatException e) {
            throw wrong;
        }
    }
}
