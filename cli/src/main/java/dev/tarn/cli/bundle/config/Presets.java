package dev.tarn.cli.bundle.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a target's mode and presets do to its resources. Development puts the developer's name before each name, so that several
 * people deploy side by side. Production insists that it is nobody's private copy.
 */
final class Presets {
    /** Kinds whose names are names in SQL: the prefix has no brackets or spaces there. */
    private static final Set<String> SQL_NAMES = Set.of("catalogs", "schemas", "registered_models");
    /** Kinds that live inside something that is prefixed already. */
    private static final Set<String> INSIDE = Set.of("volumes", "secret_scopes");

    private Presets() {}

    static Bundle applied(Bundle bundle) {
        List<Problem> wrong = new ArrayList<>();
        if (bundle.mode() == Bundle.Mode.PRODUCTION) {
            production(bundle, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new BundleException(wrong);
        }
        Optional<String> prefix = bundle.tree()
                .textAt("presets", "name_prefix")
                .or(() -> bundle.mode() == Bundle.Mode.DEVELOPMENT
                        ? Optional.of("[dev " + bundle.me().shortName() + "] ")
                        : Optional.empty());
        Value.Mapping resources = bundle.tree().mappingAt("resources");
        if (prefix.isEmpty() || prefix.get().isEmpty() || resources.entries().isEmpty()) {
            return bundle;
        }
        for (Map.Entry<String, Value> kind : resources.entries().entrySet()) {
            if (!INSIDE.contains(kind.getKey()) && kind.getValue() instanceof Value.Mapping named) {
                resources = resources.with(kind.getKey(), prefixed(kind.getKey(), named, prefix.get()));
            }
        }
        return new Bundle(
                bundle.root(),
                bundle.name(),
                bundle.target(),
                bundle.mode(),
                bundle.paths(),
                bundle.me(),
                bundle.tree().with("resources", resources),
                bundle.warnings());
    }

    private static Value.Mapping prefixed(String kind, Value.Mapping named, String prefix) {
        String own = SQL_NAMES.contains(kind)
                ? prefix.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+", "")
                : prefix;
        Value.Mapping changed = named;
        for (Map.Entry<String, Value> entry : named.entries().entrySet()) {
            if (entry.getValue() instanceof Value.Mapping resource) {
                Optional<Value> name = resource.find("name");
                if (name.isPresent() && name.get() instanceof Value.Scalar scalar) {
                    changed = changed.with(
                            entry.getKey(), resource.with("name", Value.text(own + scalar.text(), scalar.at())));
                }
            }
        }
        return changed;
    }

    private static void production(Bundle bundle, List<Problem> wrong) {
        boolean ownRoot = bundle.paths().root().startsWith("/Workspace/Users/")
                && !bundle.paths()
                        .root()
                        .startsWith("/Workspace/Users/" + bundle.me().userName() + "/");
        boolean program = !bundle.me().userName().contains("@");
        boolean namesRunner = bundle.tree().find("run_as").isPresent();
        if (ownRoot) {
            wrong.add(Problem.error(
                    "A production target's root_path lies in the home of somebody else. Choose one of the deploying principal, or below /Workspace/Shared.",
                    "workspace.root_path",
                    bundle.tree().at()));
        }
        if (!program
                && !namesRunner
                && bundle.paths()
                        .root()
                        .startsWith("/Workspace/Users/" + bundle.me().userName() + "/.bundle/")) {
            wrong.add(Problem.error(
                    "A production target must be the same whoever deploys it. Deploy as a service principal, set 'run_as', or set 'workspace.root_path'.",
                    "targets." + bundle.target(),
                    bundle.tree().at()));
        }
    }
}
