package dev.tarn.cli.bundle.deploy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.bundle.config.Bundle;
import dev.tarn.cli.bundle.config.BundleException;
import dev.tarn.cli.bundle.config.Position;
import dev.tarn.cli.bundle.config.Problem;
import dev.tarn.cli.bundle.config.References;
import dev.tarn.cli.bundle.config.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The resources of a bundle, checked, with fields of each other filled in, in an order in which they can be made. */
final class Resources {
    private static final Set<String> ABOUT = Set.of("grants", "permissions", "lifecycle");

    private Resources() {}

    /** @throws BundleException with everything that is wrong */
    static List<Resource> of(Bundle bundle) {
        Map<String, Resource> found = new LinkedHashMap<>();
        List<Problem> wrong = new ArrayList<>();
        bundle.tree().mappingAt("resources").entries().forEach((kindName, group) -> {
            Optional<Kind> kind = Kinds.find(kindName);
            if (kind.isEmpty()) {
                wrong.add(Problem.error(
                        "Resources of the kind '" + kindName + "' cannot be deployed yet; there are "
                                + String.join(
                                        ", ",
                                        Kinds.all().stream().map(Kind::name).toList()) + ".",
                        "resources." + kindName,
                        group.at()));
                return;
            }
            if (group instanceof Value.Mapping named) {
                named.entries().forEach((name, value) -> add(bundle, kind.get(), name, value, found, wrong));
            }
        });
        if (!wrong.isEmpty()) {
            throw new BundleException(wrong);
        }
        return ordered(found);
    }

    private static void add(
            Bundle bundle, Kind kind, String name, Value value, Map<String, Resource> found, List<Problem> wrong) {
        String key = "resources." + kind.name() + "." + name;
        if (!(value instanceof Value.Mapping written)) {
            wrong.add(Problem.error("A resource is a mapping of its fields.", key, value.at()));
            return;
        }
        Set<String> needs = new TreeSet<>();
        Value.Mapping resource = (Value.Mapping)
                new References(path -> path.startsWith("resources."), (path, at) -> field(bundle, path, at, needs))
                        .resolve(written);
        check(kind, key, resource, wrong);
        ObjectNode wanted = (ObjectNode) Resource.json(resource);
        wanted.remove(ABOUT);
        boolean prevented = resource.textAt("lifecycle", "prevent_destroy")
                .filter("true"::equals)
                .isPresent();
        ArrayNode permissions = list(resource, "permissions");
        if (kind.permissionsType().isPresent() || kind instanceof SecretScopeKind) {
            bundle.tree().itemsAt("permissions").forEach(item -> permissions.add(Resource.json(item)));
        }
        found.put(
                key,
                new Resource(
                        key, kind, wanted, list(resource, "grants"), permissions, prevented, needs, resource.at()));
    }

    private static void check(Kind kind, String key, Value.Mapping resource, List<Problem> wrong) {
        resource.entries().forEach((field, value) -> {
            boolean known = kind.fields().contains(field) || ABOUT.contains(field);
            if (!known) {
                wrong.add(Problem.error(
                        "There is no field '" + field + "' in " + kind.name() + ".", key + "." + field, value.at()));
            }
        });
        for (String field : new TreeSet<>(kind.required())) {
            if (resource.find(field)
                    .filter(value ->
                            !(value instanceof Value.Scalar s) || !s.text().isEmpty())
                    .isEmpty()) {
                wrong.add(Problem.error("The field '" + field + "' is missing.", key, resource.at()));
            }
        }
        if (resource.find("grants").isPresent() && kind.securable().isEmpty()) {
            wrong.add(Problem.error(
                    "There are no grants on " + kind.name() + "; see 'permissions'.",
                    key + ".grants",
                    resource.find("grants").get().at()));
        }
    }

    private static ArrayNode list(Value.Mapping resource, String name) {
        ArrayNode items = Api.JSON.createArrayNode();
        resource.itemsAt(name).forEach(item -> items.add(Resource.json(item)));
        return items;
    }

    /** A field of another resource: as configured, or left for the deployment if only the workspace knows it. */
    private static Optional<Value> field(Bundle bundle, String path, Position at, Set<String> needs) {
        String[] names = path.split("\\.");
        if (names.length < 4) {
            throw new BundleException(
                    Problem.error("${" + path + "} names no field; write ${resources.KIND.NAME.FIELD}.", path, at));
        }
        Optional<Value> other = bundle.tree().at("resources", names[1], names[2]);
        if (other.isEmpty()) {
            throw new BundleException(Problem.error(
                    "There is no resource '" + names[2] + "' among the bundle's " + names[1] + ".", path, at));
        }
        needs.add(String.join(".", List.of(names).subList(0, 3)));
        String[] below = List.of(names).subList(3, names.length).toArray(String[]::new);
        return other.get().at(below);
    }

    private static List<Resource> ordered(Map<String, Resource> all) {
        Set<String> done = new LinkedHashSet<>();
        List<Resource> order = new ArrayList<>();
        List<Resource> waiting = new ArrayList<>();
        Kinds.all()
                .forEach(kind -> all.values().stream()
                        .filter(resource -> resource.kind().equals(kind))
                        .forEach(waiting::add));
        while (!waiting.isEmpty()) {
            Resource next = waiting.stream()
                    .filter(resource -> done.containsAll(resource.needs()))
                    .findFirst()
                    .orElseThrow(() -> new BundleException(Problem.error(
                            "These resources need each other: "
                                    + String.join(
                                            ", ",
                                            waiting.stream().map(Resource::key).toList()) + ".",
                            waiting.get(0).key(),
                            waiting.get(0).at())));
            waiting.remove(next);
            done.add(next.key());
            order.add(next);
        }
        return order;
    }
}
