package dev.tarn.catalog;

import java.time.Instant;

/** A tag on an object: a key, and a value that may be empty. */
public record Tag(String key, String value, Instant updatedAt, String updatedBy) {}
