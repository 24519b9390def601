package dev.tarn.engine.catalog;

/** A relation in a list. */
public record RelationEntry(RelationName name, Kind kind) {
    public enum Kind {
        TABLE,
        VIEW,
        SYSTEM
    }
}
