package dev.tarn.identity;

import dev.tarn.core.AppException;
import java.util.List;
import java.util.Optional;

/**
 * Which principals are wanted, in which order, from where.
 *
 * @param start the first, counted from 1
 * @param count at most so many, 0 to {@link #MOST}; 0 asks for the total only
 */
public record PrincipalQuery(
        Optional<PrincipalFilter> filter, PrincipalFilter.Attribute sortBy, boolean descending, int start, int count) {
    public static final int MOST = 10_000;

    public PrincipalQuery {
        if (start < 1 || count < 0) {
            throw AppException.invalid("'startIndex' begins at 1, and 'count' is not negative.");
        }
        count = Math.min(count, MOST);
    }

    public static PrincipalQuery all() {
        return new PrincipalQuery(Optional.empty(), PrincipalFilter.Attribute.NAME, false, 1, MOST);
    }

    public static PrincipalQuery where(PrincipalFilter filter) {
        return new PrincipalQuery(Optional.of(filter), PrincipalFilter.Attribute.NAME, false, 1, MOST);
    }

    /** A part of the principals that match. @param total how many match altogether */
    public record Result(List<PrincipalDetails> items, long total) {}
}
