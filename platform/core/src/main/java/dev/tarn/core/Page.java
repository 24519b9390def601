package dev.tarn.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the token of the following page, empty on the last one
 */
public record Page<T>(List<T> items, Optional<PageToken> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Every item of a list, page after page; for lists whose length somebody else bounds. */
    public static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        Page<T> page = list.apply(PageRequest.first(PageRequest.MAXIMUM));
        List<T> items = new ArrayList<>(page.items());
        while (page.next().isPresent()) {
            page = list.apply(new PageRequest(PageRequest.MAXIMUM, page.next()));
            items.addAll(page.items());
        }
        return items;
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }

    /**
     * Cuts a page from rows that were read with {@code LIMIT size + 1}: the extra row only says that there is more.
     *
     * @param key the sort key of a row, from which the next page goes on
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<? super T, String> key) {
        if (rows.size() <= request.size()) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, request.size());
        return new Page<>(items, Optional.of(new PageToken(key.apply(items.get(items.size() - 1)))));
    }
}
