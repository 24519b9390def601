package dev.tarn.cli.bundle.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References of the form <code>${var.name}</code>, <code>${workspace.root_path}</code>, <code>${resources.schemas.s.name}</code>. A value that
 * is a reference and nothing else becomes what it refers to, of whatever type; within a longer text it becomes text.
 */
public final class References {
    private static final Pattern REFERENCE = Pattern.compile(
            "\\$\\{([a-zA-Z]+(?:[-_]?[a-zA-Z0-9]+)*(?:\\.[a-zA-Z0-9]+(?:[-_]?[a-zA-Z0-9]+)*|\\[\\d+])*)}");
    private static final int DEEPEST = 100;

    /** What is known of a path; empty leaves the reference as it is. */
    @FunctionalInterface
    public interface Lookup extends BiFunction<String, Position, Optional<Value>> {}

    private final Predicate<String> wanted;
    private final Lookup lookup;

    /** @param wanted which paths are to be resolved now */
    public References(Predicate<String> wanted, Lookup lookup) {
        this.wanted = wanted;
        this.lookup = lookup;
    }

    /** Every reference in a tree replaced. @throws BundleException for one that goes in circles, or has no text where text is needed */
    public Value resolve(Value tree) {
        return tree.mapScalars(scalar -> scalar(scalar, new ArrayDeque<>()));
    }

    /** Paths that a tree refers to. */
    public static java.util.Set<String> in(Value tree) {
        java.util.Set<String> found = new java.util.LinkedHashSet<>();
        tree.mapScalars(value -> {
            if (value instanceof Value.Scalar scalar && scalar.value() instanceof String text) {
                REFERENCE.matcher(text).results().forEach(match -> found.add(match.group(1)));
            }
            return value;
        });
        return found;
    }

    private Value scalar(Value value, Deque<String> on) {
        if (!(value instanceof Value.Scalar scalar)
                || !(scalar.value() instanceof String text)
                || !text.contains("${")) {
            return value;
        }
        Matcher whole = REFERENCE.matcher(text);
        if (whole.matches()) {
            return found(whole.group(1), scalar.at(), on).orElse(value);
        }
        Matcher parts = REFERENCE.matcher(text);
        StringBuilder result = new StringBuilder();
        while (parts.find()) {
            String path = parts.group(1);
            Optional<Value> part = found(path, scalar.at(), on);
            if (part.isPresent() && !(part.get() instanceof Value.Scalar)) {
                throw new BundleException(Problem.error(
                        "${" + path + "} is no single value, so it cannot stand within a text.", path, scalar.at()));
            }
            String replacement =
                    part.map(found -> ((Value.Scalar) found).text()).orElse(parts.group());
            parts.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        parts.appendTail(result);
        return Value.text(result.toString(), scalar.at());
    }

    private Optional<Value> found(String path, Position at, Deque<String> on) {
        if (!wanted.test(path)) {
            return Optional.empty();
        }
        if (on.contains(path) || on.size() > DEEPEST) {
            throw new BundleException(Problem.error(
                    "The reference ${" + path + "} goes in a circle: " + String.join(" -> ", on) + " -> " + path + ".",
                    path,
                    at));
        }
        on.addLast(path);
        Optional<Value> value = lookup.apply(path, at).map(found -> found.mapScalars(inner -> scalar(inner, on)));
        on.removeLast();
        return value;
    }
}
