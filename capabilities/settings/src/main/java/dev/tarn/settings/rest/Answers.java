package dev.tarn.settings.rest;

import dev.tarn.core.AppException;
import org.jspecify.annotations.Nullable;

/** What every window of the room reads alike. */
final class Answers {
    private Answers() {}

    static String text(@Nullable String value, String field) {
        if (value == null || value.isEmpty()) {
            throw AppException.invalid("'" + field + "' is missing.");
        }
        return value;
    }
}
