package dev.tarn.queries;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is to become of a query.
 *
 * @param content the new content from the old
 * @param owner name of the new owner; only the owner and administrators may name one
 * @param folder where it is to lie
 * @param expected the version that the change was made from; another one now is a conflict
 */
public record QueryChange(
        UnaryOperator<QueryContent> content,
        Optional<String> owner,
        Optional<QueryFolder> folder,
        Optional<Long> expected) {
    /** A change of the content alone, whatever it is now. */
    public static QueryChange of(UnaryOperator<QueryContent> content) {
        return new QueryChange(content, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
