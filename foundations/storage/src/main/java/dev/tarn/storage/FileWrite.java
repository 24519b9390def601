package dev.tarn.storage;

import java.util.Optional;

/**
 * Under what conditions a file is written; they are checked at the moment at which it becomes visible.
 *
 * @param overwrite whether a file that is there may be replaced
 * @param ifMatch the etag that the present file must have
 * @param maxBytes a longer content is refused
 */
public record FileWrite(boolean overwrite, Optional<String> ifMatch, long maxBytes) {
    public static FileWrite create(long maxBytes) {
        return new FileWrite(false, Optional.empty(), maxBytes);
    }

    public static FileWrite overwrite(long maxBytes) {
        return new FileWrite(true, Optional.empty(), maxBytes);
    }
}
