package dev.tarn.cli.bundle.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a bundle for one target, in the order of the published format: files and includes, the target's overrides, variables,
 * references, presets of the mode.
 */
public final class BundleReader {
    private static final List<String> OVERRIDES =
            List.of("bundle", "workspace", "artifacts", "resources", "sync", "permissions", "run_as", "presets", "git");

    /** What reading a bundle asks of the workspace. */
    public interface Directory {
        /** Who deploys. */
        Me me();

        /** The id of a thing by its kind, such as {@code warehouse}, and its name. */
        Optional<String> find(String kind, String name);
    }

    private BundleReader() {}

    /** The workspace's address that a bundle names for a target, before anything is asked of it; empty if it names none. */
    public static Value.Mapping workspace(Choices choices) {
        Path root = BundleFiles.root(choices.folder());
        Value.Mapping files = BundleFiles.read(root);
        return overridden(files, Target.choose(files, choices)).mappingAt("workspace");
    }

    /** @throws BundleException with everything that is wrong with the bundle */
    public static Bundle read(Choices choices, Directory directory) {
        Path root = BundleFiles.root(choices.folder());
        Value.Mapping files = BundleFiles.read(root);
        List<Problem> warnings = new ArrayList<>(Names.unknown(files));
        Target target = Target.choose(files, choices);
        String name = files.textAt("bundle", "name")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BundleException(Problem.error(
                        "The bundle has no name. Add 'bundle: {name: ...}'.", "bundle.name", files.at())));
        Variables variables = new Variables(files.mappingAt("variables"), directory::find);
        variables.give(target.tree().mappingAt("variables"));
        variables.give(choices, root, target.name());
        Value.Mapping tree = overridden(files, target);
        Me me = directory.me();
        tree = tree.with(
                "bundle",
                tree.mappingAt("bundle")
                        .with("target", Value.text(target.name(), tree.at()))
                        .with("environment", Value.text(target.name(), tree.at())));
        tree = tree.with("workspace", workspaceWith(tree, me));
        tree = resolved(tree, variables.values());
        Bundle.Paths paths = paths(tree, me, name, target.name());
        tree = resolved(tree.with("workspace", withPaths(tree.mappingAt("workspace"), paths)), variables.values());
        Bundle bundle = new Bundle(root, name, target.name(), target.mode(), paths, me, tree, warnings);
        return Presets.applied(bundle);
    }

    private static Value.Mapping overridden(Value.Mapping files, Target target) {
        Value.Mapping tree = files.without("targets").without("environments").without("variables");
        for (String part : OVERRIDES) {
            Optional<Value> override = target.tree().find(part);
            if (override.isPresent()) {
                tree = Merge.over(
                        tree,
                        new Value.Mapping(
                                Map.of(part, override.get()), override.get().at()));
            }
        }
        return tree;
    }

    private static Value.Mapping workspaceWith(Value.Mapping tree, Me me) {
        return tree.mappingAt("workspace").with("current_user", me.asValue());
    }

    /** Everything but references to resources, which only the deployment knows. */
    private static Value.Mapping resolved(Value.Mapping tree, Map<String, Value> variables) {
        References references = new References(
                path -> path.startsWith("var.") || path.startsWith("bundle.") || path.startsWith("workspace."),
                (path, at) -> Optional.of(value(tree, variables, path, at)));
        return (Value.Mapping) references.resolve(tree);
    }

    private static Value value(Value.Mapping tree, Map<String, Value> variables, String path, Position at) {
        String[] names = path.split("\\.|\\[|]\\.?");
        Optional<Value> found;
        if (names[0].equals("var")) {
            Value start = variables.get(names[1]);
            found = start == null ? Optional.empty() : step(start, names, 2);
        } else {
            found = step(tree, names, 0);
            boolean later = names.length == 2 && names[0].equals("workspace") && names[1].endsWith("_path");
            if (found.isEmpty() && later) {
                return Value.text("${" + path + "}", at);
            }
        }
        return found.orElseThrow(
                () -> new BundleException(Problem.error("There is nothing called ${" + path + "}.", path, at)));
    }

    private static Optional<Value> step(Value start, String[] names, int from) {
        Optional<Value> found = Optional.of(start);
        for (int i = from; i < names.length; i++) {
            String name = names[i];
            found = found.flatMap(value -> value instanceof Value.Sequence list
                    ? name.matches("\\d{1,6}")
                                    && Integer.parseInt(name) < list.items().size()
                            ? Optional.of(list.items().get(Integer.parseInt(name)))
                            : Optional.empty()
                    : value.at(name));
        }
        return found;
    }

    private static Bundle.Paths paths(Value.Mapping tree, Me me, String name, String target) {
        String root = absolute(tree.textAt("workspace", "root_path").orElse("~/.bundle/" + name + "/" + target), me);
        return new Bundle.Paths(
                root,
                below(tree, "file_path", root + "/files", root, me),
                below(tree, "state_path", root + "/state", root, me),
                below(tree, "artifact_path", root + "/artifacts", root, me));
    }

    private static String below(Value.Mapping tree, String name, String usual, String root, Me me) {
        return tree.textAt("workspace", name)
                .map(path -> path.replace("${workspace.root_path}", root))
                .map(path -> absolute(path, me))
                .orElse(usual);
    }

    private static String absolute(String path, Me me) {
        String home = "/Workspace/Users/" + me.userName();
        if (path.equals("~") || path.startsWith("~/")) {
            return home + path.substring(1);
        }
        return path.startsWith("/Workspace/") ? path : "/Workspace" + (path.startsWith("/") ? path : "/" + path);
    }

    private static Value.Mapping withPaths(Value.Mapping workspace, Bundle.Paths paths) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("root_path", paths.root());
        texts.put("file_path", paths.files());
        texts.put("state_path", paths.state());
        texts.put("artifact_path", paths.artifacts());
        Value.Mapping whole = workspace;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            whole = whole.with(entry.getKey(), Value.text(entry.getValue(), workspace.at()));
        }
        return whole;
    }
}
