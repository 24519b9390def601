package dev.tarn.catalog;

import dev.tarn.core.Caller;
import java.time.Instant;
import java.util.Optional;

/** What this room asks for clients that read and write files by themselves; the storage room answers. */
@FunctionalInterface
public interface FileCredentials {
    /**
     * Access to one place for a while.
     *
     * @param keys empty for this machine's own disk, which no key opens
     */
    record Vended(String url, Instant expiresAt, Optional<Keys> keys) {}

    /** Keys of an S3-compatible store; the session token limits them to the place. Never logged. */
    record Keys(String accessKeyId, String secretAccessKey, String sessionToken, Optional<String> endpoint) {
        @Override
        public String toString() {
            return "Keys[...]";
        }
    }

    /**
     * Makes keys for a place that the caller has been authorized for.
     *
     * @throws dev.tarn.core.AppException if the store behind the place cannot make keys that are limited to it
     */
    Vended vend(Caller caller, String url, boolean write);
}
