package dev.tarn.engine.catalog;

import java.util.List;
import java.util.Optional;

/** A full name as it was resolved: case as written, no rules checked yet. */
public record RelationName(String catalog, String schema, String name) {
    /**
     * The full name of one that was written in one to three parts.
     *
     * @param catalog of names without one
     * @param schema of names without one
     * @return empty for other numbers of parts
     */
    public static Optional<RelationName> of(List<String> parts, String catalog, String schema) {
        return switch (parts.size()) {
            case 1 -> Optional.of(new RelationName(catalog, schema, parts.get(0)));
            case 2 -> Optional.of(new RelationName(catalog, parts.get(0), parts.get(1)));
            case 3 -> Optional.of(new RelationName(parts.get(0), parts.get(1), parts.get(2)));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return catalog + "." + schema + "." + name;
    }
}
