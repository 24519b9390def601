package dev.tarn.cli;

import dev.tarn.contract.SdkOperation;
import java.util.Locale;

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

    /** The second version of an API has the name of the first. */
    static String service(SdkOperation operation) {
        String name = operation.serviceName();
        return kebab(name.endsWith("V2") && name.length() > 2 ? name.substring(0, name.length() - 2) : name);
    }
}
