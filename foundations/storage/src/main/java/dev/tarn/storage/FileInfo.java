package dev.tarn.storage;

import java.time.Instant;

/**
 * A file or folder as a store has it.
 *
 * @param bytes its length; 0 for a folder
 * @param etag changes whenever the content does, without quotes; empty for a folder
 */
public record FileInfo(FilePath path, boolean folder, long bytes, Instant modifiedAt, String etag) {}
