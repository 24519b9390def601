package dev.tarn.workspace;

import java.time.Instant;

/** One of the contents that a notebook or file has had. @param number from 1 */
public record Revision(long number, String authorId, String authorName, Instant createdAt, long size) {}
