package dev.tarn.catalog.engine;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers of doors as an engine wants them: nothing instead of an error for what is not there. */
final class Lookups {
    private Lookups() {}

    static <T> Optional<T> ifFound(Supplier<T> get) {
        try {
            return Optional.of(get.get());
        } catch (AppException e) {
            if (e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.INVALID_ARGUMENT) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
