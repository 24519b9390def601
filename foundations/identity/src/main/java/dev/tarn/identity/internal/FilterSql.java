package dev.tarn.identity.internal;

import dev.tarn.identity.PrincipalFilter;
import dev.tarn.identity.PrincipalFilter.And;
import dev.tarn.identity.PrincipalFilter.Attribute;
import dev.tarn.identity.PrincipalFilter.Comparison;
import dev.tarn.identity.PrincipalFilter.Not;
import dev.tarn.identity.PrincipalFilter.Operator;
import dev.tarn.identity.PrincipalFilter.Or;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Turns a filter into a condition on {@code identity_principal}, with every value bound. */
final class FilterSql {
    private final Map<String, Object> values = new HashMap<>();

    String condition(PrincipalFilter filter) {
        if (filter instanceof And and) {
            return "(" + condition(and.left()) + " AND " + condition(and.right()) + ")";
        }
        if (filter instanceof Or or) {
            return "(" + condition(or.left()) + " OR " + condition(or.right()) + ")";
        }
        if (filter instanceof Not not) {
            return "NOT " + condition(not.negated());
        }
        return comparison((Comparison) filter);
    }

    Map<String, Object> values() {
        return values;
    }

    static String column(Attribute attribute) {
        return switch (attribute) {
            case ID -> "p.id";
            case NAME -> "p.name_key";
            case DISPLAY_NAME -> "p.display_key";
            case GIVEN_NAME -> "lower(coalesce(p.given_name, ''))";
            case FAMILY_NAME -> "lower(coalesce(p.family_name, ''))";
            case EMAIL -> "p.email_keys";
            case EXTERNAL_ID -> "coalesce(p.external_id, '')";
            case ACTIVE -> "p.active";
        };
    }

    private String comparison(Comparison comparison) {
        String column = column(comparison.attribute());
        Operator operator = comparison.operator();
        if (comparison.attribute() == Attribute.ACTIVE) {
            if (operator == Operator.PR) {
                return "1 = 1";
            }
            boolean wanted = Boolean.parseBoolean(comparison.value()) == (operator != Operator.NE);
            return "p.active = " + (wanted ? 1 : 0);
        }
        if (operator == Operator.PR) {
            return column + " <> ''";
        }
        boolean exact = comparison.attribute() == Attribute.ID || comparison.attribute() == Attribute.EXTERNAL_ID;
        String value = exact ? comparison.value() : comparison.value().toLowerCase(Locale.ROOT);
        if (comparison.attribute() == Attribute.EMAIL) {
            return email(column, operator, value);
        }
        return switch (operator) {
            case EQ -> column + " = " + bind(value);
            case NE -> column + " <> " + bind(value);
            case CO -> like(column, "%" + escaped(value) + "%");
            case SW -> like(column, escaped(value) + "%");
            case EW -> like(column, "%" + escaped(value));
            case PR -> throw new IllegalStateException();
        };
    }

    /** Addresses lie in one column, each between line feeds. */
    private String email(String column, Operator operator, String value) {
        String text = escaped(value.replace("\n", ""));
        return switch (operator) {
            case EQ -> like(column, "%\n" + text + "\n%");
            case NE -> "NOT " + like(column, "%\n" + text + "\n%");
            case CO -> like(column, "%" + text + "%");
            case SW -> like(column, "%\n" + text + "%");
            case EW -> like(column, "%" + text + "\n%");
            case PR -> throw new IllegalStateException();
        };
    }

    private String like(String column, String pattern) {
        return column + " LIKE " + bind(pattern) + " ESCAPE '!'";
    }

    private String bind(String value) {
        String name = "f" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
