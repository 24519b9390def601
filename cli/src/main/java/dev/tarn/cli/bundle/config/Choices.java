package dev.tarn.cli.bundle.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the person at the keyboard chose.
 *
 * @param folder where to look for the bundle, upwards
 * @param target {@code --target}
 * @param variables {@code --var name=value}
 * @param environment of the process
 */
public record Choices(
        Path folder, Optional<String> target, Map<String, String> variables, Map<String, String> environment) {
    public Choices {
        variables = Map.copyOf(variables);
        environment = Map.copyOf(environment);
    }
}
