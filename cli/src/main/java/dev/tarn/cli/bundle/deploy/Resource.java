package dev.tarn.cli.bundle.deploy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.cli.bundle.config.Position;
import dev.tarn.cli.bundle.config.Value;
import java.util.Set;

/**
 * A resource as the bundle wants it.
 *
 * @param key such as {@code resources.schemas.sales}
 * @param wanted its fields; references to other resources may still stand in it
 * @param needs keys of resources that must be there first
 */
record Resource(
        String key,
        Kind kind,
        ObjectNode wanted,
        ArrayNode grants,
        ArrayNode permissions,
        boolean preventDestroy,
        Set<String> needs,
        Position at) {
    /** Configuration as JSON. */
    static com.fasterxml.jackson.databind.JsonNode json(Value value) {
        if (value instanceof Value.Mapping mapping) {
            ObjectNode object = Api.object();
            mapping.entries().forEach((name, part) -> object.set(name, json(part)));
            return object;
        }
        if (value instanceof Value.Sequence sequence) {
            ArrayNode array = Api.JSON.createArrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return Api.JSON.valueToTree(((Value.Scalar) value).value());
    }
}
