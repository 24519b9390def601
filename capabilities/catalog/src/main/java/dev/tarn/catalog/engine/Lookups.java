package dev.tarn.catalog.engine;

import dev.tarn.core.AppException;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers of doors as an engine wants them: all pages of a list, and nothing instead of an error for what is not there. */
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

    static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> items = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MAXIMUM);
        while (true) {
            Page<T> page = list.apply(request);
            items.addAll(page.items());
            if (page.next().isEmpty()) {
                return items;
            }
            request = new PageRequest(PageRequest.MAXIMUM, page.next());
        }
    }
}
