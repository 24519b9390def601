package dev.tarn.cli.bundle.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The root file of a bundle and what it includes, as one tree. */
final class BundleFiles {
    private static final List<String> ROOT_NAMES =
            List.of("databricks.yml", "databricks.yaml", "bundle.yml", "bundle.yaml");
    private static final int DEEPEST_FOLDER = 30;

    private BundleFiles() {}

    /** The folder of the bundle that a folder is in. @throws BundleException if it is in none */
    static Path root(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (rootFile(at).isPresent()) {
                return at;
            }
        }
        throw new BundleException("there is no databricks.yml in " + folder
                + " or above. Go to a bundle's folder, or make one with 'tarn bundle init'.");
    }

    private static Optional<Path> rootFile(Path folder) {
        return ROOT_NAMES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static Value.Mapping read(Path root) {
        YamlReader reader = new YamlReader(root);
        Value.Mapping tree = reader.read(rootFile(root).orElseThrow());
        List<Path> included = included(root, tree);
        Value.Mapping whole = tree.without("include");
        Map<String, Position> seen = new LinkedHashMap<>();
        resources(whole).forEach(seen::put);
        for (Path file : included) {
            Value.Mapping part = reader.read(file);
            part.find("include").ifPresent(nested -> {
                throw new BundleException(Problem.error(
                        "Only the root file includes others. Name this file's parts there.", "include", nested.at()));
            });
            resources(part).forEach((key, at) -> {
                Position first = seen.putIfAbsent(key, at);
                if (first != null) {
                    throw new BundleException(Problem.error(
                            "'" + key + "' is defined here and in " + first + ". Rename one.", "resources." + key, at));
                }
            });
            whole = new Value.Mapping(Merge.over(whole, part).entries(), whole.at());
        }
        return whole;
    }

    /** Keys of resources, {@code kind.name}, and where each stands. */
    private static Map<String, Position> resources(Value.Mapping tree) {
        Map<String, Position> found = new LinkedHashMap<>();
        tree.mappingAt("resources").entries().forEach((kind, group) -> {
            if (group instanceof Value.Mapping named) {
                named.entries().forEach((name, value) -> found.put(kind + "." + name, value.at()));
            }
        });
        return found;
    }

    private static List<Path> included(Path root, Value.Mapping tree) {
        List<Path> files = new ArrayList<>();
        for (Value item : tree.itemsAt("include")) {
            String pattern = item instanceof Value.Scalar scalar ? scalar.text() : "";
            if (pattern.isEmpty() || pattern.startsWith("/") || pattern.contains("..")) {
                throw new BundleException(Problem.error(
                        "'" + pattern + "' must be a path or pattern below the bundle's folder.",
                        "include",
                        item.at()));
            }
            List<Path> matched = matching(root, pattern);
            if (matched.isEmpty() && !pattern.contains("*")) {
                throw new BundleException(Problem.error("There is no file '" + pattern + "'.", "include", item.at()));
            }
            matched.stream().filter(file -> !files.contains(file)).forEach(files::add);
        }
        return files;
    }

    private static List<Path> matching(Path root, String pattern) {
        String plain = pattern.startsWith("./") ? pattern.substring(2) : pattern;
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + plain);
        try (Stream<Path> walk = Files.walk(root, DEEPEST_FOLDER)) {
            return walk.filter(file -> matcher.matches(root.relativize(file)))
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .filter(file -> !file.equals(rootFile(root).orElseThrow()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BundleException(
                    "the files of 'include: " + pattern + "' cannot be listed (" + e.getMessage() + ").");
        }
    }
}
