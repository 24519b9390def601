package dev.tarn.storage;

/** An object with the name of its owner. */
public record Owned<T>(T value, String owner) {}
