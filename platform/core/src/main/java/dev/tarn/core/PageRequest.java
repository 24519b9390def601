package dev.tarn.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param size at most so many items, 1 to {@link #MAXIMUM}
 * @param token where to go on, empty for the first page
 */
public record PageRequest(int size, Optional<PageToken> token) {
    public static final int MAXIMUM = 1000;
    /** The server's own page size, for {@code max_results=0} and for clients that send none. */
    public static final int DEFAULT = 100;

    public PageRequest {
        if (size < 1 || size > MAXIMUM) {
            throw AppException.invalid("A page holds 1 to " + MAXIMUM + " items, not " + size + ".");
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty());
    }

    /** Reads {@code max_results} and {@code page_token} as the vendor's list calls send them: absent or 0 is the server's choice. */
    public static PageRequest of(@Nullable Long maxResults, @Nullable String pageToken) {
        if (maxResults != null && maxResults < 0) {
            throw AppException.invalid("'max_results' must be 0 or greater, not " + maxResults + ".");
        }
        int size = maxResults == null || maxResults == 0 ? DEFAULT : (int) Math.min(maxResults, MAXIMUM);
        Optional<PageToken> token =
                pageToken == null || pageToken.isEmpty() ? Optional.empty() : Optional.of(PageToken.decode(pageToken));
        return new PageRequest(size, token);
    }

    /** The sort key after which the page begins, empty for the first: usable in {@code WHERE name > :after}. */
    public String after() {
        return token.map(PageToken::lastKey).orElse("");
    }
}
