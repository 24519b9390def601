package dev.tarn.engine.catalog;

/** A full name as it was resolved: case as written, no rules checked yet. */
public record RelationName(String catalog, String schema, String name) {
    @Override
    public String toString() {
        return catalog + "." + schema + "." + name;
    }
}
