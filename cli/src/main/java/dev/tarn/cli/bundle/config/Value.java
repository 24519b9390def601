package dev.tarn.cli.bundle.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A part of the configuration and where it stands. Immutable. */
public sealed interface Value permits Value.Mapping, Value.Sequence, Value.Scalar {
    Position at();

    /** Names and values, in the order of the file. */
    record Mapping(Map<String, Value> entries, Position at) implements Value {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public Optional<Value> find(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        public Mapping with(String name, Value value) {
            Map<String, Value> more = new LinkedHashMap<>(entries);
            more.put(name, value);
            return new Mapping(more, at);
        }

        public Mapping without(String name) {
            Map<String, Value> fewer = new LinkedHashMap<>(entries);
            fewer.remove(name);
            return new Mapping(fewer, at);
        }
    }

    /** A list. */
    record Sequence(List<Value> items, Position at) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** @param value a String, Long, Double or Boolean, or null */
    record Scalar(@Nullable Object value, Position at) implements Value {
        public String text() {
            return value == null ? "" : value.toString();
        }
    }

    static Scalar text(String text, Position at) {
        return new Scalar(text, at);
    }

    /** The value at a path of names, such as {@code workspace}, {@code root_path}. */
    default Optional<Value> at(String... path) {
        Optional<Value> found = Optional.of(this);
        for (String name : path) {
            found = found.flatMap(value -> value instanceof Mapping mapping ? mapping.find(name) : Optional.empty());
        }
        return found;
    }

    /** The text at a path of names; empty if there is none, or it is no scalar. */
    default Optional<String> textAt(String... path) {
        return at(path).filter(Scalar.class::isInstance).map(Scalar.class::cast).map(Scalar::text);
    }

    /** The mapping at a path of names, or an empty one. */
    default Mapping mappingAt(String... path) {
        return at(path).filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElseGet(() -> new Mapping(Map.of(), at()));
    }

    /** The items of the list at a path of names, or none. */
    default List<Value> itemsAt(String... path) {
        return at(path).filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .map(Sequence::items)
                .orElseGet(List::of);
    }

    /** This tree with every scalar replaced. */
    default Value mapScalars(UnaryOperator<Value> change) {
        if (this instanceof Mapping mapping) {
            Map<String, Value> changed = new LinkedHashMap<>();
            mapping.entries().forEach((name, value) -> changed.put(name, value.mapScalars(change)));
            return new Mapping(changed, mapping.at());
        }
        if (this instanceof Sequence sequence) {
            List<Value> changed = new ArrayList<>();
            sequence.items().forEach(item -> changed.add(item.mapScalars(change)));
            return new Sequence(changed, sequence.at());
        }
        return change.apply(this);
    }
}
