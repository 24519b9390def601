package dev.tarn.cli.bundle.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The target that was chosen. */
record Target(String name, Bundle.Mode mode, Value.Mapping tree) {
    private static final String ENVIRONMENT = "DATABRICKS_BUNDLE_TARGET";

    /** {@code --target}, else the environment's, else the one marked {@code default: true}, else the only one. */
    static Target choose(Value.Mapping files, Choices choices) {
        Value.Mapping targets =
                files.find("targets").isPresent() ? files.mappingAt("targets") : files.mappingAt("environments");
        Optional<String> wanted = choices.target()
                .or(() -> Optional.ofNullable(choices.environment().get(ENVIRONMENT)));
        if (targets.entries().isEmpty() && wanted.isEmpty()) {
            return of("default", new Value.Mapping(Map.of(), files.at()));
        }
        if (wanted.isPresent()) {
            Value found = targets.find(wanted.get())
                    .orElseThrow(() -> new BundleException(Problem.error(
                            "There is no target '" + wanted.get() + "'; there are "
                                    + String.join(", ", targets.entries().keySet()) + ".",
                            "targets",
                            targets.at())));
            return of(wanted.get(), found);
        }
        List<String> defaults = targets.entries().entrySet().stream()
                .filter(entry -> entry.getValue()
                        .textAt("default")
                        .filter("true"::equals)
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (defaults.size() == 1) {
            return of(defaults.get(0), targets.find(defaults.get(0)).orElseThrow());
        }
        if (targets.entries().size() == 1) {
            String only = targets.entries().keySet().iterator().next();
            return of(only, targets.find(only).orElseThrow());
        }
        throw new BundleException(Problem.error(
                (defaults.isEmpty()
                                ? "No target is marked 'default: true'"
                                : "Several targets are marked 'default: true'")
                        + ". Choose one with --target: "
                        + String.join(", ", targets.entries().keySet()) + ".",
                "targets",
                targets.at()));
    }

    private static Target of(String name, Value tree) {
        Value.Mapping mapping = tree instanceof Value.Mapping found ? found : new Value.Mapping(Map.of(), tree.at());
        Bundle.Mode mode = mapping.textAt("mode")
                .map(text -> switch (text) {
                    case "development" -> Bundle.Mode.DEVELOPMENT;
                    case "production" -> Bundle.Mode.PRODUCTION;
                    default ->
                        throw new BundleException(Problem.error(
                                "'" + text + "' is no mode; there are development and production.",
                                "targets." + name + ".mode",
                                mapping.at("mode").orElseThrow().at()));
                })
                .orElse(Bundle.Mode.NONE);
        return new Target(name, mode, mapping);
    }
}
