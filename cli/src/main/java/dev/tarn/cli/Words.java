package dev.tarn.cli;

import java.util.Locale;
import java.util.Set;

/** Names as the command line writes them. */
final class Words {
    private Words() {}

    /** {@code StatementExecution} and {@code statement_execution} become {@code statement-execution}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .replace('_', '-')
                .replace('.', '-')
                .toLowerCase(Locale.ROOT);
    }

    /** What stands in a synopsis for a word of the command line. */
    static String upper(String name) {
        return kebab(name).toUpperCase(Locale.ROOT);
    }

    /**
     * The second version of an API has the plain name, and the first, where the SDK still has it, is the old one.
     *
     * @param all names of all services
     */
    static String service(String name, Set<String> all) {
        if (name.endsWith("V2") && name.length() > 2) {
            return kebab(name.substring(0, name.length() - 2));
        }
        return all.contains(name + "V2") ? kebab(name) + "-v1" : kebab(name);
    }
}
