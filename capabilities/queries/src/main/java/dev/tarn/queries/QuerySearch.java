package dev.tarn.queries;

import java.util.Optional;

/**
 * Which queries are wanted.
 *
 * @param words a part of the name, description or text, ignoring case; empty is any
 * @param folder those in this folder or below
 * @param trashed those in the trash instead of those outside
 */
public record QuerySearch(String words, Optional<QueryFolder> folder, boolean trashed) {
    public static final QuerySearch ALL = new QuerySearch("", Optional.empty(), false);
}
