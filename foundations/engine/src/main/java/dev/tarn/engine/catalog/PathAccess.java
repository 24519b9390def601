package dev.tarn.engine.catalog;

/** What an engine wants to do with files that are no table. */
public enum PathAccess {
    READ,
    WRITE
}
