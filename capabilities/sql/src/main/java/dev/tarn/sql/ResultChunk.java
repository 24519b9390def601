package dev.tarn.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One chunk of a result.
 *
 * @param next index of the chunk that follows
 * @param rows its values, of an inline result
 * @param link where it can be fetched, of any other
 */
public record ResultChunk(
        String statementId,
        ResultManifest.Chunk chunk,
        Optional<Integer> next,
        Optional<List<List<@Nullable String>>> rows,
        Optional<Link> link) {
    /** A signed link: whoever has it may fetch the chunk, without signing in, until it expires. */
    public record Link(String path, Instant expires) {}

    /** The API path of the chunk that follows. */
    public Optional<String> nextPath() {
        return next.map(index -> "/api/2.0/sql/statements/" + statementId + "/result/chunks/" + index);
    }
}
