package dev.tarn.secrets;

import java.time.Instant;

/** What lists show of a secret: never its value. */
public record SecretEntry(String key, Instant updatedAt) {}
