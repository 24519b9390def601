package dev.tarn.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * What every command may be told: whom to speak to, how to show the answer, how long to wait. The options may stand before or after
 * the command's words.
 *
 * @param json whether answers are shown as JSON; else as tables
 * @param patience how long the end of a long operation is waited for; zero for not at all
 */
record GlobalOptions(Optional<String> profile, Optional<String> host, boolean json, Duration patience) {
    static final String PROFILE = "--profile";
    static final String HOST = "--host";
    static final String OUTPUT = "--output";
    static final String NO_WAIT = "--no-wait";
    static final String TIMEOUT = "--timeout";

    /** A request's field of such a name is given with {@code --json}. */
    static final Set<String> NAMES = Set.of(PROFILE, HOST, OUTPUT, NO_WAIT, TIMEOUT);

    /** What other clients call text is a table here. */
    private static final List<String> OUTPUTS = List.of("table", "text", "json");

    /** @throws IllegalArgumentException naming the option whose value is wrong */
    static GlobalOptions read(ParseResult parsed) {
        String output = value(parsed, OUTPUT).orElse("table");
        if (!OUTPUTS.contains(output)) {
            throw new IllegalArgumentException("--output is table or json, not '" + output + "'.");
        }
        return new GlobalOptions(
                value(parsed, PROFILE),
                value(parsed, HOST),
                output.equals("json"),
                patience(value(parsed, TIMEOUT).orElse("20m"), given(parsed, NO_WAIT)));
    }

    static void addTo(CommandSpec root) {
        root.addOption(inherited("Profile of ~/.databrickscfg.", "NAME", PROFILE, "-p"))
                .addOption(inherited("URL of the workspace.", "URL", HOST))
                .addOption(inherited("table (the default) or json.", "FORMAT", OUTPUT, "-o"))
                .addOption(inherited(
                        "How long to wait for the end of what takes long: 90s, 20m (the default), 1h30m.",
                        "TIME",
                        TIMEOUT))
                .addOption(OptionSpec.builder(NO_WAIT)
                        .type(boolean.class)
                        .description("Do not wait for the end of what takes long, such as the start of a warehouse.")
                        .scopeType(ScopeType.INHERIT)
                        .build());
    }

    /** For completion: every name, in order. */
    static String names() {
        return String.join(" ", new TreeSet<>(NAMES));
    }

    static Optional<String> value(ParseResult parsed, String option) {
        String found = null;
        for (@Nullable ParseResult level = parsed; level != null; level = level.subcommand()) {
            if (level.hasMatchedOption(option)) {
                found = level.matchedOptionValue(option, found);
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean given(ParseResult parsed, String option) {
        for (@Nullable ParseResult level = parsed; level != null; level = level.subcommand()) {
            if (level.hasMatchedOption(option)) {
                return true;
            }
        }
        return false;
    }

    private static Duration patience(String timeout, boolean none) {
        String text = timeout.toLowerCase(Locale.ROOT);
        try {
            Duration patience = Duration.parse((text.endsWith("d") ? "p" : "pt") + text);
            if (patience.isNegative()) {
                throw new IllegalArgumentException("--timeout is how long to wait; it cannot be less than nothing.");
            }
            return none ? Duration.ZERO : patience;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--timeout is a time such as 90s, 20m or 1h30m, not '" + timeout + "'.", e);
        }
    }

    private static OptionSpec inherited(String description, String label, String... names) {
        return OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .scopeType(ScopeType.INHERIT)
                .build();
    }
}
