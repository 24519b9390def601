package dev.tarn.tracking;

import dev.tarn.core.AppException;
import dev.tarn.core.Page;
import dev.tarn.core.PageToken;
import java.util.List;
import java.util.Optional;

/**
 * A search.
 *
 * @param filter in MLflow's grammar, empty for everything
 * @param orderBy keys of the order, such as {@code metrics.rmse DESC}
 * @param size at most so many results
 * @param token where to go on, as the page before said
 */
public record SearchRequest(String filter, List<String> orderBy, View view, int size, Optional<PageToken> token) {
    public SearchRequest {
        orderBy = List.copyOf(orderBy);
    }

    /** How many results were on the pages before. */
    public long offset() {
        if (token.isEmpty()) {
            return 0;
        }
        try {
            long offset = Long.parseLong(token.get().lastKey());
            if (offset >= 0) {
                return offset;
            }
        } catch (NumberFormatException e) {
            // a token that we did not make
        }
        throw AppException.invalid("Invalid page token: send the value of 'next_page_token' unchanged.");
    }

    /** Cuts a page from results that were read with one more than fits. */
    public <T> Page<T> page(List<T> found) {
        return found.size() <= size
                ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, size), Optional.of(new PageToken(String.valueOf(offset() + size))));
    }
}
