package dev.tarn.cli.bundle.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays one configuration over another, by the rules of the published bundle format: mappings are merged name by name, lists are
 * appended, except that items of some lists are known by a key and merged by it; other values are replaced.
 */
final class Merge {
    /** Names by which items of lists are known: tasks and clusters of jobs and pipelines. */
    private static final Set<String> ITEM_KEYS = Set.of("task_key", "job_cluster_key", "environment_key", "label");

    private Merge() {}

    static Value.Mapping over(Value.Mapping base, Value.Mapping upper) {
        Map<String, Value> merged = new LinkedHashMap<>(base.entries());
        upper.entries().forEach((name, value) -> merged.merge(name, value, Merge::over));
        return new Value.Mapping(merged, upper.at());
    }

    private static Value over(Value base, Value upper) {
        if (base instanceof Value.Mapping below && upper instanceof Value.Mapping above) {
            return over(below, above);
        }
        if (base instanceof Value.Sequence below && upper instanceof Value.Sequence above) {
            return over(below, above);
        }
        return upper;
    }

    private static Value over(Value.Sequence base, Value.Sequence upper) {
        List<Value> merged = new ArrayList<>(base.items());
        for (Value item : upper.items()) {
            Optional<String> key = key(item);
            int same = key.isEmpty() ? -1 : indexOf(merged, key.get());
            if (same < 0) {
                merged.add(item);
            } else {
                merged.set(same, over(merged.get(same), item));
            }
        }
        return new Value.Sequence(merged, upper.at());
    }

    private static int indexOf(List<Value> items, String key) {
        for (int i = 0; i < items.size(); i++) {
            if (key(items.get(i)).filter(key::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> key(Value item) {
        return ITEM_KEYS.stream()
                .flatMap(name -> item.textAt(name).map(text -> name + "=" + text).stream())
                .findFirst();
    }
}
