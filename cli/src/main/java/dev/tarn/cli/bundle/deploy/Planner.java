package dev.tarn.cli.bundle.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.bundle.config.BundleException;
import dev.tarn.cli.bundle.config.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what a bundle wants with what the last deployment left and with what is there now. */
final class Planner {
    private static final Pattern LATE = Pattern.compile("\\$\\{(resources\\.[^.}]+\\.[^.}]+)\\.([^}]+)}");

    private final Api api;
    private final State state;
    private final Access access;

    Planner(Api api, State state, Access access) {
        this.api = api;
        this.state = state;
        this.access = access;
    }

    /** Every resource's step: those to be made or changed in their order, then those to be deleted, last made first. */
    List<Step> plan(List<Resource> resources) {
        List<Step> steps = new ArrayList<>();
        resources.forEach(resource -> steps.add(step(resource)));
        List<String> keys = resources.stream().map(Resource::key).toList();
        List<String> gone = new ArrayList<>(
                state.keys().stream().filter(key -> !keys.contains(key)).toList());
        java.util.Collections.reverse(gone);
        gone.forEach(key -> steps.add(removal(key)));
        return steps;
    }

    Step removal(String key) {
        State.Entry entry = state.find(key).orElseThrow();
        if (entry.made().path("prevent_destroy").asBoolean()) {
            throw new BundleException(
                    "'" + key.substring("resources.".length())
                            + "' is protected by lifecycle.prevent_destroy. Deploy it once without the protection before removing it.");
        }
        return new Step(key, Step.Action.DELETE, Optional.of(entry.id()), List.of(), Optional.empty(), Api.object());
    }

    private Step step(Resource resource) {
        ObjectNode wanted = filled(resource.wanted());
        ObjectNode made = made(resource, wanted);
        Optional<State.Entry> last = state.find(resource.key());
        if (last.isEmpty()) {
            return new Step(
                    resource.key(), Step.Action.CREATE, Optional.empty(), List.of(), Optional.of(resource), made);
        }
        String id = last.get().id();
        Optional<JsonNode> there = resource.kind().read(api, id);
        if (there.isEmpty()) {
            return new Step(
                    resource.key(),
                    Step.Action.CREATE,
                    Optional.empty(),
                    List.of("it was deleted outside the bundle"),
                    Optional.of(resource),
                    made);
        }
        return changed(resource, wanted, made, last.get(), there.get());
    }

    private Step changed(Resource resource, ObjectNode wanted, ObjectNode made, State.Entry last, JsonNode there) {
        Map<String, String> changes =
                new LinkedHashMap<>(Differences.of(wanted, last.made().path("fields")));
        Map<String, String> drift = Differences.of(wanted, there);
        drift.keySet().removeAll(changes.keySet());
        boolean recreate = changes.keySet().stream().anyMatch(resource.kind().fixed()::contains);
        if (recreate && resource.preventDestroy()) {
            throw new BundleException(Problem.error(
                    "It would have to be made anew, which lifecycle.prevent_destroy forbids: "
                            + String.join("; ", changes.values()),
                    resource.key(),
                    resource.at()));
        }
        List<String> said = new ArrayList<>(changes.values());
        drift.values().forEach(change -> said.add(change + " (changed outside the bundle)"));
        said.addAll(access.grantChanges(resource, last.id(), last.made()));
        if (!last.made().path("permissions").equals(made.path("permissions"))) {
            said.add("permissions");
        }
        Step.Action action = recreate ? Step.Action.RECREATE : said.isEmpty() ? Step.Action.KEEP : Step.Action.UPDATE;
        return new Step(resource.key(), action, Optional.of(last.id()), said, Optional.of(resource), made);
    }

    static ObjectNode made(Resource resource, ObjectNode wanted) {
        ObjectNode made = Api.object();
        made.set("fields", wanted);
        made.set("grants", resource.grants());
        made.set("permissions", resource.permissions());
        made.put("prevent_destroy", resource.preventDestroy());
        return made;
    }

    /** Fields that only the workspace knows, such as another resource's id, as far as that resource is there. */
    ObjectNode filled(ObjectNode wanted) {
        try {
            String text = LATE.matcher(wanted.toString())
                    .replaceAll(match -> Matcher.quoteReplacement(
                            known(match.group(1), match.group(2)).orElse(match.group())));
            return (ObjectNode) Api.JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> known(String key, String field) {
        Optional<State.Entry> entry = state.find(key);
        if (entry.isEmpty() || field.equals("id")) {
            return entry.map(State.Entry::id);
        }
        String kind = key.split("\\.")[1];
        return Kinds.find(kind)
                .flatMap(found -> found.read(api, entry.get().id()))
                .map(there -> there.at(
                        "/" + java.util.Arrays.stream(field.split("\\.")).collect(Collectors.joining("/"))))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isMissingNode())
                .map(JsonNode::asText);
    }
}
