package dev.tarn.tracking.search;

import dev.tarn.core.AppException;
import java.util.Collection;
import java.util.TreeSet;

/** What can be wrong with a filter or an order, in MLflow's words. */
final class SearchErrors {
    private static final int LONGEST_SHOWN = 100;

    private SearchErrors() {}

    static AppException clause(String rest) {
        return AppException.invalid("Invalid clause(s) in filter string: '%s'".formatted(shown(rest)));
    }

    static AppException comparison(String reason) {
        return AppException.invalid("Invalid comparison clause. " + reason);
    }

    static AppException entity(String word, Collection<String> known) {
        return AppException.invalid(
                "Invalid entity type '%s'. Valid values are %s".formatted(shown(word), new TreeSet<>(known)));
    }

    static AppException attribute(String kind, String key, Collection<String> known) {
        return AppException.invalid(
                "Invalid %s key '%s' specified. Valid keys are '%s'".formatted(kind, shown(key), new TreeSet<>(known)));
    }

    static AppException comparator(String comparator, Collection<Comparator> known) {
        return AppException.invalid("Invalid comparator '%s' not one of '%s'"
                .formatted(
                        shown(comparator), known.stream().map(Comparator::text).toList()));
    }

    static AppException notNumeric(String what, String found) {
        return AppException.invalid("Expected numeric value type for %s. Found %s".formatted(what, shown(found)));
    }

    static AppException notQuoted(String what, String found) {
        return AppException.invalid(
                "Expected a quoted string value for %s (e.g. 'my-value'). Got value %s".formatted(what, shown(found)));
    }

    static AppException list(Collection<String> known) {
        return AppException.invalid(
                "Only %s attributes support comparison with a list of quoted string values.".formatted(known));
    }

    static AppException emptyList() {
        return AppException.invalid("While parsing a list in the query, expected a non-empty list of string values, "
                + "but got empty list");
    }

    static AppException order(String clause) {
        return AppException.invalid("Invalid order_by clause '%s'. Could not be parsed.".formatted(shown(clause)));
    }

    static AppException tooLong(int length, int limit) {
        return AppException.invalid(
                "The filter string has %d characters; at most %d are allowed.".formatted(length, limit));
    }

    static AppException tooMany(int limit) {
        return AppException.invalid("The filter string has more than %d comparisons.".formatted(limit));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }
}
