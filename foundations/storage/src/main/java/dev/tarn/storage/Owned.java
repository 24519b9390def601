package dev.tarn.storage;

/**
 * An object with the name of its owner.
 *
 * @param isolated whether only the workspaces that it is bound to may use it
 */
public record Owned<T>(T value, String owner, boolean isolated) {}
