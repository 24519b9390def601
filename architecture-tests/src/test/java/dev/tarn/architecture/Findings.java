package dev.tarn.architecture;

import java.util.Collection;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;

/** What a rule found; none is a pass. */
final class Findings {
    private final TreeSet<String> lines = new TreeSet<>();

    void add(String line) {
        lines.add(line);
    }

    Collection<String> lines() {
        return lines;
    }

    /** Fails with every finding and what to do about them. */
    void mustBeNone(String rule) {
        if (!lines.isEmpty()) {
            Assertions.fail(rule + "\nFound " + lines.size() + ":\n  " + String.join("\n  ", lines)
                    + "\narchitecture-tests/README.md says what to do.");
        }
    }
}
