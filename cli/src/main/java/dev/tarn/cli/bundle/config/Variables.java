package dev.tarn.cli.bundle.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values of a bundle's variables: {@code --var} wins over {@code BUNDLE_VAR_name}, that over
 * {@code .databricks/bundle/TARGET/variable-overrides.json}, that over the target's, that over the default or the looked up one.
 */
final class Variables {
    private static final String ENVIRONMENT = "BUNDLE_VAR_";

    /** Finds the id of something in the workspace by its name. */
    @FunctionalInterface
    interface Finder {
        /** @param kind such as {@code warehouse} */
        Optional<String> find(String kind, String name);
    }

    private final Value.Mapping definitions;
    private final Finder finder;
    private final Map<String, Value> given = new LinkedHashMap<>();

    Variables(Value.Mapping definitions, Finder finder) {
        this.definitions = definitions;
        this.finder = finder;
    }

    /** Lays the values of a source over those before. @throws BundleException for a variable that is not defined */
    void give(Value.Mapping values) {
        values.entries().forEach((name, value) -> {
            if (definitions.find(name).isEmpty()) {
                throw new BundleException(Problem.error(
                        "There is no variable '" + name + "'. Define it under 'variables'.",
                        "variables." + name,
                        value.at()));
            }
            given.put(name, override(value));
        });
    }

    void give(Choices choices, Path root, String target) {
        Path file = root.resolve(".databricks/bundle/" + target + "/variable-overrides.json");
        if (Files.isRegularFile(file)) {
            give(new YamlReader(root).read(file));
        }
        Map<String, Value> texts = new LinkedHashMap<>();
        choices.environment().forEach((name, value) -> {
            String variable = name.startsWith(ENVIRONMENT) ? name.substring(ENVIRONMENT.length()) : "";
            if (definitions.find(variable).isPresent()) {
                texts.put(variable, Value.text(value, Position.none("the environment, " + name)));
            }
        });
        choices.variables()
                .forEach((name, value) -> texts.put(name, Value.text(value, Position.none("--var " + name))));
        give(new Value.Mapping(texts, Position.none("the command line")));
    }

    /** @throws BundleException naming every variable that has no value */
    Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        List<Problem> missing = new ArrayList<>();
        definitions.entries().forEach((name, definition) -> {
            @Nullable Value value = given.get(name);
            Value chosen = value == null || isLookup(value) ? looked(name, value, definition) : value;
            if (chosen == null) {
                missing.add(Problem.error(
                        "The variable '" + name + "' has no value. Give it a default, --var=\"" + name + "=...\", or "
                                + ENVIRONMENT + name + ".",
                        "variables." + name,
                        definition.at()));
            } else {
                values.put(name, chosen);
            }
        });
        if (!missing.isEmpty()) {
            throw new BundleException(missing);
        }
        return values;
    }

    private @Nullable Value looked(String name, @Nullable Value override, Value definition) {
        Value source = override == null ? definition : override;
        Value.Mapping lookup = source.mappingAt("lookup");
        if (lookup.entries().isEmpty()) {
            return override == null ? definition.at("default").orElse(null) : override;
        }
        Map.Entry<String, Value> wanted = lookup.entries().entrySet().iterator().next();
        String text = wanted.getValue() instanceof Value.Scalar scalar ? scalar.text() : "";
        return finder.find(wanted.getKey(), text)
                .map(id -> (Value) Value.text(id, lookup.at()))
                .orElseThrow(() -> new BundleException(Problem.error(
                        "There is no " + wanted.getKey() + " named '" + text + "' in this workspace.",
                        "variables." + name + ".lookup",
                        lookup.at())));
    }

    private static boolean isLookup(Value value) {
        return value instanceof Value.Mapping mapping && mapping.find("lookup").isPresent();
    }

    /** A target may say {@code x: value} or {@code x: {default: value}}. */
    private static Value override(Value value) {
        return value instanceof Value.Mapping mapping ? mapping.find("default").orElse(mapping) : value;
    }
}
