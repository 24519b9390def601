package dev.tarn.git.internal;

/**
 * A file of a commit that belongs into the tree.
 *
 * @param blob id of its content
 * @param mode as git writes it
 * @param size in bytes
 */
public record TargetFile(String path, String blob, int mode, long size) {}
