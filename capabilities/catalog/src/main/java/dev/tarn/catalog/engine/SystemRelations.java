package dev.tarn.catalog.engine;

import dev.tarn.core.Caller;
import dev.tarn.engine.catalog.Relation;
import dev.tarn.engine.catalog.RelationEntry;
import dev.tarn.engine.catalog.RelationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Relations that the server makes itself: {@code information_schema} of every catalog, and the schemas of the {@code system} catalog.
 * Rooms register theirs; {@code App} connects them.
 */
public final class SystemRelations {
    /** A relation of the system. */
    public interface Source {
        /** Schema of the {@code system} catalog, or {@code information_schema}, which every catalog has. */
        String schema();

        String name();

        /**
         * The relation for a caller, with rows that this caller may see.
         *
         * @param catalog in which it is read
         * @return empty if the caller may not know of it
         */
        Optional<Relation> relation(Caller caller, String catalog);
    }

    static final String SYSTEM = "system";
    static final String INFORMATION_SCHEMA = "information_schema";

    private final List<Source> sources = new ArrayList<>();

    /** Adds relations; before the server starts. */
    public SystemRelations add(Source... more) {
        sources.addAll(List.of(more));
        return this;
    }

    /** Names of the schemas that a catalog has by itself. */
    public Set<String> schemas(String catalog) {
        Set<String> names = new TreeSet<>(Set.of(INFORMATION_SCHEMA));
        if (catalog.equalsIgnoreCase(SYSTEM)) {
            sources.forEach(source -> names.add(source.schema()));
        }
        return names;
    }

    List<RelationEntry> list(Caller caller, String catalog, String schema) {
        return sources.stream()
                .filter(source -> source.schema().equalsIgnoreCase(schema))
                .filter(source -> source.relation(caller, catalog).isPresent())
                .map(source -> new RelationEntry(
                        new RelationName(catalog, source.schema(), source.name()), RelationEntry.Kind.SYSTEM))
                .toList();
    }

    Optional<Relation> find(Caller caller, RelationName name) {
        if (!schemas(name.catalog()).contains(name.schema().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return sources.stream()
                .filter(source -> source.schema().equalsIgnoreCase(name.schema())
                        && source.name().equalsIgnoreCase(name.name()))
                .findFirst()
                .flatMap(source -> source.relation(caller, name.catalog()));
    }
}
