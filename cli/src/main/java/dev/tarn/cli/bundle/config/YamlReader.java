package dev.tarn.cli.bundle.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a YAML file with the place of each value. Anchors, aliases and merge keys ({@code <<}) work; JSON is YAML too. */
final class YamlReader {
    private static final int LARGEST_FILE = 8 * 1024 * 1024;

    private final Path root;

    /** @param root what paths of problems are relative to */
    YamlReader(Path root) {
        this.root = root;
    }

    /** @throws BundleException if the file cannot be read, is no YAML, or is no mapping */
    Value.Mapping read(Path file) {
        Position start = new Position(shown(file), 1, 1);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new BundleException(
                        Problem.error("The file is larger than 8 MiB. Split it, and include the parts.", "", start));
            }
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(1000)
                    .setLabel(file.toString())
                    .build();
            Optional<Node> node = new Compose(settings).composeString(Files.readString(file));
            Value value = node.map(found -> value(found, file)).orElseGet(() -> new Value.Mapping(Map.of(), start));
            if (value instanceof Value.Mapping mapping) {
                return mapping;
            }
            if (value instanceof Value.Scalar scalar && scalar.value() == null) {
                return new Value.Mapping(Map.of(), start);
            }
            throw new BundleException(
                    Problem.error("The file must hold names and values, not a list.", "", value.at()));
        } catch (MarkedYamlEngineException e) {
            throw new BundleException(Problem.error(
                    "This is not valid YAML: " + e.getProblem() + ".", "", position(file, e.getProblemMark())));
        } catch (YamlEngineException e) {
            throw new BundleException(Problem.error("This is not valid YAML: " + e.getMessage(), "", start));
        } catch (IOException e) {
            throw new BundleException(Problem.error("The file cannot be read (" + e.getMessage() + ").", "", start));
        }
    }

    private Value value(Node node, Path file) {
        Position at = position(file, node.getStartMark());
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, file, at);
        }
        if (node instanceof SequenceNode sequence) {
            List<Value> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item, file)));
            return new Value.Sequence(items, at);
        }
        return new Value.Scalar(scalar((ScalarNode) node), at);
    }

    private Value mapping(MappingNode node, Path file, Position at) {
        Map<String, Value> merged = new LinkedHashMap<>();
        Map<String, Value> own = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new BundleException(Problem.error(
                        "A name must be a plain text.",
                        "",
                        position(file, tuple.getKeyNode().getStartMark())));
            }
            Value value = value(tuple.getValueNode(), file);
            if (key.getValue().equals("<<")) {
                List<Value> sources = value instanceof Value.Sequence sequence ? sequence.items() : List.of(value);
                sources.stream()
                        .filter(Value.Mapping.class::isInstance)
                        .map(Value.Mapping.class::cast)
                        .forEach(source -> source.entries().forEach(merged::putIfAbsent));
            } else if (own.put(key.getValue(), value) != null) {
                throw new BundleException(Problem.error(
                        "'" + key.getValue() + "' stands here twice.", "", position(file, key.getStartMark())));
            }
        }
        merged.keySet().removeAll(own.keySet());
        merged.putAll(own);
        return new Value.Mapping(merged, at);
    }

    private static @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        try {
            if (node.getTag().equals(Tag.INT)) {
                return Long.valueOf(text);
            }
            if (node.getTag().equals(Tag.FLOAT)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            return text;
        }
        return text;
    }

    private Position position(Path file, Optional<Mark> mark) {
        return mark.map(found -> new Position(shown(file), found.getLine() + 1, found.getColumn() + 1))
                .orElseGet(() -> new Position(shown(file), 1, 1));
    }

    private Path shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    }
}
