package dev.tarn.tracking.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions as SQL of the common part of SQLite and PostgreSQL. Column expressions are the store's own text; what a client sent
 * is bound by name.
 */
public final class Sql {
    private final Map<String, Object> values = new HashMap<>();

    /** The values that the conditions made so far bind. */
    public Map<String, Object> values() {
        return values;
    }

    /** Binds a value and returns its placeholder. */
    public String bind(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** A comparison of a numeric column. */
    public String number(String column, Condition condition) {
        boolean whole = condition.text().matches("[+-]?\\d{1,18}");
        return column + " " + sign(condition.comparator()) + " "
                + bind(whole ? (Object) Long.valueOf(condition.text().replace("+", "")) : condition.number());
    }

    /** A comparison of a text column. */
    public String text(String column, Condition condition) {
        return switch (condition.comparator()) {
            case IN, NOT_IN -> column + " " + condition.comparator().text() + " (" + list(condition.list()) + ")";
            case LIKE -> like(column, condition.text());
            case ILIKE -> "lower(" + column + ") LIKE lower(" + bind(escaped(condition.text())) + ") ESCAPE '!'";
            default -> column + " " + sign(condition.comparator()) + " " + bind(condition.text());
        };
    }

    private String list(List<String> items) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> names.add(bind(item)));
        return String.join(", ", names);
    }

    /** SQLite's LIKE ignores case, so the literal parts of the pattern are compared once more. */
    private String like(String column, String pattern) {
        List<String> all = new ArrayList<>();
        all.add(column + " LIKE " + bind(escaped(pattern)) + " ESCAPE '!'");
        String[] literals = pattern.split("[%_]", -1);
        for (int i = 0; i < literals.length; i++) {
            String literal = literals[i];
            if (literal.isEmpty()) {
                continue;
            }
            int length = literal.codePointCount(0, literal.length());
            if (literals.length == 1) {
                all.add(column + " = " + bind(literal));
            } else if (i == 0) {
                all.add("substr(" + column + ", 1, " + length + ") = " + bind(literal));
            } else if (i == literals.length - 1) {
                all.add("substr(" + column + ", length(" + column + ") - " + (length - 1) + ") = " + bind(literal));
            } else {
                all.add("replace(" + column + ", " + bind(literal) + ", '') <> " + column);
            }
        }
        return "(" + String.join(" AND ", all) + ")";
    }

    private static String escaped(String pattern) {
        return pattern.replace("!", "!!");
    }

    private static String sign(Comparator comparator) {
        return comparator == Comparator.NOT_EQUAL ? "<>" : comparator.text();
    }
}
