package dev.tarn.identity;

import dev.tarn.core.Principal;
import dev.tarn.core.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * A personal access token, without its value.
 *
 * @param owner whom it stands for
 * @param createdBy id of the principal who made it
 * @param expiresAt empty if it lives until it is revoked
 * @param lastUsedAt to the minute
 */
public record Token(
        String id,
        Principal owner,
        String createdBy,
        String comment,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt) {

    /** A token that was just made. @param value shown this once */
    public record New(Token token, Secret value) {}
}
