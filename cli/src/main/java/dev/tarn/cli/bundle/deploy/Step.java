package dev.tarn.cli.bundle.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment will do to one resource.
 *
 * @param resource as wanted; empty for one that the bundle has no more
 * @param id of what is there; empty for one that is to be made
 * @param changes in words, such as {@code comment: "a" -> "b"}
 */
public record Step(
        String key,
        Action action,
        Optional<String> id,
        List<String> changes,
        Optional<Resource> resource,
        ObjectNode made) {
    /** What happens. */
    public enum Action {
        CREATE,
        UPDATE,
        RECREATE,
        DELETE,
        KEEP
    }

    public Step {
        changes = List.copyOf(changes);
    }

    /** Such as {@code schemas.sales}. */
    public String shortKey() {
        return key.substring("resources.".length());
    }

    /** Whether data may go with it, so that somebody has to agree. */
    boolean losesData() {
        String kind = shortKey().substring(0, shortKey().indexOf('.'));
        return (action == Action.DELETE || action == Action.RECREATE)
                && Kinds.find(kind).map(Kind::holdsData).orElse(false);
    }
}
