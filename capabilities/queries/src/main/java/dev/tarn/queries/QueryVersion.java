package dev.tarn.queries;

import java.time.Instant;

/** A query as somebody left it. */
public record QueryVersion(long version, QueryContent content, String authorName, Instant createdAt) {}
