package dev.tarn.registry;

import java.util.Arrays;
import java.util.Locale;

/** What a version is used for. */
public enum Stage {
    NONE("None"),
    STAGING("Staging"),
    PRODUCTION("Production"),
    ARCHIVED("Archived");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** As MLflow writes it. */
    public String word() {
        return word;
    }

    /** Reads a stage, ignoring case. */
    public static Stage parse(String text) {
        return Arrays.stream(values())
                .filter(stage -> stage.word.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RegistryErrors.badStage(text));
    }
}
