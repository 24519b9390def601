package dev.tarn.engine.spark.grammar;

import dev.tarn.core.AppException;

/** What the grammar lets pass and the language does not. */
final class Refusals {
    private Refusals() {}

    static AppException tooManyParts(String name, int limit) {
        return AppException.invalid("The name %s has too many parts: at most %d, separated by dots, are allowed here."
                .formatted(name, limit));
    }

    static AppException badName(String name) {
        return AppException.invalid(
                "'%s' is not a name: names are not empty and hold no dots; put the backticks around each part of the name, not around all of it."
                        .formatted(name));
    }

    static AppException badCount(String digits) {
        return AppException.invalid("LIMIT %s is too large: use a number below 2147483648.".formatted(digits));
    }

    static AppException twice(String clause) {
        return AppException.invalid("%s is given twice: keep one of the two.".formatted(clause));
    }

    static AppException volumePlace(boolean external) {
        return AppException.invalid(
                external
                        ? "An external volume needs a place: add LOCATION '...', or make a managed volume with CREATE VOLUME."
                        : "A managed volume has no LOCATION: leave it out, or use CREATE EXTERNAL VOLUME.");
    }
}
