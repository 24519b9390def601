package dev.tarn.engine.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The patterns of SHOW statements, as Spark reads them: {@code *} for any text, {@code |} between alternatives, ignoring case. */
public final class ShowPattern {
    private ShowPattern() {}

    /** Which names a statement shows; all of them without a pattern. */
    public static Predicate<String> of(Optional<String> pattern) {
        if (pattern.isEmpty()) {
            return name -> true;
        }
        String lower = pattern.get().trim().toLowerCase(Locale.ROOT);
        Pattern regex = Pattern.compile(Arrays.stream(lower.split("\\|", -1))
                .map(alternative -> Pattern.quote(alternative.trim()).replace("*", "\\E.*\\Q"))
                .collect(Collectors.joining("|")));
        return name -> regex.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}
